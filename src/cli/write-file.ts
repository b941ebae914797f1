import {
  accessSync,
  chmodSync,
  chownSync,
  closeSync,
  constants,
  ftruncateSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { isErrorWithCode } from './error-code.ts';
import type { FileWriter } from './shell.ts';
import { UsageError } from './usage-error.ts';

/**
 * Writes to the disk through a temporary file in the same folder, so that a reader sees the old file or the new one.
 */
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

/** The real place of a path, its folders made. Refuses a place outside of the root, to which only a link can lead. */
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

/**
 * Puts the content in the place of what was there, which keeps its mode, its owner and its group. A file that goes by
 * several names, or whose owner nobody but the system may name, is written over instead, once all of the content is on
 * the disk: a rename would leave the other names with the old content, and the file with another owner.
 */
function replace(path: string, content: Uint8Array): void {
  const temporary = join(dirname(path), `.flowc-${process.pid}-${Math.random().toString(36).slice(2)}.tmp`);
  const before = statSync(path, { throwIfNoEntry: false });
  try {
    if (before?.isFile()) refuseReadOnly(path, before);
    writeFileSync(temporary, content, { flag: 'wx' });
    const isAlike = before === undefined || (before.nlink === 1 && takesAfter(temporary, before));
    if (isAlike) renameSync(temporary, path);
    else {
      writeOver(path, content);
      rmSync(temporary, { force: true });
    }
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** A file that its owner has locked is not to be replaced, though the system lets whoever owns the folder do so. */
function refuseReadOnly(path: string, before: Stats): void {
  if ((before.mode & 0o222) === 0) throw new UsageError(`${path} cannot be written: it can only be read`);
  accessSync(path, constants.W_OK);
}

/** Gives a file the owner, group and mode of another; says whether that could be done. */
function takesAfter(path: string, { mode, uid, gid }: Stats): boolean {
  const own = statSync(path);
  try {
    if (own.uid !== uid || own.gid !== gid) chownSync(path, uid, gid);
    // After the owner, with which some bits go.
    chmodSync(path, mode & 0o7777);
    return true;
  } catch (error) {
    if (!isErrorWithCode(error)) throw error;
    return false;
  }
}

function writeOver(path: string, content: Uint8Array): void {
  const file = openSync(path, 'r+');
  try {
    for (let at = 0; at < content.length; ) at += writeSync(file, content, at, content.length - at, at);
    ftruncateSync(file, content.length);
  } finally {
    closeSync(file);
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
