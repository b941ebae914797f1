import { thaiPrefixes, thaiWords } from './thai-words.ts';

export const isThai = (unit: number): boolean => unit >= 0x0e01 && unit <= 0x0e5b;

/** How a place inside of Thai text does for a line break: 0 is best, `forbidden` is none. */
export const forbidden = Number.POSITIVE_INFINITY;
const betweenWords = 0.5;
const afterPrefix = 2;
const atSyllable = 3;

const words: ReadonlySet<string> = new Set(thaiWords);
const longestWord = Math.max(...thaiWords.map((word) => word.length));

/**
 * The penalties of breaking a stretch of Thai before each of its UTF-16 units; the first is forbidden, as it is no
 * place inside. There is no dictionary of the whole language here, as there is in ICU, whose breaks change from
 * version to version. The text is covered with as few pieces outside of a list of common words as can be, by
 * dynamic programming; the rest is broken only where the spelling itself shows the border of a syllable: before a
 * vowel that is written first (เ แ โ ใ ไ), after one that is written last (ะ ำ), and after the marks ๆ and ฯ.
 */
export const thaiBreaks = (text: string): readonly number[] => {
  const length = text.length;
  const cost = new Array<number>(length + 1).fill(forbidden);
  const from = new Array<number>(length + 1).fill(0);
  const isWord = new Array<boolean>(length + 1).fill(false);
  cost[0] = 0;
  for (let start = 0; start < length; start++) {
    const before = cost[start] ?? forbidden;
    if (before === forbidden) continue;
    const reach = (end: number, price: number, word: boolean): void => {
      if (before + price >= (cost[end] ?? forbidden)) return;
      cost[end] = before + price;
      from[end] = start;
      isWord[end] = word;
    };
    let next = start + 1;
    while (next < length && leansBack(text.charCodeAt(next))) next++;
    reach(next, priceOfUnknown * (next - start), false);
    for (let end = Math.min(length, start + longestWord); end > start; end--)
      if ((end === length || !leansBack(text.charCodeAt(end))) && words.has(text.slice(start, end)))
        reach(end, priceOfWord, true);
  }
  const penalties = new Array<number>(length).fill(forbidden);
  let end = length;
  let nextIsWord = true;
  while (end > 0) {
    const start = from[end] ?? 0;
    const word = isWord[end] ?? false;
    if (end < length) {
      if (word && nextIsWord)
        penalties[end] = thaiPrefixes.has(text.slice(start, end)) ? afterPrefix : betweenWords;
      else if (showsSyllable(text.charCodeAt(end - 1), text.charCodeAt(end))) penalties[end] = atSyllable;
    }
    nextIsWord = word;
    end = start;
  }
  return penalties;
};

const priceOfWord = 1;
const priceOfUnknown = 3;

/** Vowels and marks that are written after, above or below their consonant. */
const leansBack = (unit: number): boolean =>
  (unit >= 0x0e30 && unit <= 0x0e3a) || (unit >= 0x0e45 && unit <= 0x0e4e) || unit === 0x0e2f;

const isLeadingVowel = (unit: number): boolean => unit >= 0x0e40 && unit <= 0x0e44;

const showsSyllable = (before: number, after: number): boolean =>
  isLeadingVowel(after) ||
  ((before === 0x0e30 || before === 0x0e33 || before === 0x0e46 || before === 0x0e2f) && !leansBack(after));
