import { posix } from 'node:path';
import type { ParsedFile } from '../syntax/parsed-file.ts';
import type { Source } from '../text/source.ts';
import { decodeSource } from './decode-source.ts';
import { type FileSystem, isUnreadable } from './file-system.ts';
import { absolutePath, relativePath } from './path.ts';

/** Every file that the asked ones need, themselves included, by the path in `source.path`; the asked ones come first. */
export interface LoadedFiles {
  readonly files: ReadonlyMap<string, ParsedFile>;
  /** Files that were asked for and could not be read. A file that is only `use`d and is not there is for the checks to report. */
  readonly unreadable: readonly { readonly path: string; readonly message: string }[];
}

/**
 * Reads files and all that they `use`, and what those use, each once; circles are fine. `asked` holds absolute paths, or
 * texts that have been read already. Paths of sources are relative to `cwd`.
 */
export function loadFiles(
  fileSystem: FileSystem,
  cwd: string,
  asked: readonly (string | Source)[],
  parse: (source: Source) => ParsedFile,
): LoadedFiles {
  const files = new Map<string, ParsedFile>();
  const unreadable: { path: string; message: string }[] = [];
  const open: (string | Source)[] = [];
  const take = (next: string | Source): void => {
    const path = typeof next === 'string' ? relativePath(cwd, next) : next.path;
    if (files.has(path)) return;
    const source = typeof next === 'string' ? readSource(fileSystem, path, next) : next;
    if ('message' in source) {
      if (asked.includes(next)) unreadable.push(source);
      return;
    }
    const parsed = parse(source);
    files.set(path, parsed);
    for (const used of usedPaths(parsed)) open.push(absolutePath(cwd, used));
  };
  for (const next of asked) take(next);
  for (const next of open) take(next);
  return { files, unreadable };
}

function readSource(
  fileSystem: FileSystem,
  path: string,
  absolute: string,
): Source | { readonly path: string; readonly message: string } {
  const bytes = fileSystem.read(absolute);
  return isUnreadable(bytes) ? { path, message: bytes.message } : decodeSource(path, bytes);
}

/** The paths, as in `source.path`, of the files that a file `use`s. */
export const usedPaths = (file: ParsedFile): readonly string[] =>
  file.document.uses.map((use) => posix.join(posix.dirname(file.source.path), use.path.value));

/** A file and everything it depends on, directly or not, in order of their paths. */
export function closureOf(files: ReadonlyMap<string, ParsedFile>, path: string): readonly ParsedFile[] {
  const reached = new Map<string, ParsedFile>();
  const open = [path];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const file = files.get(next);
    if (file === undefined || reached.has(next)) continue;
    reached.set(next, file);
    open.push(...usedPaths(file));
  }
  return [...reached.values()].sort((a, b) => (a.source.path < b.source.path ? -1 : 1));
}
