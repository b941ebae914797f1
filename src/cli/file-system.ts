import { readdirSync, readFileSync, type Stats, statSync } from 'node:fs';
import type { FileSystem, FolderEntry, UnreadableFile } from '../project/file-system.ts';
import { isErrorWithCode } from './error-code.ts';

/** The disk. Reads are synchronous: for many small files that is the fastest way. */
export const diskFileSystem: FileSystem = {
  read(path) {
    try {
      return readFileSync(path);
    } catch (error) {
      return unreadable(error);
    }
  },
  kind(path) {
    const stats = statsOf(path);
    if (stats?.isDirectory()) return 'folder';
    return stats?.isFile() ? 'file' : stats?.isFIFO() ? 'pipe' : undefined;
  },
  list(folder) {
    try {
      return readdirSync(folder, { withFileTypes: true }).flatMap((entry): readonly FolderEntry[] => {
        const kind = entry.isDirectory()
          ? 'folder'
          : entry.isFile() ||
              // A pipe is read where it is named, as by `<(…)`; one that lies about would be waited for without end.
              (entry.isSymbolicLink() && statsOf(`${folder}/${entry.name}`)?.isFile() === true)
            ? 'file'
            : undefined;
        return kind === undefined ? [] : [{ name: entry.name, kind }];
      });
    } catch {
      return [];
    }
  },
};

/**
 * Undefined where there is nothing, and where nothing can be known: links in a circle, a name too long, a locked
 * folder.
 */
function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

function unreadable(error: unknown): UnreadableFile {
  const code = isErrorWithCode(error) ? error.code : '';
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return { reason: 'missing', message: 'there is no such file' };
    case 'EISDIR':
      return { reason: 'folder', message: 'it is a folder' };
    case 'EACCES':
    case 'EPERM':
      return { reason: 'permission', message: 'permission denied' };
    default:
      return { reason: 'other', message: error instanceof Error ? error.message : String(error) };
  }
}
