import { posix } from 'node:path';

/** An absolute path from a base folder and a path that is relative to it or absolute itself. */
export const absolutePath = (folder: string, path: string): string => {
  const whole = isAbsolute(path) ? posix.normalize(path) : posix.join(folder, path);
  return whole.length > 1 && whole.endsWith('/') && !/^[A-Za-z]:\/$/.test(whole) ? whole.slice(0, -1) : whole;
};

export const isAbsolute = (path: string): boolean => path.startsWith('/') || /^[A-Za-z]:\//.test(path);

/** The way from one absolute folder to an absolute path, for people and reports; `.` for the folder itself. */
export const relativePath = (folder: string, path: string): string => posix.relative(folder, path) || '.';

/** The folder of an absolute path; that of a root is the root itself. */
export const parentFolder = (path: string): string => posix.dirname(path);

/** A folder and the folders it is in, from the inside out. */
export function ancestors(folder: string): readonly string[] {
  const result = [folder];
  for (let at = folder, up = parentFolder(at); up !== at; at = up, up = parentFolder(at)) result.push(up);
  return result;
}

/** Whether an absolute path lies in a folder or is that folder. */
export const isWithin = (folder: string, path: string): boolean =>
  path === folder || path.startsWith(folder.endsWith('/') ? folder : `${folder}/`);

/** The innermost folder that is `folder` or holds it, and holds all of the absolute paths. */
export function commonFolder(folder: string, paths: readonly string[]): string {
  let common = folder;
  for (const path of paths)
    while (!isWithin(common, path) && common !== parentFolder(common)) common = parentFolder(common);
  return common;
}
