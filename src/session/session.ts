import type { CheckedFile } from '../check/checked-file.ts';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { PlaceByElk } from '../layout/elk.ts';
import type { LayoutResult } from '../layout/layout-flow.ts';
import type { RuleSettings } from '../lint/settings.ts';
import type { Built } from '../model/built.ts';
import { parse } from '../syntax/parse.ts';
import type { ParsedFile } from '../syntax/parsed-file.ts';
import type { Source } from '../text/source.ts';
import { type DrawingWish, drawingQueries, layoutOptionsOf } from './drawing-queries.ts';
import { fileQueries } from './file-queries.ts';
import { flowQueries } from './flow-queries.ts';
import { createMemo, type Memo, type MemoOptions, type Moment } from './memo.ts';
import { nameQueries } from './name-queries.ts';
import type { SessionInput } from './session-input.ts';

/**
 * What is made of sources: each step of the pipeline for each file, worked out when it is asked for, once. It is as
 * the sources are at one moment; what is edited is another session, which knows all that still holds. Nothing throws
 * for what users wrote.
 */
export interface Session {
  /** The files that are there, those that are only `use`d included, in order. */
  paths(): readonly string[];
  has(path: string): boolean;
  parsed(path: string): ParsedFile | undefined;
  /** The paths to which the `use`s of a file lead, whether a file is there or not. */
  uses(path: string): readonly string[];
  /** The files that `use` this one. */
  usersOf(path: string): readonly string[];
  checked(path: string): CheckedFile | undefined;
  /** One for each flow; none where there is no such file. */
  built(path: string): readonly Built[];
  /** All errors of the language in a file, and what was noticed in building its flows. */
  languageErrors(path: string): readonly Diagnostic[];
  rules(path: string): RuleSettings;
  /** What the rules find in a file, judged with those that it uses and those that use it. */
  findings(path: string): readonly Diagnostic[];
  /** What the rules find in every file, by path, all judged together: faster for whoever asks for many. */
  allFindings(): ReadonlyMap<string, readonly Diagnostic[]>;
  /** The errors of the language and the findings of the rules, in order of place. */
  diagnostics(path: string): readonly Diagnostic[];
  /**
   * The drawing of a flow by flowc's own layout, at once; undefined where there is no such flow. Throws where the
   * fonts are not started.
   */
  drawing(wish: DrawingWish): LayoutResult | undefined;
  /**
   * The drawing of a flow by ELK, which has to be waited for, and is not remembered. Throws where the fonts are not
   * started.
   */
  drawingByElk(wish: DrawingWish, placeByElk: PlaceByElk): Promise<LayoutResult | undefined>;
  /** The session with other inputs in the place of some. */
  with(changes: Partial<SessionInput>): Session;
  /** What further queries, of a `SessionMemory`, are asked of. */
  readonly moment: Moment<SessionInput>;
}

/** What sessions over the same files, one edit after the other, have in common. */
export interface SessionMemory {
  session(input: SessionInput): Session;
  /** For further queries about files. */
  readonly memo: Memo<SessionInput>;
  readonly queries: Queries;
}

export interface SessionOptions extends MemoOptions {
  /** How sources are read: always the same way. */
  readonly parse?: (source: Source) => ParsedFile;
}

type Queries = ReturnType<typeof allQueries>;

/** Opens a session that is asked at this one moment, and remembers nothing beyond it. */
export const createSession = (
  input: SessionInput,
  options: Omit<SessionOptions, 'remembers'> = {},
): Session => createSessionMemory({ ...options, remembers: false }).session(input);

/** Makes a memory, for sessions that follow one another. */
export function createSessionMemory(options: SessionOptions): SessionMemory {
  const memo = createMemo<SessionInput>(options);
  const queries = allQueries(memo, options.parse ?? parse);
  return { session: (input) => sessionAt(memo, queries, input), memo, queries };
}

function allQueries(memo: Memo<SessionInput>, read: (source: Source) => ParsedFile) {
  const files = fileQueries(memo, read);
  const names = nameQueries(memo, files);
  const flows = flowQueries(memo, files, names);
  const drawings = drawingQueries(memo, flows.built);
  return { ...files, ...names, ...flows, ...drawings };
}

function sessionAt(memo: Memo<SessionInput>, queries: Queries, input: SessionInput): Session {
  const moment = memo.at(input);
  return {
    paths: () => queries.paths(moment, ''),
    has: (path) => queries.pathSet(moment, '').has(path),
    parsed: (path) => queries.parsed(moment, path),
    uses: (path) => queries.uses(moment, path),
    usersOf: (path) => queries.usersOf(moment, path),
    checked: (path) => queries.checked(moment, path),
    built: (path) => queries.built(moment, path),
    languageErrors: (path) => queries.languageErrors(moment, path),
    rules: (path) => queries.rules(moment, path),
    findings: (path) => queries.findings(moment, path),
    allFindings: () => queries.allFindings(moment, ''),
    diagnostics: (path) => queries.diagnostics(moment, path),
    drawing: (wish) => queries.drawing(moment, wish),
    async drawingByElk(wish, placeByElk) {
      const process = queries.process(moment, wish);
      if (process === undefined) return undefined;
      const started = queries.fonts(moment);
      return started.layOut(process, {
        measurer: started.measurerFor(process.language),
        placeByElk,
        ...layoutOptionsOf(wish),
      });
    },
    with: (changes) => sessionAt(memo, queries, { ...input, ...changes }),
    moment,
  };
}
