import { posix } from 'node:path';

/**
 * The address of a file for whoever reads a document in `folder`, both absolute: a relative reference (RFC 3986, 4.2),
 * in which signs with a meaning of their own are percent-encoded and letters of any script stay as they are (RFC 3987).
 * Undefined where no way leads there: to another drive of Windows.
 */
export function addressOf(folder: string, path: string): string | undefined {
  if (driveOf(folder) !== driveOf(path)) return undefined;
  return posix
    .relative(folder, path)
    .toWellFormed()
    .replaceAll(/[\0- "#%:<>?\\^`{|}\x7f]/g, encodeURIComponent);
}

/**
 * An address that was written for a document in the folder `from`, for one in the folder `to`, both absolute. What is
 * no way from folder to folder stays as it is: `https:` and other schemes, and a place in the document itself.
 * Undefined where no way leads there.
 */
export function rebaseAddress(address: string, from: string, to: string): string | undefined {
  const [path = ''] = /^[^?#]*/.exec(address) ?? [];
  if (from === to || path === '' || path.startsWith('/') || /^[^/]*:/.test(path)) return address;
  const way = addressOf(to, from);
  if (way === undefined) return undefined;
  const rebased = posix.join(way, path);
  // A colon in the first part would make a scheme of it.
  return (/^[^/]*:/.test(rebased) ? './' : '') + rebased + address.slice(path.length);
}

const driveOf = (path: string): string => /^[A-Za-z]:/.exec(path)?.[0].toLowerCase() ?? '';
