import type { FileSystem, FolderEntry } from '../../src/project/file-system.ts';
import { parentFolder } from '../../src/project/path.ts';

/** A disk in memory: absolute paths and what is in the files. Folders are there because files are in them. */
export function memoryFileSystem(files: Readonly<Record<string, string | Uint8Array>>): FileSystem {
  const entries = new Map<string, Map<string, FolderEntry>>();
  for (const file of Object.keys(files)) {
    let kind: 'file' | 'folder' = 'file';
    for (let path = file; path !== parentFolder(path); path = parentFolder(path)) {
      const folder = parentFolder(path);
      const name = path.slice(folder === '/' ? 1 : folder.length + 1);
      const siblings = entries.get(folder) ?? new Map<string, FolderEntry>();
      entries.set(folder, siblings.set(name, { name, kind }));
      kind = 'folder';
    }
  }
  return {
    read(path) {
      const file = files[path];
      if (file !== undefined) return typeof file === 'string' ? new TextEncoder().encode(file) : file;
      return entries.has(path)
        ? { reason: 'folder', message: 'it is a folder' }
        : { reason: 'missing', message: 'there is no such file' };
    },
    kind: (path) => (files[path] !== undefined ? 'file' : entries.has(path) ? 'folder' : undefined),
    list: (folder) => [...(entries.get(folder)?.values() ?? [])],
  };
}
