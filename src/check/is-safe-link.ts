/**
 * True for what a chart may link to: an `https:`, `http:` or `mailto:` address, or a path relative to the file. Nothing
 * else: no `javascript:`, no `data:`, no `//host`, no path from the root of a machine. Browsers drop tabs and line
 * breaks, skip leading control characters and read `\` as `/` (WHATWG URL, basic URL parser), so none of them may
 * occur.
 */
export function isSafeLink(link: string): boolean {
  if (link === '' || link !== link.trim() || hasForbidden(link)) return false;
  const scheme = /^([^/?#]*?):/.exec(link)?.[1]?.toLowerCase();
  if (scheme === 'https' || scheme === 'http') return /^https?:\/\/[^/?#]/i.test(link);
  if (scheme === 'mailto') return link.length > 'mailto:'.length;
  return scheme === undefined && !link.startsWith('/');
}

/** Control characters (C0, DEL, C1), invisible and bidirectional ones, lone surrogates, and the backslash. */
function hasForbidden(link: string): boolean {
  for (const character of link) {
    const code = character.codePointAt(0) ?? 0;
    if (
      code < 0x20 ||
      (code >= 0x7f && code <= 0x9f) ||
      (code >= 0x200b && code <= 0x200f) ||
      (code >= 0x2028 && code <= 0x202e) ||
      (code >= 0x2060 && code <= 0x206f) ||
      (code >= 0xd800 && code <= 0xdfff) ||
      code === 0xfeff ||
      character === '\\'
    )
      return true;
  }
  return false;
}
