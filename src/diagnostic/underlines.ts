import { displayWidth } from './display-width.ts';
import type { Style } from './palette.ts';
import { wrap } from './wrap.ts';

/** A mark below a line of source: the column where it begins, from 0, the carets or dashes, and what is said of it. */
export interface Underline {
  readonly column: number;
  readonly carets: string;
  readonly style: Style;
  readonly message: string;
  readonly messageStyle?: Style;
}

/**
 * The rows below a line of source for the marks in it, by place: as in rustc all in one row, the last with its message
 * beside it, and the messages of the others below, hanging from their marks. Marks that overlap come in rows of their
 * own; two of the very same place are one, if only the second has something to say.
 */
export function underlines(marks: readonly Underline[], width: number): readonly string[] {
  const rows: Underline[][] = [];
  for (const mark of merged(marks)) {
    const row = rows.at(-1);
    const last = row?.at(-1);
    if (row !== undefined && last !== undefined && endOf(last) < mark.column) row.push(mark);
    else rows.push([mark]);
  }
  return rows.flatMap((row) => drawn(row, width));
}

const endOf = ({ column, carets }: Underline): number => column + carets.length;

function merged(marks: readonly Underline[]): readonly Underline[] {
  const one: Underline[] = [];
  for (const mark of marks) {
    const before = one.at(-1);
    const isSame = before?.column === mark.column && endOf(before) === endOf(mark);
    if (before === undefined || !isSame || before.message !== '') one.push(mark);
    else one.splice(-1, 1, { ...before, message: mark.message, messageStyle: mark.style });
  }
  return one;
}

function drawn(row: readonly Underline[], width: number): readonly string[] {
  let used = 0;
  let line = '';
  for (const mark of row) {
    line += ' '.repeat(mark.column - used) + mark.style(mark.carets);
    used = endOf(mark);
  }
  const last = row.at(-1);
  const isBeside =
    last !== undefined && last.message !== '' && used + 1 + displayWidth(last.message) <= width;
  if (isBeside) line += ` ${(last.messageStyle ?? last.style)(last.message)}`;
  const hanging = row.filter((mark) => mark.message !== '' && !(isBeside && mark === last));
  return [line, ...hung(hanging, row.length > 1, width)];
}

/** Messages below their marks, the last one first; on strings where one could take them for those of other marks. */
function hung(marks: readonly Underline[], onStrings: boolean, width: number): readonly string[] {
  const strings = (upTo: number, before: number): string => {
    let used = 0;
    let line = '';
    for (const { column, style } of marks.slice(0, upTo)) {
      if (column < used || column >= before) continue;
      line += `${' '.repeat(column - used)}${style('|')}`;
      used = column + 1;
    }
    return line + ' '.repeat(Math.max(0, before - used));
  };
  const messages = [...marks.entries()].reverse().flatMap(([at, mark]) => {
    const indent = Math.min(mark.column, width >> 1);
    const style = mark.messageStyle ?? mark.style;
    return wrap(mark.message, width - indent).map((text) => strings(at, indent) + style(text));
  });
  // A message that had to be moved to the left hangs from nothing.
  const straight = marks.filter(({ column }) => column <= width >> 1);
  const last = straight.at(-1);
  return onStrings && last !== undefined
    ? [strings(straight.length, last.column + 1), ...messages]
    : messages;
}
