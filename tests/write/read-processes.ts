import { buildProcess } from '../../src/build/build-process.ts';
import { check } from '../../src/check/check.ts';
import type { Diagnostic } from '../../src/diagnostic/diagnostic.ts';
import type { Gaps } from '../../src/model/gaps.ts';
import type { Process } from '../../src/model/process.ts';
import { parse } from '../../src/syntax/parse.ts';

export interface ReadFile {
  readonly processes: readonly Process[];
  /** The gaps of a process that was read here. */
  readonly gaps: (process: Process) => Pick<Gaps, 'openExits'>;
  readonly diagnostics: readonly Diagnostic[];
}

/** The processes of several files that may `use` each other, by path. */
export function readProcesses(texts: ReadonlyMap<string, string>): ReadonlyMap<string, ReadFile> {
  const parsed = new Map([...texts].map(([path, text]) => [path, parse({ path, text })]));
  return new Map(
    [...check(parsed)].map(([path, file]) => {
      const staged = file.flows.map(buildProcess);
      const gaps = new Map(staged.map(({ value }) => [value.process, value.gaps]));
      return [
        path,
        {
          processes: [...gaps.keys()],
          gaps: (process) => gaps.get(process) ?? { openExits: [] },
          diagnostics: [...file.diagnostics, ...staged.flatMap(({ diagnostics }) => diagnostics)],
        },
      ];
    }),
  );
}

/** The processes of one file. */
export const readText = (text: string, path = 'flow.flow'): ReadFile =>
  readProcesses(new Map([[path, text]])).get(path) ?? {
    processes: [],
    gaps: () => ({ openExits: [] }),
    diagnostics: [],
  };
