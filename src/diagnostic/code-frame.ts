import type { LineIndex } from '../text/line-index.ts';
import type { Span } from '../text/span.ts';
import { displayWidth, hasRightToLeft } from './display-width.ts';
import { type LineWindow, lineWindow } from './line-window.ts';
import type { Palette, Style } from './palette.ts';
import { printable } from './printable.ts';
import { underlines } from './underlines.ts';

/** A stretch of the source with carets (the finding itself) or dashes (a related place) under it. */
export interface Mark {
  readonly span: Span;
  readonly message: string;
  readonly primary: boolean;
  readonly style: Style;
}

export interface FrameOptions {
  readonly palette: Palette;
  /** Columns of the screen. */
  readonly width: number;
  /** Columns of the line numbers, the same in all frames of a finding. */
  readonly gutter: number;
}

/** One line of a frame: `label` is what stands left of the bar. */
interface Row {
  readonly label: string;
  readonly content: string;
}

/** The most lines of one mark that are all shown; of more, the first ones, dots, and the last, as rustc does. */
const shownLines = { most: 6, first: 4 };

/**
 * The lines of source that the marks stand in, with the marks under them, as rows for a terminal. Marks in one file
 * only.
 */
export function codeFrame(
  lines: LineIndex,
  marks: readonly Mark[],
  options: FrameOptions,
): readonly string[] {
  const placed = marks
    .map((mark) => ({ ...mark, start: lines.position(mark.span.start), end: lines.position(mark.span.end) }))
    .sort((a, b) => a.span.start - b.span.start || Number(b.primary) - Number(a.primary));
  const rows: Row[] = [{ label: '', content: '' }];
  let last: number | undefined;
  for (let at = 0; at < placed.length; ) {
    const [mark, ...besides] = inOneLine(placed, at);
    if (mark === undefined) break;
    const from = mark.start.line;
    if (last !== undefined && from === last + 2) rows.push(sourceRow(lines, last + 1, options));
    else if (last !== undefined && from > last + 1) rows.push({ label: '...', content: '' });
    rows.push(
      ...(mark.end.line > from
        ? tall(lines, mark, options)
        : flat(lines, [mark, ...besides], from !== last, options)),
    );
    last = mark.end.line;
    at += 1 + besides.length;
  }
  rows.push({ label: '', content: '' });
  const { palette, gutter } = options;
  return rows.map(({ label, content }) =>
    label === '...'
      ? palette.frame('...')
      : `${palette.frame(`${label.padStart(gutter)} |`)}${content === '' ? '' : ` ${content}`}`,
  );
}

/** A mark, and the lines it begins and ends in. */
interface PlacedMark extends Mark {
  readonly start: { readonly line: number; readonly column: number };
  readonly end: { readonly line: number; readonly column: number };
}

const contentWidth = ({ width, gutter }: FrameOptions): number => Math.max(20, width - gutter - 3);

function sourceRow(lines: LineIndex, line: number, options: FrameOptions): Row {
  return { label: String(line), content: lineWindow(lines.line(line), 0, 0, contentWidth(options)).text };
}

/** A mark, and those behind it that stand in its one line too. */
function inOneLine(placed: readonly PlacedMark[], at: number): readonly PlacedMark[] {
  const { line } = placed[at]?.start ?? { line: 0 };
  const other = placed.findIndex(
    ({ start, end }, place) => place >= at && (start.line > line || end.line > line),
  );
  return placed.slice(at, Math.max(at + 1, other === -1 ? placed.length : other));
}

/**
 * Shows any of the marks of a line in one and the same part of it where all have room in there, else each in a part of
 * its own.
 */
function windowOfAll(line: string, marks: readonly PlacedMark[], width: number) {
  const start = Math.min(...marks.map((mark) => mark.start.column)) - 1;
  const end = Math.max(...marks.map((mark) => mark.end.column)) - 1;
  const columnsOf = (from: number, to: number): number => displayWidth(printable(line.slice(from, to)));
  if (end - start > width || columnsOf(start, end) > width - 2)
    return (from: number, to: number): LineWindow => lineWindow(line, from, to, width);
  const all = lineWindow(line, start, end, width);
  return (from: number, to: number): LineWindow => ({
    text: all.text,
    column: all.column + columnsOf(start, from),
    columns: Math.max(1, columnsOf(from, to)),
  });
}

