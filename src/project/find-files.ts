import picomatch from 'picomatch';
import type { FileSystem } from './file-system.ts';
import { type IgnoredPaths, ignoredPaths } from './ignored-paths.ts';
import { absolutePath, parentFolder, relativePath } from './path.ts';

/** A `.flow` file that was asked for. Both are absolute paths. */
export interface FoundFile {
  readonly path: string;
  /** The folder that was searched: under an output folder, a file keeps its place relative to this. */
  readonly root: string;
}

export interface FoundFiles {
  /** In order of their paths, each once. */
  readonly files: readonly FoundFile[];
  /** The arguments that match no file, as they were written. */
  readonly unmatched: readonly string[];
}

/**
 * Finds what the arguments of a command name: files, whatever they are called; folders, for every `.flow` file below them;
 * patterns such as `flows/**\/order-*.flow`. Searches leave out `node_modules`, dot folders and what `.gitignore` names.
 */
export function findFiles(fileSystem: FileSystem, cwd: string, names: readonly string[]): FoundFiles {
  const found = new Map<string, FoundFile>();
  const unmatched: string[] = [];
  for (const name of names) {
    const files = filesOf(fileSystem, cwd, name);
    if (files.length === 0) unmatched.push(name);
    for (const file of files) if (!found.has(file.path)) found.set(file.path, file);
  }
  const files = [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  return { files, unmatched };
}

function filesOf(fileSystem: FileSystem, cwd: string, name: string): readonly FoundFile[] {
  const path = absolutePath(cwd, name);
  const kind = fileSystem.kind(path);
  if (kind === 'file' || kind === 'pipe') return [{ path, root: parentFolder(path) }];
  if (kind === 'folder') return flowsBelow(fileSystem, path);
  const { base, glob, isGlob } = picomatch.scan(name);
  if (!isGlob || glob === '') return [];
  const root = absolutePath(cwd, base === '' ? '.' : base);
  const matches = picomatch(glob);
  return flowsBelow(fileSystem, root).filter((file) => matches(relativePath(root, file.path)));
}

function flowsBelow(fileSystem: FileSystem, root: string): readonly FoundFile[] {
  const files: FoundFile[] = [];
  const open: { folder: string; ignored: IgnoredPaths }[] = [
    { folder: root, ignored: ignoredPaths(fileSystem, root) },
  ];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { folder, ignored } = next;
    for (const { name, kind } of fileSystem.list(folder)) {
      if (kind === 'file' ? !name.endsWith('.flow') : name === 'node_modules' || name.startsWith('.'))
        continue;
      const path = absolutePath(folder, name);
      if (ignored.isIgnored(path, kind)) continue;
      if (kind === 'file') files.push({ path, root });
      else open.push({ folder: path, ignored: ignored.in(path) });
    }
  }
  return files;
}
