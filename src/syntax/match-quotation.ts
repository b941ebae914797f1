import type { Matcher } from './lexer.ts';
import { propertyWords, statementWords } from './words.ts';

/** Which quotes may close what each opens, best first: “…”, „…“, ”…”, «…», »…«. */
const closers: Readonly<Record<string, string>> = {
  '"': '"',
  '“': '”“',
  '”': '”',
  '„': '“”',
  '‟': '”‟',
  '«': '»',
  '»': '«»',
  '‹': '›',
  '›': '‹›',
  '＂': '＂',
  "'": "'",
  '‘': '’‘',
};
export const openingQuotes: readonly string[] = Object.keys(closers);

/** All that may close a quotation whose own closing quote is missing: a straight and a curly quote may be a pair. */
const anyCloser = '"“”„‟«»＂';

/**
 * Makes the matcher of quotations with any kind of quotes. One in `"""` runs to the next
 * `"""`; any other ends on its line, at the quote that closes it or, where none does, with the line. No stretch of text
 * is searched more than a few times, whatever stands in it.
 */
export function quotationMatcher(): Matcher {
  // The offset from which no `"""` follows any more, and the line that was looked at last.
  let noneAfter = { text: '', offset: 0 };
  let line: Line = { text: '', start: 0, end: -1, isOdd: false };
  const tripleFrom = (text: string, offset: number): number => {
    if (noneAfter.text === text && noneAfter.offset <= offset) return -1;
    const end = tripleEnd(text, offset + 3);
    if (end === -1) noneAfter = { text, offset };
    return end;
  };
  return (text, offset) => {
    if (closers[text.charAt(offset)] === undefined) return undefined;
    if (line.text !== text || offset < line.start || offset >= line.end) line = lineFrom(text, offset);
    if (!text.startsWith('"""', offset)) return onLine(line, offset);
    const end = tripleFrom(text, offset);
    return text.slice(offset, end === -1 ? line.end : end + 3);
  };
}

/** The quotation in other quotes than `"""` that begins at an offset of a line. */
function onLine({ text, end: stop, isOdd }: Line, offset: number): string | undefined {
  const opening = text.charAt(offset);
  if (opening === '"' && isOdd) {
    const next = nextOpening(text, offset + 1, stop);
    if (next !== undefined) return text.slice(offset, next);
  }
  const own = quotationEnd(text, offset + 1, stop, closers[opening] ?? '', opening);
  if (own === undefined && (opening === "'" || opening === '‘')) return undefined;
  const end = own ?? quotationEnd(text, offset + 1, stop, anyCloser, '\n');
  if (end !== undefined) return text.slice(offset, end);
  const later = opening === '"' ? laterEnd(text, stop) : undefined;
  return text.slice(offset, later ?? beforeBrace(text, offset, stop));
}

/** The rest of a line from a quotation on. */
interface Line {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Whether a straight quote is missing in it. */
  readonly isOdd: boolean;
}

function lineFrom(text: string, start: number): Line {
  const end = lineEnd(text, start);
  let quotes = 0;
  for (let at = start; at < end; at++)
    if (text.charAt(at) === '\\') at++;
    else if (text.charAt(at) === '"') quotes++;
  return { text, start, end, isOdd: quotes % 2 === 1 };
}

/**
 * In a line in which a straight quote is missing: where the quotation ends that has its inside from `from` on, if the
 * next quote looks as if it opened another: with space before it, and none behind it.
 */
function nextOpening(text: string, from: number, stop: number): number | undefined {
  for (let at = from; at < stop; at++) {
    if (text.charAt(at) === '"') {
      if (!/\s/.test(text.charAt(at - 1)) || !/[^\s"]/.test(text.charAt(at + 1)) || at + 1 >= stop)
        return undefined;
      let end = at;
      while (end > from && /\s/.test(text.charAt(end - 1))) end--;
      return end;
    }
    if (text.charAt(at) === '\\') at++;
  }
  return undefined;
}

/**
 * The end of a quotation that nobody closed: before the brace that opens a block at the end of the line, or with the
 * line.
 */
function beforeBrace(text: string, offset: number, end: number): number {
  let at = end;
  while (at > offset && /\s/.test(text.charAt(at - 1))) at--;
  if (text.charAt(at - 1) !== '{' || at - 1 <= offset) return end;
  at--;
  while (at > offset + 1 && /\s/.test(text.charAt(at - 1))) at--;
  return at;
}

/** Whether a quotation that was matched has its closing quote. */
export function closes(image: string): boolean {
  if (image.startsWith('"""')) return image.length >= 6 && tripleEnd(image, 3) === image.length - 3;
  if (image.length < 2) return false;
  let backslashes = 0;
  while (image.charAt(image.length - 2 - backslashes) === '\\') backslashes++;
  const closing = `${closers[image.charAt(0)] ?? ''}${anyCloser}`;
  return backslashes % 2 === 0 && closing.includes(image.charAt(image.length - 1));
}

function tripleEnd(text: string, from: number): number {
  for (let at = text.indexOf('"""', from); at !== -1; at = text.indexOf('"""', at + 1)) {
    let backslashes = 0;
    while (at - backslashes > from && text.charAt(at - 1 - backslashes) === '\\') backslashes++;
    if (backslashes % 2 === 0) return at;
  }
  return -1;
}

function lineEnd(text: string, from: number): number {
  const feed = text.indexOf('\n', from);
  if (feed === -1) return text.length;
  return text.charAt(feed - 1) === '\r' ? feed - 1 : feed;
}

/**
 * The end of a quotation whose inside begins at `from`, if it is closed before `stop` and before it is opened again.
 */
function quotationEnd(
  text: string,
  from: number,
  stop: number,
  closing: string,
  opening: string,
): number | undefined {
  for (let at = from; at < stop; at++) {
    const character = text.charAt(at);
    if (closing.includes(character)) return at + 1;
    if (character === opening) return undefined;
    if (character === '\\' && opening !== "'") at++;
  }
  return undefined;
}

/** How many lines, and UTF-16 units, a quotation in `"` may run on by mistake. */
const mostLines = 20;
const mostUnits = 2000;

/**
 * The end of a quotation that was begun on the line before `from` and meant for several lines: at the first quote that
 * follows, if its line has an odd number of them and no line up to there begins something else or is empty.
 */
function laterEnd(text: string, from: number): number | undefined {
  let start = text.indexOf('\n', from) + 1;
  for (let count = 0; start > 0 && start < text.length && count < mostLines; count++) {
    if (start - from > mostUnits) return undefined;
    const end = Math.min(lineEnd(text, start), start + mostUnits);
    const line = text.slice(start, end);
    if (line.trim() === '' || beginsSomething.test(line)) return undefined;
    const quotes = line.split('"').length - 1;
    if (quotes % 2 === 1) return start + line.indexOf('"') + 1;
    if (quotes > 0) return undefined;
    start = text.indexOf('\n', end) + 1;
  }
  return undefined;
}

/** A line that begins with one of these words, an arrow, a brace or a comment is no part of a text. */
const beginsSomething = new RegExp(
  `^\\s*(?:[#{}→]|->|(?:${[...statementWords, ...propertyWords, 'say', 'note', 'link'].join('|')})(?![\\w-]))`,
);
