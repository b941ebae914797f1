import { hasBrokenFlow } from '../check/check.ts';
import type { ParsedFile } from '../syntax/parsed-file.ts';
import { resolvePath } from '../text/relative-path.ts';
import type { Source } from '../text/source.ts';
import type { Memo } from './memo.ts';
import { sameData } from './same-data.ts';
import type { SessionInput } from './session-input.ts';

/** What can be asked of files alone, and of which files there are. Keys are paths but where it is said. */
export function fileQueries({ given, derived }: Memo<SessionInput>, parse: (source: Source) => ParsedFile) {
  const givenPaths = given('given paths', (input) => input.paths, sameData);
  const source = given('source', (input, path) => input.source(path), sameData);
  const parsed = derived('parsed', (moment, path): ParsedFile | undefined => {
    const found = source(moment, path);
    return found && parse(found);
  });
  const isThere = derived('is there', (moment, path) => parsed(moment, path) !== undefined);
  /** True where the head of a flow could not be read, so that names may be missing. */
  const isBroken = derived('is broken', (moment, path) => hasBrokenFlow(parsed(moment, path)));
  /** The paths to which the `use`s of a file lead, whether a file is there or not. */
  const uses = derived('uses', (moment, path) => usedPaths(parsed(moment, path)), sameData);
  /**
   * All files that are there: those that were given, in their order, then those that are only `use`d. Its key is
   * empty.
   */
  const reached = derived(
    'reached',
    (moment): readonly string[] => {
      const found = new Set(givenPaths(moment, ''));
      for (const path of found) for (const used of uses(moment, path)) found.add(used);
      return [...found].filter((path) => isThere(moment, path));
    },
    sameData,
  );
  /** All of these in the order of their paths. */
  const paths = derived('paths', (moment) => [...reached(moment, '')].sort(), sameData);
  const pathSet = derived('path set', (moment): ReadonlySet<string> => new Set(paths(moment, '')));
  /** The files that use one, by its path. Its key is empty. */
  const allUsers = derived('all users', (moment): ReadonlyMap<string, readonly string[]> => {
    const users = new Map<string, string[]>();
    for (const path of paths(moment, ''))
      for (const used of uses(moment, path)) {
        const known = users.get(used);
        if (known === undefined) users.set(used, [path]);
        else known.push(path);
      }
    return users;
  });
  const usersOf = derived('users', (moment, path) => allUsers(moment, '').get(path) ?? [], sameData);
  return { parsed, isThere, isBroken, uses, reached, paths, pathSet, usersOf };
}

function usedPaths(file: ParsedFile | undefined): readonly string[] {
  if (file === undefined) return [];
  const { source, document } = file;
  return [
    ...new Set(
      document.uses.flatMap(({ path }) => {
        const resolved = resolvePath(source.path, path.value);
        return 'path' in resolved && resolved.path !== source.path ? [resolved.path] : [];
      }),
    ),
  ];
}
