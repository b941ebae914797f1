import type { DurationPart } from '../../language/duration.ts';
import type { Span } from '../../text/span.ts';
import { allUnits, readDuration } from '../read-duration.ts';
import { readTime } from '../time-words.ts';
import { endOf, type Token } from '../token.ts';
import { attributeTypes, exceptionTypes, isName, isReserved } from '../token-sets.ts';
import { Comma, DurationToken, Integer, Range, Text, word } from '../token-types.ts';
import {
  type HabitFinding,
  inserted,
  isWord,
  retyped,
  safeFix,
  type TokenDraft,
  typeMeant,
} from './token-draft.ts';

const timeWords = new Set([word.within, word.takes, word.every, word.after, word.per, word.promise]);

/** Times that are said in words, or stand in quotes: `within 3 working days`, `takes 2 to 3 hours`, `within "20s"`. */
export function timesInWords(draft: TokenDraft): void {
  for (const [index, line] of draft.lines.entries()) {
    let own = line;
    for (let at = 0; at < own.length; at++) {
      const keyword = own[at];
      if (keyword === undefined || !isTimeWord(draft, keyword, own[at + 1]) || isNameOf(own, at)) continue;
      own = listMended(draft, own, keyword, at + 1);
    }
    draft.lines[index] = own;
  }
}

/** A line whose times from a place on are written as they should be: one, or several with commas, and levels. */
function listMended(draft: TokenDraft, line: Token[], keyword: Token, start: number): Token[] {
  let own = line;
  for (let from = behindName(own, keyword, start); ; from++) {
    let written = writtenTime(own.slice(from, endOfTime(own, from)));
    if (written === undefined && isLevel(own, from)) {
      from++;
      written = writtenTime(own.slice(from, endOfTime(own, from)));
    }
    const end = endOfTime(own, from);
    if (written === undefined) from = end;
    else {
      reportTime(draft, keyword, written);
      const mended = timeTokens(draft, keyword, written);
      own = [...own.slice(0, from), ...mended, ...own.slice(end)];
      from += mended.length;
    }
    if (own[from]?.tokenType !== Comma) return own;
  }
}

/** The place behind the name and label of a promise; that of its first time where it has none. */
function behindName(line: readonly Token[], keyword: Token, from: number): number {
  if (keyword.tokenType !== word.promise) return from;
  if (line[from + 1]?.tokenType === Text) return from + 2;
  return line[from]?.tokenType === Text && line[from + 1] !== undefined ? from + 1 : from;
}

const isLevel = (line: readonly Token[], at: number): boolean => {
  const [level, time] = [line[at], line[at + 1]];
  return level !== undefined && isName(level.tokenType) && time !== undefined && isNumber(time);
};

const isNumber = ({ tokenType }: Token): boolean => tokenType === Integer || tokenType === DurationToken;

/** Whether a word that a time could stand behind is a name: `by within`, `to promise`. */
function isNameOf(line: readonly Token[], at: number): boolean {
  const before = line[at - 1];
  const next = line[at + 1];
  return (
    before !== undefined &&
    (attributeTypes.has(before.tokenType) || before.tokenType === Comma) &&
    (next === undefined || isName(next.tokenType))
  );
}

/** A time that is written otherwise than it should be. */
interface WrittenTime {
  readonly first: Token;
  readonly span: Span;
  /** One, or several from the least to the most; undefined where it is not understood. */
  readonly times: readonly (readonly DurationPart[])[] | undefined;
}

/** Undefined where the tokens are no time, or one that is written as it should be. */
function writtenTime(written: readonly Token[]): WrittenTime | undefined {
  const [first] = written;
  const last = written.at(-1);
  if (first === undefined || last === undefined || isPlain(written)) return undefined;
  const times = readTime(wordsOf(written));
  if (times === undefined && !(first.tokenType === Integer && written.length > 1)) return undefined;
  if (times?.some((parts) => readDuration(textOf(parts)).mistake !== undefined)) return undefined;
  return { first, span: { start: first.startOffset, end: endOf(last) }, times };
}

