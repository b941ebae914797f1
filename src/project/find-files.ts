import type { FileSystem } from './file-system.ts';
import { isFlowName } from './flow-name.ts';
import { globOf, splitPattern } from './glob.ts';
import { type IgnoredPaths, ignoredPaths } from './ignored-paths.ts';
import { absolutePath, parentFolder, relativePath } from './path.ts';

/** A `.flow` file that was asked for. Both are absolute paths. */
export interface FoundFile {
  readonly path: string;
  /** The folder that was searched, or in which the file was named. */
  readonly root: string;
}

export interface FoundFiles {
  /** In order of their paths, each once. */
  readonly files: readonly FoundFile[];
  /** The folders that were looked through, and those of files that were named: each once. */
  readonly folders: readonly string[];
  /** The arguments that match no file, as they were written. */
  readonly unmatched: readonly string[];
}

/**
 * Finds what the arguments of a command name: files, whatever they are called; folders, for every `.flow` file below
 * them; patterns such as `flows/**\/order-*.flow`. Searches leave out `node_modules`, dot folders and what `.gitignore`
 * names.
 */
export function findFiles(fileSystem: FileSystem, cwd: string, names: readonly string[]): FoundFiles {
  const found = new Map<string, FoundFile>();
  const searched = new Set<string>();
  const unmatched: string[] = [];
  for (const name of names) {
    const { files, folders } = filesOf(fileSystem, cwd, name);
    for (const folder of folders) searched.add(folder);
    if (files.length === 0) unmatched.push(name);
    for (const file of files) if (!found.has(file.path)) found.set(file.path, file);
  }
  const files = [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  return { files, folders: [...searched], unmatched };
}

type Search = Pick<FoundFiles, 'files' | 'folders'>;

function filesOf(fileSystem: FileSystem, cwd: string, name: string): Search {
  const path = absolutePath(cwd, name);
  const kind = fileSystem.kind(path);
  if (kind === 'file' || kind === 'pipe') {
    const root = parentFolder(path);
    return { files: [{ path, root }], folders: [root] };
  }
  if (kind === 'folder') return flowsBelow(fileSystem, path);
  const { base, pattern } = splitPattern(name);
  const glob = pattern === '' ? undefined : globOf(pattern);
  if (glob === undefined) return { files: [], folders: [] };
  const root = absolutePath(cwd, base);
  const files = flowsBelow(fileSystem, root).files.filter((file) =>
    glob.matches(relativePath(root, file.path)),
  );
  return { files, folders: files.map((file) => parentFolder(file.path)) };
}

function flowsBelow(fileSystem: FileSystem, root: string): Search {
  const files: FoundFile[] = [];
  const folders: string[] = [];
  const open: { folder: string; ignored: IgnoredPaths }[] = [
    { folder: root, ignored: ignoredPaths(fileSystem, root) },
  ];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { folder, ignored } = next;
    folders.push(folder);
    for (const { name, kind } of fileSystem.list(folder)) {
      if (kind === 'file' ? !isFlowName(name) : name === 'node_modules' || name.startsWith('.')) continue;
      const path = absolutePath(folder, name);
      if (ignored.isIgnored(path, kind)) continue;
      if (kind === 'file') files.push({ path, root });
      else open.push({ folder: path, ignored: ignored.in(path) });
    }
  }
  return { files, folders };
}
