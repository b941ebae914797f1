import { statSync } from 'node:fs';
import { type FSWatcher, watch } from 'chokidar';

/** Tells that something has happened in some folders. */
export interface FolderWatcher {
  /** Watches these folders too, not what is in folders below them. One that is not there is watched once it is. */
  add(folders: Iterable<string>): void;
  /** Resolves once nothing more will be reported. */
  close(): Promise<void>;
}

export interface FolderReports {
  /**
   * Says that it is worth looking. May come for nothing; chokidar reports only the first of several changes within 50
   * ms.
   */
  hint(): void;
  /** The system refuses, as when it has no watches left. */
  failed(error: unknown): void;
  /** A folder that was watched is gone, and with it all that may happen in it. */
  gone(folder: string): void;
}

/** A watcher, and the folder that it watches: not its name, which another folder may have got since. */
interface Watch {
  readonly watcher: FSWatcher;
  readonly identity: string;
}

/**
 * The door to chokidar. The system watches a folder, not its name: where a folder is replaced, by `mv`, by a tool that
 * copies or unpacks, even far above, nothing is heard of the one that has the name now. So every second, and where one
 * is removed, the names are looked up, and a folder that is another one is watched from then on.
 */
export function watchFolders({ hint, failed, gone }: FolderReports): FolderWatcher {
  // One each: of a folder and one inside it, a single watcher without depth sees but the outer one.
  const watches = new Map<string, Watch>();
  const wanted = new Set<string>();
  const lost = new Set<string>();
  const told = new Set<string>();
  const start = (folder: string): FSWatcher =>
    watch(folder, {
      depth: 0,
      // A folder that is removed leaves watches behind, which would keep the process from ending.
      persistent: false,
      ignorePermissionErrors: true,
      ignored: (path, stats) => stats?.isFile() === true && !/\.(flow|json)$|[\\/]\.gitignore$/.test(path),
    })
      .on('all', (event) => {
        if (event === 'unlinkDir') rearm();
        hint();
      })
      .on('error', failed);
  const rearm = (): void => {
    for (const folder of wanted) {
      const identity = identityOf(folder);
      const known = watches.get(folder);
      if (identity === known?.identity) continue;
      void known?.watcher.close();
      watches.delete(folder);
      if (identity !== undefined) {
        watches.set(folder, { watcher: start(folder), identity });
        lost.delete(folder);
        told.delete(folder);
      } else lost.add(folder);
      // Whatever came before it was watched again is seen by looking.
      hint();
    }
  };
  const heartbeat = setInterval(() => {
    // Not at once: to replace a folder takes a moment in which there is none.
    for (const folder of lost)
      if (!told.has(folder) && identityOf(folder) === undefined) {
        told.add(folder);
        gone(folder);
      }
    rearm();
  }, lookUpEvery);
  return {
    add(folders) {
      for (const folder of folders) wanted.add(folder);
      rearm();
    },
    async close() {
      clearInterval(heartbeat);
      await Promise.all([...watches.values()].map(({ watcher }) => watcher.close()));
    },
  };
}

/** In ms. A look at a hundred names takes less than one. */
const lookUpEvery = 1000;

/** What tells one folder from another of the same name: a number that is given again is given at another time. */
function identityOf(folder: string): string | undefined {
  try {
    const stats = statSync(folder, { bigint: true, throwIfNoEntry: false });
    return stats?.isDirectory() === true ? `${stats.dev} ${stats.ino} ${stats.birthtimeNs}` : undefined;
  } catch {
    return undefined;
  }
}
