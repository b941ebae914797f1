import type { Span } from '../text/span.ts';

/** The way to a value within a JSON value, from outside in: names of members, and indices of items. */
export type JsonPath = readonly (string | number)[];

/**
 * The span of the value that a path leads to in a text that `JSON.parse` reads; that of the last value on the way
 * where the path goes on beyond the text. Without recursion, and in one pass for each step of the path.
 */
export function jsonPlace(text: string, path: JsonPath): Span {
  let start = behindBlanks(text, 0);
  for (const step of path) {
    const next = typeof step === 'number' ? itemAt(text, start, step) : memberOf(text, start, step);
    if (next === undefined) break;
    start = next;
  }
  return { start, end: behindValue(text, start) };
}

function itemAt(text: string, array: number, index: number): number | undefined {
  if (text[array] !== '[') return undefined;
  let at = behindBlanks(text, array + 1);
  for (let left = index; text[at] !== ']'; left--) {
    if (left === 0) return at;
    at = behindBlanks(text, behindValue(text, at));
    if (text[at] !== ',') return undefined;
    at = behindBlanks(text, at + 1);
  }
  return undefined;
}

/** The offset of a member's value: of several with one name the last, as `JSON.parse` has it. */
function memberOf(text: string, object: number, name: string): number | undefined {
  if (text[object] !== '{') return undefined;
  let found: number | undefined;
  let at = behindBlanks(text, object + 1);
  while (text[at] === '"') {
    const behindName = behindValue(text, at);
    const value = behindBlanks(text, behindBlanks(text, behindName) + 1);
    if (JSON.parse(text.slice(at, behindName)) === name) found = value;
    at = behindBlanks(text, behindValue(text, value));
    if (text[at] !== ',') break;
    at = behindBlanks(text, at + 1);
  }
  return found;
}

/** The offset behind a value: a text, whatever is in brackets, or all up to the next mark. */
function behindValue(text: string, start: number): number {
  let depth = 0;
  let at = start;
  do {
    const sign = text[at] ?? '';
    if (sign === '"') at = behindText(text, at);
    else if (sign === '{' || sign === '[') {
      depth++;
      at++;
    } else if (sign === '}' || sign === ']') {
      depth--;
      at++;
    } else if (depth > 0) at++;
    else while (at < text.length && !/[\s,\]}]/.test(text[at] ?? '')) at++;
  } while (depth > 0 && at < text.length);
  return at;
}

function behindText(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at + 1;
}

function behindBlanks(text: string, start: number): number {
  let at = start;
  while (at < text.length && /[ \t\r\n]/.test(text[at] ?? '')) at++;
  return at;
}
