import { relativePath } from '../../project/path.ts';
import { isErrorWithCode } from '../error-code.ts';
import type { Shell } from '../shell.ts';
import { watchFolders } from './folder-watcher.ts';
import { recordFiles } from './recorded-files.ts';

/** After the first hint: long enough for a save of several files, too short to be felt. */
const pause = 10;
/** Once more, as the watcher tells no second change that comes right after the first. */
const afterthought = 120;

/**
 * Runs something, and again whenever the disk would answer its questions otherwise than it did. Runs never overlap: all
 * that changes during one is seen by the next. `changed` are absolute paths, none at first. Ends when the shell is
 * interrupted, or with what `run` throws.
 */
export async function repeatOnChange(
  shell: Shell,
  run: (shell: Shell, changed: readonly string[]) => Promise<void>,
): Promise<void> {
  const signal = createSignal();
  let soon: NodeJS.Timeout | undefined;
  let late: NodeJS.Timeout | undefined;
  const hint = (): void => {
    soon ??= setTimeout(() => {
      soon = undefined;
      signal.raise();
    }, pause);
    clearTimeout(late);
    late = setTimeout(signal.raise, afterthought);
  };
  const watcher = watchFolders({
    hint,
    failed: warnOnce(shell),
    gone: (folder) => {
      const name = relativePath(shell.cwd, folder);
      shell.stderr.write(`warning: the folder ${name} is gone; it is watched again once it is back\n`);
    },
  });
  let interrupted = false;
  const interruption = shell.untilInterrupted().then(() => {
    interrupted = true;
    signal.raise();
  });
  // Watches alone do not keep the process going.
  const wakefulness = setInterval(() => {}, 2 ** 30);
  try {
    for (let changed: readonly string[] = []; !interrupted; ) {
      const record = recordFiles(shell.files);
      await run({ ...shell, files: record.files }, changed);
      watcher.add(record.folders());
      do {
        await signal.raised();
        changed = record.changed();
        if (changed.length > 0) watcher.add(record.folders());
      } while (changed.length === 0 && !interrupted);
    }
    await interruption;
  } finally {
    clearInterval(wakefulness);
    clearTimeout(soon);
    clearTimeout(late);
    await watcher.close();
  }
}

/** Says what the system refused, each reason once. */
function warnOnce({ stderr }: Shell): (error: unknown) => void {
  const told = new Set<string>();
  return (error) => {
    const reason = isErrorWithCode(error) ? error.code : String(error);
    if (told.has(reason)) return;
    told.add(reason);
    const message = reasons[reason] ?? `a folder cannot be watched: ${reason}`;
    stderr.write(`warning: ${message}\n`);
  };
}

const reasons: Readonly<Record<string, string>> = {
  ENOSPC: 'the system has no watches left (fs.inotify.max_user_watches), so some changes go unseen',
  EMFILE: 'too many files are open, so some changes go unseen',
};

/** Remembers one raise until it is waited for. */
function createSignal(): { raise(): void; raised(): Promise<void> } {
  let isRaised = false;
  let wake = (): void => {};
  return {
    raise() {
      isRaised = true;
      wake();
    },
    async raised() {
      if (!isRaised)
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      isRaised = false;
    },
  };
}
