/**
 * The path that stands for a URI in the server: absolute, with `/`, drive letters in capitals. A document that is not
 * on the disk, such as `untitled:Untitled-1`, has its URI for a path.
 */
export function pathOfUri(uri: string): string {
  const match = /^file:\/\/([^/]*)(\/.*)$/i.exec(uri);
  if (match === null) return uri;
  const [, host = '', written = ''] = match;
  const path = decoded(written);
  if (host !== '' && host !== 'localhost') return `//${host}${path}`;
  return path.replace(/^\/([A-Za-z]):/, (_, drive: string) => `${drive.toUpperCase()}:`);
}

/** The URI of such a path. */
export function uriOfPath(path: string): string {
  if (/^[A-Za-z]:\//.test(path)) return `file:///${encoded(path)}`;
  if (path.startsWith('//')) return `file:${encoded(path)}`;
  return path.startsWith('/') ? `file://${encoded(path)}` : path;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const encoded = (path: string): string => path.split('/').map(encodeURIComponent).join('/');
