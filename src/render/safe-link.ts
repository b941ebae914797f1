/**
 * The address if a picture may link to it: a relative path, or `https:`, `http:` or `mailto:`. Anything else, and an
 * address with a control character or a backslash, which browsers read in their own way, is undefined.
 */
export const safeLink = (address: string): string | undefined => {
  if (address === '' || /[\0-\x20\x7f\\]/.test(address)) return undefined;
  if (/^(https?:\/\/|mailto:)[^/]/i.test(address)) return address;
  return /^[/]|^[^/?#]*:/.test(address) ? undefined : address;
};
