import { codePointWidth, displayWidth } from './display-width.ts';
import { printable } from './printable.ts';

/** What is shown of a line, and where in it the marked stretch is: columns from 0, `columns` at least 1. */
export interface LineWindow {
  readonly text: string;
  readonly column: number;
  readonly columns: number;
}

const ellipsis = '…';

/**
 * A line cut to at most `width` columns so that the stretch from `start` to `end` (UTF-16 offsets in the line) stays in
 * sight, with an ellipsis at each cut. Reads no more of the line than it shows, however long it is.
 */
export function lineWindow(line: string, start: number, end: number, width: number): LineWindow {
  if (line.length <= 4 * width) {
    const text = printable(line).trimEnd();
    if (displayWidth(text) <= width)
      return {
        text,
        column: displayWidth(printable(line.slice(0, start))),
        columns: Math.max(1, displayWidth(printable(line.slice(start, end)))),
      };
  }
  const room = width - 2;
  const marked = takeRight(line, start, end, room);
  const half = takeLeft(line, start, (room - marked.width) >> 1);
  const right = takeRight(line, marked.at, line.length, room - marked.width - half.width);
  const left = takeLeft(line, start, room - marked.width - right.width);
  const before = left.at > 0 ? ellipsis : '';
  const after = right.at < line.length ? ellipsis : '';
  return {
    text: (before + left.text + marked.text + right.text + after).trimEnd(),
    column: before.length + left.width,
    columns: Math.max(1, marked.width),
  };
}

/** A stretch as it is shown, its columns, and the offset at which it stops. */
interface Taken {
  readonly text: string;
  readonly width: number;
  readonly at: number;
}

function takeRight(line: string, start: number, end: number, columns: number): Taken {
  let text = '';
  let width = 0;
  let at = start;
  while (at < end) {
    const character = String.fromCodePoint(line.codePointAt(at) ?? 0);
    const shown = printable(character);
    const length = displayWidth(shown);
    if (width + length > columns) break;
    text += shown;
    width += length;
    at += character.length;
  }
  return { text, width, at };
}

/** Never begins with a combining mark that has lost its letter. */
function takeLeft(line: string, end: number, columns: number): Taken {
  const pieces: string[] = [];
  let width = 0;
  let at = end;
  while (at > 0) {
    let start = at - 1;
    while (start > 0 && (isLowSurrogate(line, start) || codePointWidth(line.codePointAt(start) ?? 0) === 0))
      start--;
    const shown = printable(line.slice(start, at));
    const length = displayWidth(shown);
    if (width + length > columns) break;
    pieces.push(shown);
    width += length;
    at = start;
  }
  return { text: pieces.reverse().join(''), width, at };
}

const isLowSurrogate = (line: string, at: number): boolean => (line.charCodeAt(at) & 0xfc00) === 0xdc00;
