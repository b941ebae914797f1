import type { CheckedFile } from '../check/checked-file.ts';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { FlowContext } from '../lint/context.ts';
import type { RuleSettings } from '../lint/settings.ts';
import type { Built } from '../model/built.ts';
import type { Process } from '../model/process.ts';
import type { DecodingProblem } from '../project/decoder.ts';
import type { Configuration } from '../project/find-configuration.ts';
import type { ParsedFile } from '../syntax/parsed-file.ts';
import type { Tokens } from '../syntax/tokenize.ts';
import type { LineIndex } from '../text/line-index.ts';
import type { Source } from '../text/source.ts';
import type { Occurrence } from './occurrences.ts';

/** All flow files of a workspace as they are at one moment. Nothing is worked out before it is asked for. */
export interface Snapshot {
  /** The paths of every file that is known, those that are only `use`d included, in order. */
  readonly paths: readonly string[];
  readonly configurations: Configurations;
  readonly today: string;
  /** The text of any file, those that are no flows included; empty where there is none. */
  textOf(path: string): string;
  file(path: string): FileView | undefined;
  /** The files that `use` this one. */
  usersOf(path: string): readonly string[];
  /** A snapshot with another text for a file. */
  with(path: string, text: string): Snapshot;
}

/** What holds for files. All paths are absolute. */
export interface Configurations {
  of(path: string): Configuration;
  /** What was wrong in the configurations that were asked for so far. */
  problems(): readonly { readonly path: string; readonly problem: DecodingProblem }[];
}

/** One file of a snapshot, and all that is known of it. */
export interface FileView {
  readonly path: string;
  readonly text: string;
  readonly parsed: ParsedFile;
  /** Reads another text as this one was read. */
  readonly read: (source: Source) => ParsedFile;
  /** The paths to which its `use`s lead, whether a file is there or not. */
  readonly uses: readonly string[];
  tokens(): Tokens;
  lines(): LineIndex;
  checked(): CheckedFile;
  /** One for each flow. */
  built(): readonly Built[];
  processes(): readonly Process[];
  /** All names in it, in order. */
  occurrences(): readonly Occurrence[];
  rules(): RuleSettings;
  /** One for each flow, as the rules see it. */
  flows(): readonly FlowContext[];
  /** The errors of the language and the findings of the rules, in order of place. */
  diagnostics(): readonly Diagnostic[];
}
