import { decodeSource } from '../project/decode-source.ts';
import { type FileSystem, isUnreadable } from '../project/file-system.ts';
import { configurationFinder } from '../project/find-configuration.ts';
import { absolutePath } from '../project/path.ts';
import type { ParsedFile } from '../syntax/parsed-file.ts';
import type { Source } from '../text/source.ts';
import { createSnapshots } from './create-snapshot.ts';
import { findProjectFiles } from './find-project-files.ts';
import type { Snapshot } from './snapshot.ts';

/** What an editor has open, over what is on the disk. The only state of the language server; paths are absolute. */
export interface Workspace {
  /** The folders that are open in the editor. */
  setFolders(folders: readonly string[]): void;
  /** A file that is open has this text now, saved or not. */
  edit(path: string, text: string): void;
  close(path: string): void;
  /** Something on the disk has changed. What was read is read again; what then has the same text isn't parsed again. */
  forgetDisk(): void;
  /** Everything as it is now. The same one until something changes. */
  snapshot(): Snapshot;
}

export interface WorkspaceOptions {
  readonly files: FileSystem;
  /** `2026-11-21`. */
  readonly today: () => string;
  /** Reads every source. */
  readonly parse?: (source: Source) => ParsedFile;
}

export function createWorkspace({ files, today, parse }: WorkspaceOptions): Workspace {
  const createSnapshot = createSnapshots(parse);
  const open = new Map<string, Source>();
  let folders: readonly string[] = [];
  let disk = readDisk();
  let current: Snapshot | undefined;
  const changed = (): void => {
    current = undefined;
  };
  return {
    setFolders(next) {
      folders = next;
      disk = readDisk();
      changed();
    },
    edit(path, text) {
      if (open.get(path)?.text === text) return;
      if (!open.has(path)) disk = readDisk();
      open.set(path, { path, text });
      changed();
    },
    close(path) {
      open.delete(path);
      disk = readDisk();
      changed();
    },
    forgetDisk() {
      disk = readDisk();
      changed();
    },
    snapshot() {
      current ??= createSnapshot({
        paths: new Set([...disk.paths(), ...open.keys()]),
        source: (path) => open.get(path) ?? disk.source(path),
        configurations: disk.configurations,
        today: today(),
      });
      return current;
    },
  };

  /** The disk as it is, each file read when it is first asked for. */
  function readDisk() {
    // The finder names the files that have problems from here.
    const base = folders[0] ?? '/';
    const finder = configurationFinder(files, base);
    const read = new Map<string, Source | undefined>();
    let paths: ReadonlySet<string> | undefined;
    return {
      configurations: {
        of: (path: string) => finder.configurationFor(path),
        problems: () =>
          finder.problems().map((problem) => ({ path: absolutePath(base, problem.path), problem })),
      },
      paths: () => {
        paths ??= findProjectFiles(files, finder, folders, [...open.keys()]);
        return paths;
      },
      source: (path: string): Source | undefined => {
        if (!read.has(path)) {
          const bytes = files.read(path);
          read.set(path, isUnreadable(bytes) ? undefined : decodeSource(path, bytes));
        }
        return read.get(path);
      },
    };
  }
}
