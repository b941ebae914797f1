import type { FontName } from './font-name.ts';

/** The scripts that text is shaped in, by their ISO 15924 codes; Zyyy is what all of them share. */
export type Script =
  | 'Zyyy'
  | 'Latn'
  | 'Grek'
  | 'Cyrl'
  | 'Hebr'
  | 'Arab'
  | 'Deva'
  | 'Telu'
  | 'Thai'
  | 'Hani'
  | 'Kana'
  | 'Hang';

export interface CharacterClass {
  readonly script: Script;
  readonly font: FontName;
  /** In em, where all characters of the class are as wide by design, so that no font is needed to measure them. */
  readonly advance?: number;
}

const latin: CharacterClass = { script: 'Latn', font: 'Noto Sans' };
const common: CharacterClass = { script: 'Zyyy', font: 'Noto Sans' };
const greek: CharacterClass = { script: 'Grek', font: 'Noto Sans' };
const cyrillic: CharacterClass = { script: 'Cyrl', font: 'Noto Sans' };
const hebrew: CharacterClass = { script: 'Hebr', font: 'Noto Sans Hebrew' };
const arabic: CharacterClass = { script: 'Arab', font: 'Noto Sans Arabic' };
const devanagari: CharacterClass = { script: 'Deva', font: 'Noto Sans Devanagari' };
const danda: CharacterClass = { script: 'Zyyy', font: 'Noto Sans Devanagari' };
const telugu: CharacterClass = { script: 'Telu', font: 'Noto Sans Telugu' };
const thai: CharacterClass = { script: 'Thai', font: 'Noto Sans Thai' };
const mathematical: CharacterClass = { script: 'Zyyy', font: 'Noto Sans Math' };
const symbol: CharacterClass = { script: 'Zyyy', font: 'Noto Sans Symbols 2' };
const ideograph: CharacterClass = { script: 'Hani', font: 'Noto Sans SC', advance: 1 };
const wideSymbol: CharacterClass = { script: 'Zyyy', font: 'Noto Sans SC', advance: 1 };
const kana: CharacterClass = { script: 'Kana', font: 'Noto Sans JP', advance: 1 };
const halfwidthKana: CharacterClass = { script: 'Kana', font: 'Noto Sans JP', advance: 0.5 };
const hangul: CharacterClass = { script: 'Hang', font: 'Noto Sans KR', advance: 0.92 };

/** 2600 of 2048 units: the one advance of Noto Emoji. */
export const emoji: CharacterClass = { script: 'Zyyy', font: 'Noto Emoji', advance: 2600 / 2048 };

/**
 * The class that begins at each code point and goes on to the next. Blocks of the Unicode standard, which never change;
 * letters of Noto Sans are kept apart from its signs, because HarfBuzz shapes one script at a time.
 */
