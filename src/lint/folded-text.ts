/** A text with case and space aside, for asking whether two say the same. */
export const folded = (text: string): string =>
  text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
