/**
 * What the project needs to know of a disk. Paths are absolute, with `/`. Nothing here throws: what cannot be read is
 * said to be so.
 */
export interface FileSystem {
  /** The bytes of a file, or why there are none. */
  read(path: string): Uint8Array | UnreadableFile;
  /** What a path is, symbolic links followed; undefined where there is nothing. */
  kind(path: string): PathKind | undefined;
  /**
   * What a folder holds, in no certain order; empty where it cannot be read. Links to folders are left out, so that no
   * walk runs in circles.
   */
  list(folder: string): readonly FolderEntry[];
}

/** A pipe can be read once, and whoever reads it waits for whoever writes it. */
export type PathKind = 'file' | 'folder' | 'pipe';

export interface FolderEntry {
  readonly name: string;
  readonly kind: 'file' | 'folder';
}

/** `missing`, or the reason why a file that exists could not be read, for people. */
export interface UnreadableFile {
  readonly reason: 'missing' | 'folder' | 'permission' | 'other';
  readonly message: string;
}

export const isUnreadable = (result: Uint8Array | UnreadableFile): result is UnreadableFile =>
  !(result instanceof Uint8Array);