const classes: readonly (readonly [first: number, characterClass: CharacterClass])[] = [
  [0x0, common],
  [0x41, latin],
  [0x5b, common],
  [0x61, latin],
  [0x7b, common],
  [0xc0, latin],
  [0xd7, common],
  [0xd8, latin],
  [0xf7, common],
  [0xf8, latin],
  [0x2b0, common],
  [0x370, greek],
  [0x400, cyrillic],
  [0x530, common],
  [0x590, hebrew],
  [0x600, arabic],
  [0x700, common],
  [0x750, arabic],
  [0x780, common],
  [0x900, devanagari],
  [0x964, danda],
  [0x966, devanagari],
  [0x980, common],
  [0xc00, telugu],
  [0xc80, common],
  [0xe00, thai],
  [0xe80, common],
  [0x1100, hangul],
  [0x1200, common],
  [0x1e00, latin],
  [0x1f00, greek],
  [0x2000, common],
  [0x2190, mathematical],
  [0x2300, symbol],
  [0x2400, common],
  [0x2460, wideSymbol],
  [0x2500, symbol],
  [0x27c0, common],
  [0x2b00, emoji],
  [0x2c00, common],
  [0x2e80, ideograph],
  [0x3040, kana],
  [0x3100, ideograph],
  [0x3130, hangul],
  [0x3190, ideograph],
  [0x31f0, kana],
  [0x3200, wideSymbol],
  [0x3400, ideograph],
  [0xa000, common],
  [0xa8e0, devanagari],
  [0xa900, common],
  [0xa960, hangul],
  [0xa980, common],
  [0xac00, hangul],
  [0xd800, common],
  [0xf900, ideograph],
  [0xfb00, latin],
  [0xfb1d, hebrew],
  [0xfb50, arabic],
  [0xfe00, common],
  [0xfe30, wideSymbol],
  [0xfe70, arabic],
  [0xfeff, common],
  [0xff01, wideSymbol],
  [0xff61, halfwidthKana],
  [0xffa0, hangul],
  [0xffe0, wideSymbol],
  [0xfff0, common],
  [0x1f000, emoji],
  [0x1f100, wideSymbol],
  [0x1f1e6, emoji],
  [0x1f200, wideSymbol],
  [0x1f300, emoji],
  [0x1fb00, common],
  [0x20000, ideograph],
  [0x40000, common],
];

export const classOf = (codePoint: number): CharacterClass => {
  let low = 0;
  let high = classes.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((classes[middle]?.[0] ?? 0) <= codePoint) low = middle;
    else high = middle;
  }
  return classes[low]?.[1] ?? common;
};

/**
 * Characters below U+2B00 that are shown as emoji unless a selector says otherwise: Emoji_Presentation of Unicode 16.
 */
const emojiOfOldBlocks: ReadonlySet<number> = new Set([
  ...[0x231a, 0x231b, 0x23e9, 0x23ea, 0x23eb, 0x23ec, 0x23f0, 0x23f3, 0x25fd, 0x25fe, 0x2614, 0x2615],
  ...[0x2648, 0x2649, 0x264a, 0x264b, 0x264c, 0x264d, 0x264e, 0x264f, 0x2650, 0x2651, 0x2652, 0x2653],
  ...[0x267f, 0x2693, 0x26a1, 0x26aa, 0x26ab, 0x26bd, 0x26be, 0x26c4, 0x26c5, 0x26ce, 0x26d4, 0x26ea],
  ...[0x26f2, 0x26f3, 0x26f5, 0x26fa, 0x26fd, 0x2705, 0x270a, 0x270b, 0x2728, 0x274c, 0x274e, 0x2753],
  ...[0x2754, 0x2755, 0x2757, 0x2795, 0x2796, 0x2797, 0x27b0, 0x27bf],
]);

const textStyle = 0xfe0e;
const emojiStyle = 0xfe0f;

/** The class of a whole grapheme: of its first character, unless it asks to be an emoji. */
export const classOfGrapheme = (grapheme: string): CharacterClass => {
  const first = grapheme.codePointAt(0) ?? 0;
  if (grapheme.length > 1 && grapheme.charCodeAt(grapheme.length - 1) !== textStyle)
    for (let index = 1; index < grapheme.length; index++)
      if (grapheme.charCodeAt(index) === emojiStyle) return emoji;
  return emojiOfOldBlocks.has(first) && grapheme.charCodeAt(1) !== textStyle ? emoji : classOf(first);
};

/** Characters that have no shape and no width of their own: they steer what stands beside them. */
export const isInvisible = (codePoint: number): boolean =>
  codePoint === 0xad ||
  codePoint === 0x34f ||
  codePoint === 0x61c ||
  (codePoint >= 0x200b && codePoint <= 0x200f) ||
  (codePoint >= 0x202a && codePoint <= 0x202e) ||
  (codePoint >= 0x2060 && codePoint <= 0x206f) ||
  (codePoint >= 0xfe00 && codePoint <= 0xfe0f) ||
  codePoint === 0xfeff ||
  (codePoint >= 0xe0000 && codePoint <= 0xe0fff);
