// C0 controls but tab and line breaks, lone surrogates, and the two non-characters that XML 1.0 (section 2.2) excludes.
const forbidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what it looks for
  /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * The text as XML can hold it: characters that XML has no way to write become U+FFFD, the replacement character, so
 * that they take the room of the missing glyph that they were measured as; tabs and line breaks become spaces, as every
 * parser makes them in attributes. The result has the same number of UTF-16 units.
 */
export const xmlText = (text: string): string =>
  text.replaceAll(/[\t\n\r]/g, ' ').replaceAll(forbidden, '\ufffd');
