import { lazy } from '../analysis/lazy.ts';
import type { CheckedFile } from '../check/checked-file.ts';
import type { UsesOfFile } from '../lint/context.ts';
import type { LintFile } from '../lint/project-context.ts';
import type { Built } from '../model/built.ts';
import type { Gaps } from '../model/gaps.ts';
import type { Process } from '../model/process.ts';
import type { Moment, Query } from './memo.ts';
import type { SessionInput } from './session-input.ts';

/** What is asked of a file in judging it or another one. */
interface Asked {
  readonly resolved: Query<SessionInput, CheckedFile | undefined>;
  readonly built: Query<SessionInput, readonly Built[]>;
  readonly processes: Query<SessionInput, readonly Process[]>;
  readonly gaps: Query<SessionInput, readonly Gaps[]>;
  readonly usesOf: Query<SessionInput, UsesOfFile | undefined>;
}

/**
 * A file that another one is judged with, as the rules see it: a query for each part of it, asked when a rule looks
 * at it. So what is found hangs on the parts that were looked at, and not on where in its text things stand.
 */
export function fileToJudge(asked: Asked, moment: Moment<SessionInput>, path: string): LintFile {
  const built = lazy(() => asked.processes(moment, path).map((process, at) => flowToJudge(process, at)));
  const flowToJudge = (process: Process, at: number): Built => ({
    process,
    get origin() {
      return there(asked.built(moment, path)[at], path).origin;
    },
    get gaps() {
      return there(asked.gaps(moment, path)[at], path);
    },
  });
  return {
    path,
    get checked() {
      return there(asked.resolved(moment, path), path);
    },
    get built() {
      return built();
    },
    get uses() {
      return there(asked.usesOf(moment, path), path);
    },
  };
}

/** Throws, a defect, where a file is asked about that is not there. */
function there<Value>(value: Value | undefined, path: string): Value {
  if (value === undefined) throw new Error(`nothing is known of ${path}`);
  return value;
}
