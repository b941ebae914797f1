import { buildProcess } from './build/build-process.ts';
import { check } from './check/check.ts';
import type { CheckedFile } from './check/checked-file.ts';
import type { Diagnostic } from './diagnostic/diagnostic.ts';
import type { Built } from './model/built.ts';
import type { ParsedFile } from './syntax/parsed-file.ts';

/** A file that went from text to processes, with every error of the language in it. */
export interface UnderstoodFile {
  readonly checked: CheckedFile;
  /** What each of its flows was built to, in order. */
  readonly built: readonly Built[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The middle of the pipeline: tree → names → processes, all that it takes to judge a flow without drawing it. `files`
 * are all files of the project by `Source.path`, those that are only `use`d included; `beside` are paths of files that
 * are there and were not read.
 */
export function understand(
  files: ReadonlyMap<string, ParsedFile>,
  beside: ReadonlySet<string> = new Set(),
): ReadonlyMap<string, UnderstoodFile> {
  return new Map(
    [...check(files, beside)].map(([path, checked]) => {
      const built = checked.flows.map(buildProcess);
      return [
        path,
        {
          checked,
          built: built.map(({ value }) => value),
          diagnostics: [...checked.diagnostics, ...built.flatMap(({ diagnostics }) => diagnostics)],
        },
      ];
    }),
  );
}
