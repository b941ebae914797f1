/**
 * The address as a picture may link to it: a relative path, or `https:`, `http:` or `mailto:`. Undefined for anything
 * else, and for an address with a control character or a backslash, which browsers read in ways of their own.
 */
export const safeLink = (address: string): string | undefined => {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers drop controls, so one could hide a scheme
  if (address === '' || /[\0-\x1f\x7f\\]/.test(address)) return undefined;
  const written = address.replaceAll(' ', '%20');
  if (/^(https?:\/\/|mailto:)[^/]/i.test(written)) return written;
  return /^\/|^[^/?#]*:/.test(written) ? undefined : written;
};