/**
 * Marks in one line, side by side below it where they can be. Each has rows of its own where columns are not sure, as
 * in a right-to-left text; a line that is too long to show them all is shown again.
 */
function flat(
  lines: LineIndex,
  marks: readonly PlacedMark[],
  first: boolean,
  options: FrameOptions,
): readonly Row[] {
  const number = marks[0]?.start.line ?? 0;
  const line = lines.line(number);
  const width = contentWidth(options);
  const windowOf = windowOfAll(line, marks, width);
  const placed = marks.map((mark) => {
    const [from, to] = [mark.start.column - 1, mark.end.column - 1];
    const { text, column, columns } = windowOf(from, to);
    const excerpt = hasRightToLeft(text) ? quoted(line.slice(from, to), (width >> 1) - 3) : '';
    const isSaid = excerpt === '' || mark.message.startsWith(excerpt);
    const message = isSaid ? mark.message : [excerpt, mark.message].filter((part) => part !== '').join(' ');
    const carets = tip(mark).repeat(columns);
    return { text, excerpt, column, carets, message: printable(message), style: mark.style };
  });
  const rows: (typeof placed)[] = [];
  for (const mark of placed) {
    const before = rows.at(-1)?.at(-1);
    const isBeside = before?.text === mark.text && before.excerpt === '' && mark.excerpt === '';
    if (isBeside) rows.at(-1)?.push(mark);
    else rows.push([mark]);
  }
  return rows.flatMap((row, at) => {
    const text = row[0]?.text ?? '';
    const isNew = at === 0 ? first || line.length > width : rows[at - 1]?.[0]?.text !== text;
    return [
      ...(isNew ? [{ label: String(number), content: text }] : []),
      ...underlines(row, width).map((content) => ({ label: '', content })),
    ];
  });
}

/** A mark over several lines, with a line at the side from where it begins to where it ends. */
function tall(lines: LineIndex, mark: PlacedMark, options: FrameOptions): readonly Row[] {
  const width = contentWidth(options) - 2;
  const [from, to] = [mark.start.line, mark.end.line];
  const first = lines.line(from);
  const start = lineWindow(first, mark.start.column - 1, mark.start.column - 1, width);
  const fromMargin = first.slice(0, mark.start.column - 1).trim() === '';
  const bar = mark.style('|');
  const rows: Row[] = [
    { label: String(from), content: `${fromMargin ? mark.style('/') : ' '} ${start.text}` },
  ];
  if (!fromMargin)
    rows.push({ label: '', content: ` ${mark.style(`${'_'.repeat(start.column + 1)}${tip(mark)}`)}` });
  const long = to - from + 1 > shownLines.most;
  for (let line = from + 1; line <= to; line++) {
    if (long && line === from + shownLines.first) {
      rows.push({ label: '...', content: '' });
      line = to;
    }
    const { text } = lineWindow(lines.line(line), 0, line === to ? mark.end.column - 1 : 0, width);
    rows.push({ label: String(line), content: `${bar} ${text}`.trimEnd() });
  }
  const end = lineWindow(lines.line(to), 0, mark.end.column - 1, width);
  const arm = `|${'_'.repeat(end.columns)}${tip(mark)}`;
  const closing = { column: 0, carets: arm, style: mark.style, message: printable(mark.message) };
  return [...rows, ...underlines([closing], width).map((content) => ({ label: '', content }))];
}

const tip = (mark: Mark): string => (mark.primary ? '^' : '-');

/**
 * The marked text again, in at most `columns`, where carets alone could point at the wrong letters; of a label only
 * what is in its quotes.
 */
function quoted(text: string, columns: number): string {
  const label = /^(?:[^\s"]+\s+)?"([^"]*)"$/.exec(text.trim())?.[1] ?? text.trim();
  const shown = lineWindow(label, 0, 0, columns).text;
  return shown === '' ? '' : `“${shown}”`;
}
