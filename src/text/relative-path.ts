/** The path that a relative path leads to, or why it leads nowhere. */
export type ResolvedPath =
  | { readonly path: string }
  | { readonly problem: 'empty' | 'absolute' | 'backslash' | 'control-character' };

/**
 * The path, as in `Source.path`, to which `relative` leads from the file at `from`. Pure, and the same on every system:
 * only `/` separates; absolute paths, drive letters, addresses and backslashes are refused. A result that begins with
 * `..` lies outside of the folder to which paths are relative.
 */
export function resolvePath(from: string, relative: string): ResolvedPath {
  if (relative === '') return { problem: 'empty' };
  if (relative.includes('\\')) return { problem: 'backslash' };
  if (relative.startsWith('/') || /^[A-Za-z][A-Za-z0-9+.-]*:/.test(relative)) return { problem: 'absolute' };
  for (let at = 0; at < relative.length; at += 1)
    if (relative.charCodeAt(at) < 0x20 || relative.charCodeAt(at) === 0x7f)
      return { problem: 'control-character' };
  const parts: string[] = [];
  for (const part of [...folderOf(from), ...relative.split('/')]) {
    if (part === '' || part === '.') continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else parts.push(part);
  }
  return { path: (from.startsWith('/') ? '/' : '') + parts.join('/') };
}

/** The way from the file at `from` to the one at `to`. Both are paths as in `Source.path`. */
export function pathFromFile(from: string, to: string): string {
  const start = folderOf(from);
  const target = to.split('/');
  let same = 0;
  while (same < start.length && same < target.length - 1 && start[same] === target[same]) same += 1;
  return [...start.slice(same).map(() => '..'), ...target.slice(same)].join('/');
}

const folderOf = (path: string): readonly string[] => path.split('/').slice(0, -1);
