import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { isErrorWithCode } from './error-code.ts';
import type { FileWriter } from './shell.ts';
import { UsageError } from './usage-error.ts';

/** Writes to the disk through a temporary file in the same folder, so that a reader sees the old file or the new one. */
export const diskFileWriter: FileWriter = {
  write(path, content, root) {
    if (process.platform === 'win32' && isReservedOnWindows(basename(path)))
      throw new UsageError(`${path} cannot be written: Windows keeps its name for a device`);
    try {
      mkdirSync(root, { recursive: true });
      const target = placeWithin(realpathSync(root), path, root);
      if (hasContent(target, content)) return false;
      replace(target, content);
      return true;
    } catch (error) {
      if (!isErrorWithCode(error)) throw error;
      throw new UsageError(`${path} cannot be written: ${reasonOf(error)}`);
    }
  },
  remove(path, root) {
    try {
      const realRoot = realpathSync(root);
      refuseOutside(realRoot, realpathSync(dirname(path)), path);
      rmSync(path, { force: true });
    } catch (error) {
      if (!isErrorWithCode(error)) throw error;
      throw new UsageError(`${path} cannot be removed: ${reasonOf(error)}`);
    }
  },
  removeLeftovers(folder) {
    try {
      for (const name of readdirSync(folder)) {
        if (!temporaryName.test(name)) continue;
        const path = join(folder, name);
        if (Date.now() - lstatSync(path).mtimeMs > longestWrite) rmSync(path, { force: true });
      }
    } catch (error) {
      // Another build may tidy up as well; and whoever may not look into the folder has written nothing there.
      if (!isErrorWithCode(error)) throw error;
    }
  },
};

/** In ms, and many times what it takes. */
const longestWrite = 60_000;
const temporaryName = /^\.flowc-\d+-[a-z0-9]+\.tmp$/;

/** Names that Windows keeps for devices, with any extension: writing to `con.svg` would write to the console. */
export const isReservedOnWindows = (name: string): boolean =>
  /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]) *(?:\.|$)/i.test(name);

/** Where a path really lies, its folders made. Refuses a place outside of the root, to which only a link can lead. */
function placeWithin(realRoot: string, path: string, root: string): string {
  let folder = realRoot;
  for (const name of relative(root, dirname(path)).split(sep).filter(Boolean)) {
    const next = join(folder, name);
    // Another build may have made it since: `recursive` takes that as done.
    if (lstatSync(next, { throwIfNoEntry: false }) === undefined) mkdirSync(next, { recursive: true });
    folder = realpathSync(next);
    refuseOutside(realRoot, folder, path);
  }
  const target = join(folder, basename(path));
  if (!lstatSync(target, { throwIfNoEntry: false })?.isSymbolicLink()) return target;
  const real = statSync(target, { throwIfNoEntry: false }) === undefined ? undefined : realpathSync(target);
  if (real === undefined)
    throw new UsageError(`${path} is a link that leads nowhere, so nothing is written there`);
  refuseOutside(realRoot, real, path);
  return real;
}

function refuseOutside(realRoot: string, real: string, path: string): void {
  const way = relative(realRoot, real);
  if (way === '..' || way.startsWith(`..${sep}`) || /^[A-Za-z]:/.test(way))
    throw new UsageError(
      `${path} leads through a symbolic link out of its folder, so nothing is written there`,
    );
}

function hasContent(path: string, content: Uint8Array): boolean {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats?.isFile() === true && stats.size === content.length && readFileSync(path).equals(content);
}

function replace(path: string, content: Uint8Array): void {
  const temporary = join(dirname(path), `.flowc-${process.pid}-${Math.random().toString(36).slice(2)}.tmp`);
  const before = statSync(path, { throwIfNoEntry: false });
  try {
    writeFileSync(temporary, content, { flag: 'wx' });
    if (before !== undefined) chmodSync(temporary, before.mode & 0o777);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the disk can only be read',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is a file',
  EEXIST: 'a part of its path is a file',
  ENAMETOOLONG: 'its name is too long',
  ENOENT: 'its folder is gone, or nothing can be made in it',
  ELOOP: 'its links lead round in a circle',
  EBUSY: 'another program is using it',
  EMFILE: 'too many files are open',
  EIO: 'the disk reports an error',
};

/** Why the disk refused something, in words. */
export const reasonOf = (error: { readonly code: string; readonly message: string }): string =>
  reasons[error.code] ?? error.message;
