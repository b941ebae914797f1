import type { CheckedFile } from '../src/check/checked-file.ts';
import type { Diagnostic } from '../src/diagnostic/diagnostic.ts';
import type { Built } from '../src/model/built.ts';
import { createSession } from '../src/session/session.ts';
import { parse } from '../src/syntax/parse.ts';
import type { ParsedFile } from '../src/syntax/parsed-file.ts';

interface UnderstoodFile {
  readonly checked: CheckedFile;
  readonly built: readonly Built[];
  /** All errors of the language. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Asks a session for all that it makes of files that were read, without judging them: by `Source.path`. */
export function understand(files: ReadonlyMap<string, ParsedFile>): ReadonlyMap<string, UnderstoodFile> {
  const session = createSession(
    { paths: [...files.keys()], source: (path) => files.get(path)?.source },
    { parse: (source) => files.get(source.path) ?? parse(source) },
  );
  return new Map(
    [...files.keys()].flatMap((path) => {
      const checked = session.checked(path);
      return checked === undefined
        ? []
        : [[path, { checked, built: session.built(path), diagnostics: session.languageErrors(path) }]];
    }),
  );
}
