import type { ParsedFile } from '../syntax/parsed-file.ts';
import { resolvePath } from '../text/relative-path.ts';
import type { Source } from '../text/source.ts';
import { decodeSource } from './decode-source.ts';
import { type FileSystem, isUnreadable } from './file-system.ts';
import { absolutePath, commonFolder, parentFolder, relativePath } from './path.ts';

/** Every file that the asked ones need, themselves included. */
export interface LoadedFiles {
  /**
   * The absolute path of the folder to which all paths of sources are relative: the current one or, where something
   * lies outside of that, the nearest that holds all. So every file has one path, which never climbs.
   */
  readonly base: string;
  /** By the path in `source.path`; the asked ones come first. */
  readonly files: ReadonlyMap<string, ParsedFile>;
  /**
   * Files that nobody asked for, in the folders in which a `use`d file is missing: one of them may be meant. By their
   * paths as in `files`.
   */
  readonly beside: ReadonlySet<string>;
  /**
   * Files that were asked for and could not be read, by absolute path. A file that is only `use`d and is not there is
   * for the checks to report.
   */
  readonly unreadable: readonly { readonly path: string; readonly message: string }[];
}

/**
 * Reads files and all that they `use`, and what those use, each once; circles are fine. `asked` holds absolute paths,
 * or texts that have been read already, with absolute paths; `others` are read too, where they can be.
 */
export function loadFiles(
  fileSystem: FileSystem,
  cwd: string,
  asked: readonly (string | Source)[],
  parse: (source: Source) => ParsedFile,
  others: readonly string[] = [],
): LoadedFiles {
  const read = new Map<string, ParsedFile>();
  const unreadable: { path: string; message: string }[] = [];
  const used = [...others];
  const take = (path: string, source: Source | undefined): void => {
    if (source === undefined) return;
    const parsed = parse(source);
    read.set(path, parsed);
    for (const each of usedPaths(parsed)) used.push(each);
  };
  for (const next of asked) {
    const path = typeof next === 'string' ? next : next.path;
    if (read.has(path)) continue;
    const bytes = typeof next === 'string' ? fileSystem.read(path) : undefined;
    if (bytes !== undefined && isUnreadable(bytes)) unreadable.push({ path, message: bytes.message });
    else take(path, typeof next !== 'string' ? next : bytes && decodeSource(path, bytes));
  }
  const missingIn = new Set<string>();
  for (const path of used) {
    if (fileSystem.kind(path) === undefined) missingIn.add(parentFolder(path));
    // A device has no end, and a pipe may never have one: they are read only where someone asked for them.
    if (read.has(path) || fileSystem.kind(path) !== 'file') continue;
    const bytes = fileSystem.read(path);
    if (!isUnreadable(bytes)) take(path, decodeSource(path, bytes));
  }
  const base = commonFolder(cwd, [...read.keys()]);
  const files = [...read].map(([path, file]): [string, ParsedFile] => {
    const shorter = relativePath(base, path);
    return [shorter, { ...file, source: { ...file.source, path: shorter } }];
  });
  const beside = [...missingIn].slice(0, mostFolders).flatMap((folder) =>
    fileSystem
      .list(folder)
      .filter(({ name, kind }) => kind === 'file' && name.endsWith('.flow'))
      .map(({ name }) => relativePath(base, absolutePath(folder, name))),
  );
  return { base, files: new Map(files), beside: new Set(beside), unreadable };
}

/** In how many folders it is looked for files whose names are like those of missing ones. */
const mostFolders = 20;

/**
 * The paths, as in `source.path`, of the files that a file `use`s. A path that can be none is for the checks to report.
 */
const usedPaths = (file: ParsedFile): readonly string[] =>
  file.document.uses.flatMap((use) => {
    const resolved = resolvePath(file.source.path, use.path.value);
    return 'path' in resolved ? [resolved.path] : [];
  });

/** A file and everything it depends on, directly or not, in order of their paths. */
export function closureOf(files: ReadonlyMap<string, ParsedFile>, path: string): readonly ParsedFile[] {
  const reached = new Map<string, ParsedFile>();
  const open = [path];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const file = files.get(next);
    if (file === undefined || reached.has(next)) continue;
    reached.set(next, file);
    for (const used of usedPaths(file)) open.push(used);
  }
  return [...reached.values()].sort((a, b) => (a.source.path < b.source.path ? -1 : 1));
}
