import { wideRanges, zeroWidthRanges } from './width-ranges.ts';

/** Columns that one code point takes on a terminal: 0, 1 or 2. */
export function codePointWidth(codePoint: number): 0 | 1 | 2 {
  if (codePoint < 0x300) return 1;
  if (isIn(zeroWidthRanges, codePoint)) return 0;
  return isIn(wideRanges, codePoint) ? 2 : 1;
}

/** Columns that a printable text takes on a terminal. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += codePointWidth(character.codePointAt(0) ?? 0);
  return width;
}

/**
 * Whether a text holds a character of a right-to-left script: terminals differ in the order in which they show those.
 */
export function hasRightToLeft(text: string): boolean {
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    if (
      (codePoint >= 0x590 && codePoint <= 0x8ff) ||
      (codePoint >= 0xfb1d && codePoint <= 0xfdff) ||
      (codePoint >= 0xfe70 && codePoint <= 0xfeff) ||
      (codePoint >= 0x10800 && codePoint <= 0x10fff) ||
      (codePoint >= 0x1e800 && codePoint <= 0x1efff)
    )
      return true;
  }
  return false;
}

/** `ranges` is flat: first and last of each, sorted. */
function isIn(ranges: readonly number[], codePoint: number): boolean {
  let low = 0;
  let high = ranges.length >> 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[2 * middle + 1] ?? 0) < codePoint) low = middle + 1;
    else high = middle;
  }
  return low < ranges.length >> 1 && (ranges[2 * low] ?? 0) <= codePoint;
}
