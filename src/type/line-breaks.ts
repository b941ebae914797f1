import LineBreaker from 'linebreak';
import { classOf } from './character-class.ts';
import { forbidden, isThai, thaiBreaks } from './thai-breaks.ts';

/** A place where a line may end, before the UTF-16 offset `position`. */
export interface LineBreak {
  readonly position: number;
  /** After a line feed. */
  readonly required: boolean;
  /** How much worse the place is than a space between two words, from 0. */
  readonly penalty: number;
}

/**
 * The places at which a text may be broken, the end of the text last. Places are those of UAX #14, with its data pinned
 * by a package, except that Korean words stay whole, and that Thai, which it leaves alone, is broken between words.
 */
export const lineBreaks = (text: string): readonly LineBreak[] => {
  const breaks: LineBreak[] = [];
  const breaker = new LineBreaker(text);
  let last = 0;
  for (let found = breaker.nextBreak(); found !== null; found = breaker.nextBreak()) {
    addThaiBreaks(breaks, text, last, found.position);
    const required = found.required === true && found.position < text.length;
    const penalty = found.position === text.length || required ? 0 : penaltyAt(text, found.position);
    if (penalty !== forbidden) breaks.push({ position: found.position, required, penalty });
    last = found.position;
  }
  return breaks;
};

const addThaiBreaks = (breaks: LineBreak[], text: string, start: number, end: number): void => {
  let from = start;
  while (from < end) {
    if (!isThai(text.charCodeAt(from))) {
      from++;
      continue;
    }
    let to = from + 1;
    while (to < end && isThai(text.charCodeAt(to))) to++;
    for (const [index, penalty] of thaiBreaks(text.slice(from, to)).entries())
      if (penalty !== forbidden) breaks.push({ position: from + index, required: false, penalty });
    from = to;
  }
};

/** Tuned by eye on labels in all scripts. An empty line costs as much as a penalty of 8. */
const penaltyAt = (text: string, position: number): number => {
  const before = lastCodePoint(text, position);
  const after = text.codePointAt(position) ?? 0;
  if (isSpace(before)) return particles.has(after) && isHiragana(after) ? 2 : penaltyAtSpace(text, position);
  const left = classOf(before).script;
  const right = classOf(after).script;
  if (left === 'Hang' && right === 'Hang') return forbidden;
  if (isEastAsian(left) || isEastAsian(right)) return eastAsianPenalty(before, after, hasKana(text));
  return before === hyphen || before === slash || before === enDash || before === emDash ? 0.8 : 1.5;
};

const hyphen = 0x2d;
const slash = 0x2f;
const enDash = 0x2013;
const emDash = 0x2014;

const isSpace = (codePoint: number): boolean =>
  codePoint === 0x20 || codePoint === 0x09 || codePoint === 0x200b || codePoint === 0x3000;

const lastCodePoint = (text: string, end: number): number => {
  const unit = text.charCodeAt(end - 1);
  return unit >= 0xdc00 && unit <= 0xdfff ? (text.codePointAt(end - 2) ?? unit) : unit;
};

/**
 * A space after a word that leans on the next one: a short
 * preposition, a sign, an emoji, a number before what it counts.
 */
const penaltyAtSpace = (text: string, position: number): number => {
  let end = position;
  while (end > 0 && isSpace(text.charCodeAt(end - 1))) end--;
  let start = end;
  while (start > 0 && end - start < longestLeaning && !isSpace(text.charCodeAt(start - 1))) start--;
  const word = text.slice(start, end);
  if (/^[(“«]?\d+$/.test(word)) return isDigit(text.charCodeAt(position)) ? 1 : 0.6;
  if (/^[A-Za-z]{1,3}\.$/.test(word) && isDigit(text.charCodeAt(position))) return 1;
  const { script, font } = classOf(word.codePointAt(0) ?? 0);
  if (font === 'Noto Emoji') return 0.6;
  if (word.length > 2) return 0;
  return script === 'Latn' || script === 'Cyrl' || script === 'Grek' || /^[-–—<>=+&#№→]$/.test(word)
    ? 0.6
    : 0;
};

const longestLeaning = 8;

const isEastAsian = (script: string): boolean => script === 'Hani' || script === 'Kana' || script === 'Hang';

const isKatakana = (codePoint: number): boolean => codePoint >= 0x30a1 && codePoint <= 0x30ff;
const isHiragana = (codePoint: number): boolean => codePoint >= 0x3041 && codePoint <= 0x309f;
const isDigit = (codePoint: number): boolean => codePoint >= 0x30 && codePoint <= 0x39;

/** Punctuation that closes a phrase in Chinese and Japanese. */
const phraseEnds: ReadonlySet<number> = new Set(
  [...'、。，；：！？」』）】》'].map((sign) => sign.charCodeAt(0)),
);
/** Japanese particles and Chinese 的 and 了, after which a phrase goes on with a new word. */
const particles: ReadonlySet<number> = new Set(
  [...'のをにはがでともへや的了'].map((sign) => sign.charCodeAt(0)),
);

/**
 * Chinese may be broken anywhere alike, as far as can be known without a dictionary. Japanese is best broken after a
 * particle; words show in how its scripts change, and what is written in one script is better not torn.
 */
const eastAsianPenalty = (before: number, after: number, japanese: boolean): number => {
  if (phraseEnds.has(before)) return 0;
  if (isKatakana(before) && isKatakana(after)) return 4;
  if (isDigit(before)) return 3;
  if (isHiragana(after)) return particles.has(after) ? 5 : 3;
  if (particles.has(before)) return 0.2;
  if (!japanese) return 1.2;
  return isHiragana(before) ? 0.6 : 2;
};

const hasKana = (text: string): boolean => /[\u3041-\u30ff]/.test(text);
