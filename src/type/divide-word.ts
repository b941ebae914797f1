import { splitGraphemes } from 'unicode-segmenter/grapheme';
import type { TextMeasurer } from './measurer.ts';

/** A part of a word that is too long for a line. */
export interface WordPiece {
  /** In UTF-16 units of the word. */
  readonly start: number;
  readonly end: number;
  /** In px, without a hyphen. */
  readonly width: number;
  /** Whether a line that ends after it shows a hyphen. */
  readonly hyphen: boolean;
  /** How bad it is to end a line after it. */
  readonly penalty: number;
}

export interface WordSetting {
  readonly measurer: TextMeasurer;
  /** The length of a part, in px. */
  readonly width: (part: string) => number;
  /** In px: what is no longer than this need not be divided. */
  readonly longest: number;
  /** In px: what is longer is cut between any two letters. */
  readonly widest: number;
}

/**
 * Divides a word that is too long for a line. Names of programs, addresses and codes are divided where their parts
 * meet, and get no hyphen, since that would be read as one of their characters; words of a language that has
 * patterns for it, between syllables; others not at all, unless no line could hold them.
 */
export const divideWord = (word: string, setting: WordSetting): readonly WordPiece[] => {
  const ways = isCode(word) ? [signPlaces, casePlaces] : [syllablePlaces];
  let pieces: readonly WordPiece[] = [
    { start: 0, end: word.length, width: setting.longest + 1, hyphen: false, penalty: 0 },
  ];
  for (const way of ways)
    pieces = pieces.flatMap((piece) =>
      piece.width <= setting.longest
        ? [piece]
        : divideAt(way(word.slice(piece.start, piece.end), setting), piece, word, setting),
    );
  return pieces.flatMap((piece) =>
    piece.width <= setting.widest ? [piece] : cutAnywhere(word, piece, setting),
  );
};

interface Place {
  readonly at: number;
  readonly penalty: number;
  readonly hyphen: boolean;
}

const divideAt = (
  places: readonly Place[],
  { start: from, end, hyphen, penalty }: WordPiece,
  word: string,
  { width }: WordSetting,
): readonly WordPiece[] => {
  let start = from;
  return [...places, { at: end - from, hyphen, penalty }].map((place) => {
    const piece = {
      ...place,
      start,
      end: from + place.at,
      width: width(word.slice(start, from + place.at).trim()),
    };
    start = piece.end;
    return piece;
  });
};

const penaltyAtSign = 1;
const penaltyAtCase = 1.5;
const penaltyAtSyllable = 4.5;
const penaltyAnywhere = 8;

/** What is no word of a language: signs or digits inside of it, or capitals after small letters. */
const isCode = (word: string): boolean => signs.test(word) || cases.test(word) || digits.test(word);

/** Signs inside of a word, not marks before or after it. */
const signs = /(?<=[^\s([{„“"'«])[._/\\:;,=&?#@|~+%$-]+(?=[^\s.,;:!?)\]}“”"'»])/;
/** A small letter or digit before a capital; the last of some capitals before a capitalised word. */
const cases = /[a-zß-öø-ÿ\d](?=[A-ZÀ-ÖØ-Þ])|[A-Z](?=[A-Z][a-z])/;
const digits = /[A-Za-z]\d|\d[A-Za-z]/;

const signPlaces = (word: string): readonly Place[] => placesAfter(word, signs, penaltyAtSign);
const casePlaces = (word: string): readonly Place[] => placesAfter(word, cases, penaltyAtCase);

const placesAfter = (word: string, end: RegExp, penalty: number): readonly Place[] =>
  [...word.matchAll(new RegExp(end, 'g'))].map(({ index, 0: found }) => ({
    at: index + found.length,
    penalty,
    hyphen: false,
  }));

const syllablePlaces = (word: string, { measurer: { divisions } }: WordSetting): readonly Place[] =>
  [...word.matchAll(letters)].flatMap(({ index, 0: found }) =>
    (divisions?.(found) ?? []).map((at) => ({ at: index + at, penalty: penaltyAtSyllable, hyphen: true })),
  );

/** Letters of Latin, which all the languages with patterns are written in. */
const letters = /[A-Za-zÀ-ÖØ-öø-ſ]{6,}/g;

/** Cuts what no line can hold into pieces about equally long, between graphemes and with nothing added. */
const cutAnywhere = (
  word: string,
  whole: WordPiece,
  { width, widest }: WordSetting,
): readonly WordPiece[] => {
  const evenly = whole.width / Math.ceil(whole.width / Math.max(1, widest));
  const pieces: WordPiece[] = [];
  let { start } = whole;
  let end = start;
  let length = 0;
  for (const grapheme of splitGraphemes(word.slice(whole.start, whole.end))) {
    const longer = width(word.slice(start, end + grapheme.length).trim());
    if (end > start && (length >= evenly - grapheme.length || longer > widest)) {
      pieces.push({ start, end, width: length, hyphen: false, penalty: penaltyAnywhere });
      start = end;
      length = width(grapheme);
    } else length = longer;
    end += grapheme.length;
  }
  return [...pieces, { ...whole, start, width: length }];
};
