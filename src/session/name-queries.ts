import { checkFile, declaredFlows, filesByFlow, type KnownFiles } from '../check/check.ts';
import type { CheckedFile } from '../check/checked-file.ts';
import { declarationsOfFile, type FileDeclaration } from '../check/declarations.ts';
import type { fileQueries } from './file-queries.ts';
import type { Memo } from './memo.ts';
import { sameData } from './same-data.ts';
import { sameNames } from './same-names.ts';
import type { SessionInput } from './session-input.ts';

/** What can be asked of the names in a file. Keys are paths but where it is said. */
export function nameQueries(
  { given, derived }: Memo<SessionInput>,
  { parsed, paths, isThere, isBroken }: ReturnType<typeof fileQueries>,
) {
  const beside = given('beside', (input): ReadonlySet<string> => input.beside ?? new Set(), sameData);
  const declared = derived(
    'declared',
    (moment, path): readonly FileDeclaration[] => {
      const file = parsed(moment, path);
      return file === undefined ? [] : declarationsOfFile(file);
    },
    sameData,
  );
  const flowNames = derived('flow names', (moment, path) => declaredFlows(declared(moment, path)), sameData);
  /** The files that have a flow of a name. Its key is empty. */
  const allFlows = derived('all flows', (moment) =>
    filesByFlow(paths(moment, ''), (path) => flowNames(moment, path)),
  );
  /** Those of one name, which is its key. */
  const filesWithFlow = derived(
    'files with flow',
    (moment, name): readonly string[] => allFlows(moment, '').get(name) ?? [],
    sameData,
  );
  const checked = derived('checked', (moment, path): CheckedFile | undefined => {
    const file = parsed(moment, path);
    if (file === undefined) return undefined;
    const known: KnownFiles = {
      paths: {
        has: (other) => isThere(moment, other),
        [Symbol.iterator]: () => paths(moment, '')[Symbol.iterator](),
      },
      get beside() {
        return beside(moment, '');
      },
      declared: (other) => declared(moment, other),
      isBroken: (other) => isBroken(moment, other),
      filesWithFlow: (name) => filesWithFlow(moment, name),
    };
    return checkFile(path, file, known);
  });
  /**
   * As `checked`, but where in other files names are declared may be as it was before: rules and processes look at
   * names alone.
   */
  const resolved = derived('resolved', (moment, path) => checked(moment, path), sameNames);
  return { checked, resolved };
}
