import type { DurationPart } from '../../language/duration.ts';
import { allUnits, readDuration } from '../read-duration.ts';
import { readTime } from '../time-words.ts';
import { endOf, type Token } from '../token.ts';
import { attributeTypes, exceptionTypes, isName, isReserved } from '../token-sets.ts';
import { Comma, DurationToken, Integer, Range, Text, word } from '../token-types.ts';
import { type Draft, inserted, isWord, retyped, safeFix, typeMeant } from './draft.ts';

const timeWords = new Set([word.within, word.takes, word.every, word.promise]);

/** Times that are said in words, or stand in quotes: `within 3 working days`, `takes 2 to 3 hours`, `within "20s"`. */
export function timesInWords(draft: Draft): void {
  for (const [index, line] of draft.lines.entries()) {
    let own = line;
    for (let at = 0; at < own.length; at++) {
      const keyword = own[at];
      const next = own[at + 1];
      if (keyword === undefined || !isTimeWord(draft, keyword, next)) continue;
      // A name: `by within`, `to promise`.
      const before = own[at - 1];
      if (before !== undefined && (attributeTypes.has(before.tokenType) || before.tokenType === Comma)) {
        if (next === undefined || isName(next.tokenType)) continue;
      }
      const end = endOfTime(own, at + 1);
      const written = own.slice(at + 1, end);
      const [first] = written;
      const last = written.at(-1);
      if (first === undefined || last === undefined || isPlain(written)) continue;
      const span = { start: first.startOffset, end: endOf(last) };
      const words = wordsOf(written);
      const times = readTime(words);
      const value: readonly DurationPart[] = times?.[0] ?? [];
      if (times === undefined && !(first.tokenType === Integer && written.length > 1)) continue;
      const texts = times?.map(textOf);
      if (texts?.some((text) => readDuration(text).mistake !== undefined)) continue;
      const isRange = times !== undefined && times.length > 1;
      if (isRange && texts !== undefined && typeMeant(draft, keyword) !== word.takes) {
        draft.report({
          code: 'invalid-duration',
          span,
          message: `“${keyword.image}” has one time, not “${draft.slice(span)}”`,
          help: `Write the longest: ${texts.at(-1) ?? ''}`,
        });
      } else
        draft.report({
          code: 'invalid-duration',
          span,
          message:
            texts === undefined
              ? `“${draft.slice(span)}” is no duration`
              : `“${draft.slice(span)}” is written “${texts.join('..')}”`,
          help: texts === undefined ? `${allUnits}: for example 20min` : `Write ${texts.join('..')}`,
          ...(texts === undefined
            ? {}
            : { fix: safeFix(`Write ${texts.join('..')}`, [{ span, text: texts.join('..') }]) }),
        });
      // Tokens that reach as far as all that was written.
      const merged: Token = { ...retyped(first, DurationToken, value), image: draft.slice(span) };
      const later =
        isRange && typeMeant(draft, keyword) === word.takes
          ? times
              .slice(1)
              .flatMap((parts) => [
                inserted(Range, span.end, first),
                { ...inserted(DurationToken, span.end, first), value: parts },
              ])
          : [];
      own = [...own.slice(0, at + 1), merged, ...later, ...own.slice(end)];
    }
    draft.lines[index] = own;
  }
}

/** Whether a time stands behind a word; one of another language needs a number behind it. */
function isTimeWord(draft: Draft, keyword: Token, next: Token | undefined): boolean {
  if (timeWords.has(keyword.tokenType)) return true;
  const isNumber = next?.tokenType === Integer || next?.tokenType === DurationToken;
  const meant = isNumber ? draft.meant.of(keyword) : undefined;
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
  const isNumber = first.tokenType === Integer || first.tokenType === DurationToken;
  if (isRight || (isNumber && written.length === 1)) return true;
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
    const isNumber = next !== undefined && (next.tokenType === Integer || next.tokenType === DurationToken);
    if (isWord(token, 'to') && at > from && isNumber) continue;
    if (attributeTypes.has(type) || type === word.every) break;
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
