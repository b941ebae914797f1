import { existsSync } from 'node:fs';
import { type FSWatcher, watch } from 'chokidar';

/** Tells that something has happened in some folders. */
export interface FolderWatcher {
  /** Watches these folders too, not what is in folders below them. One that is gone is watched again once it is back and added. */
  add(folders: Iterable<string>): void;
  /** Resolves once nothing more will be told. */
  close(): Promise<void>;
}

/**
 * The door to chokidar. `hint` says only that it is worth looking: it may come for nothing, and of several changes within
 * 50 ms chokidar tells the first alone. `failed` gets the error where the system refuses, as when it has no watches left.
 */
export function watchFolders(hint: () => void, failed: (error: unknown) => void): FolderWatcher {
  // One each: of a folder and one inside it, a single watcher without depth sees but the outer one.
  const watchers = new Map<string, FSWatcher>();
  const start = (folder: string): FSWatcher =>
    watch(folder, {
      depth: 0,
      // A folder that is removed leaves watches behind, which would keep the process from ending.
      persistent: false,
      ignorePermissionErrors: true,
      ignored: (path, stats) => stats?.isFile() === true && !/\.(flow|json)$|[\\/]\.gitignore$/.test(path),
    })
      .on('all', (event, path) => {
        if (event === 'unlinkDir' && path.replaceAll('\\', '/') === folder) {
          void watchers.get(folder)?.close();
          watchers.delete(folder);
        }
        hint();
      })
      .on('error', failed);
  return {
    add(folders) {
      for (const folder of folders)
        if (!watchers.has(folder) && existsSync(folder)) watchers.set(folder, start(folder));
    },
    async close() {
      await Promise.all([...watchers.values()].map((watcher) => watcher.close()));
    },
  };
}