function reportTime(draft: TokenDraft, keyword: Token, { span, times }: WrittenTime): void {
  const report = (message: string, help: string, fix?: HabitFinding['fix']): void =>
    draft.report({ code: 'invalid-duration', span, message, help, ...(fix && { fix }) });
  const texts = times?.map(textOf);
  if (texts === undefined) report(`“${draft.slice(span)}” is no duration`, `${allUnits}: for example 20min`);
  else if (texts.length > 1 && typeMeant(draft, keyword) !== word.takes)
    report(
      `“${keyword.image}” has one time, not “${draft.slice(span)}”`,
      `Write the longest: ${texts.at(-1) ?? ''}`,
    );
  else {
    const text = texts.join('..');
    const fix = safeFix(`Write ${text}`, [{ span, text }]);
    report(`“${draft.slice(span)}” is written “${text}”`, `Write ${text}`, fix);
  }
}

/** The tokens of a time; the first of them reaches as far as all that was written. */
function timeTokens(
  draft: TokenDraft,
  keyword: Token,
  { first, span, times = [] }: WrittenTime,
): readonly Token[] {
  const merged = { ...retyped(first, DurationToken, times[0] ?? []), image: draft.slice(span) };
  if (typeMeant(draft, keyword) !== word.takes) return [merged];
  const later = times
    .slice(1)
    .flatMap((parts) => [
      inserted(Range, span.end, first),
      { ...inserted(DurationToken, span.end, first), value: parts },
    ]);
  return [merged, ...later];
}

/** Whether a time stands behind a word; one of another language needs a number behind it. */
function isTimeWord(draft: TokenDraft, keyword: Token, next: Token | undefined): boolean {
  if (timeWords.has(keyword.tokenType)) return true;
  const meant = next !== undefined && isNumber(next) ? draft.meant.of(keyword) : undefined;
  return meant !== undefined && timeWords.has(meant);
}

const textOf = (parts: readonly DurationPart[]): string =>
  parts.map(({ value, unit }) => `${value}${unit}`).join('');

/** Whether a time is written as it should be, or is reported well enough elsewhere. */
function isPlain(written: readonly Token[]): boolean {
  const [first, second] = written;
  if (first === undefined) return true;
  const isRight = written.every(
    ({ tokenType, value }) =>
      (tokenType === DurationToken && typeof value === 'object' && value.length > 0) || tokenType === Range,
  );
  if (isRight || (isNumber(first) && written.length === 1)) return true;
  // `20 s`, `5 minutes`
  return (
    written.length === 2 &&
    first.tokenType === Integer &&
    second !== undefined &&
    readDuration(`${first.image}${second.image.toLowerCase()}`).parts.length > 0
  );
}

/** Behind the last token that belongs to a time: at the next attribute, part of a statement, or the line's end. */
function endOfTime(line: readonly Token[], from: number): number {
  let at = from;
  const first = line[from];
  if (first?.tokenType === Text) return /\d/.test(String(first.value)) ? from + 1 : from;
  for (; at < line.length; at++) {
    const token = line[at];
    if (token === undefined) break;
    const type = token.tokenType;
    if (type === Integer || type === DurationToken || type === Range) continue;
    if (!isName(type) || isReserved(type) || exceptionTypes.has(type)) break;
    const next = line[at + 1];
    if (isWord(token, 'to') && at > from && next !== undefined && isNumber(next)) continue;
    if (attributeTypes.has(type) || type === word.every || (type === word.from && at > from)) break;
  }
  return at;
}

/** The words and numbers of a time, in small letters. */
const wordsOf = (written: readonly Token[]): readonly string[] =>
  written.flatMap((token) => {
    const text = token.tokenType === Text ? String(token.value) : token.image;
    return text
      .toLowerCase()
      .replaceAll(/(\d)\s*[-–—]\s*(?=\d)/g, '$1 – ')
      .replaceAll(/(\d)(?=[^\d\s.,])/gu, '$1 ')
      .split(/[\s_-]+/)
      .filter((part) => part !== '');
  });
