import { lstatSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The folder for what flowc keeps to be faster the next time, made where it is missing; undefined where there is none
 * that only this user can write to, or where `FLOWC_CACHE=off`. What lies in it is run as code, so another's folder
 * will not do.
 */
export function cacheFolder(environment: NodeJS.ProcessEnv): string | undefined {
  const folder = placeOf(environment);
  if (folder === undefined || environment['FLOWC_CACHE'] === 'off') return undefined;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const stats = lstatSync(folder);
    const isOwn = process.getuid === undefined || stats.uid === process.getuid();
    const isPrivate = process.platform === 'win32' || (stats.mode & 0o022) === 0;
    return stats.isDirectory() && isOwn && isPrivate ? folder : undefined;
  } catch {
    return undefined;
  }
}

/** Removes what is a month old: what is still of use is made again. */
export function sweep(folder: string): void {
  const oldest = Date.now() - 30 * 24 * 3600 * 1000;
  try {
    for (const name of readdirSync(folder)) {
      const path = join(folder, name);
      if (statSync(path).mtimeMs < oldest) rmSync(path, { force: true });
    }
  } catch {
    // Another process was faster.
  }
}

/** The folder in which the system wants caches to be. */
function placeOf({
  XDG_CACHE_HOME: xdg,
  LOCALAPPDATA: local,
  HOME: home,
}: NodeJS.ProcessEnv): string | undefined {
  if (xdg?.startsWith('/') === true) return join(xdg, 'flowc');
  if (process.platform === 'win32') return local === undefined ? undefined : join(local, 'flowc', 'cache');
  if (home?.startsWith('/') !== true) return undefined;
  return process.platform === 'darwin' ? join(home, 'Library/Caches/flowc') : join(home, '.cache/flowc');
}
