import { bidiLevels, readsRightToLeft } from './bidi-levels.ts';

/**
 * A text whose letters run in the order of its levels (see `bidiLevels`), and the parts of it that lines are made of.
 */
export interface OrderedText {
  readonly text: string;
  readonly rightToLeft: boolean;
  readonly levels: Uint8Array | undefined;
}

export const orderText = (text: string, rightToLeft: boolean): OrderedText => ({
  text,
  rightToLeft,
  // Shown as spaces, and so ordered as such.
  levels: bidiLevels(text.replaceAll('\t', ' '), rightToLeft),
});

/**
 * A part of a text as the line that is shown: no space at its ends, a hyphen where a soft one became the break, and
 * a hyphen where one is asked for. The line reads alone as it does within the text. Where its own letters would be
 * ordered otherwise (`1-800` at the beginning of a line, after Arabic in the one before), characters that set the
 * direction are put in, so that everything that is handed a line orders it by the algorithm alone.
 */
export const lineInOrder = (
  { text, rightToLeft, levels }: OrderedText,
  start: number,
  end: number,
  hyphen = false,
): string => {
  let from = start;
  let to = end;
  while (from < to && isBlank(text, from)) from++;
  while (to > from && isBlank(text, to - 1)) to--;
  const hyphened = hyphen || text.charCodeAt(to - 1) === softHyphen;
  const shown: number[] = [];
  let line = '';
  for (let index = from; index < to; index++) {
    const unit = text.charCodeAt(index);
    if (unit === softHyphen || unit === zeroWidthSpace || (levels !== undefined && isDirecting(unit)))
      continue;
    line += unit === 0x09 || unit === 0x0a || unit === 0x0d ? ' ' : text.charAt(index);
    if (levels !== undefined) shown.push(levels[index] ?? 0);
  }
  if (hyphened) {
    line += '-';
    shown.push(shown.at(-1) ?? 0);
  }
  return levels === undefined || isInOrder(line, rightToLeft, shown)
    ? line
    : directed(line, rightToLeft, shown);
};

const softHyphen = 0xad;
const zeroWidthSpace = 0x200b;

const isBlank = (text: string, index: number): boolean => /[\s\u200b]/.test(text.charAt(index));

/** Characters that set the direction of what comes after them, or end that. */
const isDirecting = (unit: number): boolean =>
  (unit >= 0x202a && unit <= 0x202e) || (unit >= 0x2066 && unit <= 0x2069);

const isInOrder = (line: string, rightToLeft: boolean, levels: readonly number[]): boolean => {
  const own = bidiLevels(line, rightToLeft);
  return levels.every((level, index) => level === (own?.[index] ?? 0));
};

/** A line whose letters have the given levels, each raised by two, whatever they are. */
const directed = (line: string, rightToLeft: boolean, levels: readonly number[]): string => {
  const base = rightToLeft ? 1 : 0;
  let depth = 0;
  let result = '';
  const reach = (wanted: number): void => {
    for (; depth > wanted; depth--) result += popDirection;
    for (; depth < wanted; depth++) result += (base + depth) % 2 === 1 ? overrideToLeft : overrideToRight;
  };
  for (let index = 0; index < line.length; index++) {
    reach((levels[index] ?? base) - base + 1);
    result += line.charAt(index);
  }
  reach(0);
  return result;
};

const popDirection = '\u202c';
const overrideToRight = '\u202d';
const overrideToLeft = '\u202e';

/**
 * Puts a text into a sentence that is read from the given side: between isolating characters (UAX #9) where it is
 * read from the other, so that its stops and brackets stay where they belong.
 */
export const isolated = (text: string, rightToLeft: boolean): string =>
  readsRightToLeft(text, rightToLeft) === rightToLeft ? text : `\u2068${text}\u2069`;
