import type { LineIndex } from '../text/line-index.ts';
import { applyEdits, type TextEdit } from '../text/text-edit.ts';
import type { FrameOptions } from './code-frame.ts';
import { lineWindow } from './line-window.ts';

/**
 * Lines of source that edits replace, and what they become. `line` and `shifted` are their first numbers before and
 * after.
 */
interface Change {
  readonly line: number;
  readonly shifted: number;
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

/** The most lines of a preview; a longer one says how many more there are. */
const mostLines = 12;

/** What a fix would do, as lines with - and + and their numbers. */
export function fixPreview(
  text: string,
  lines: LineIndex,
  edits: readonly TextEdit[],
  options: FrameOptions,
): readonly string[] {
  const { palette, gutter, width } = options;
  const row = (sign: '-' | '+', line: number, content: string, other: string | undefined): string => {
    const style = sign === '-' ? palette.removed : palette.added;
    const [from, to] = other === undefined ? [0, 0] : difference(content, other);
    const shown = lineWindow(content, from, to, Math.max(20, width - gutter - 3)).text;
    return `${palette.frame(String(line).padStart(gutter))} ${style(`${sign} ${shown}`.trimEnd())}`;
  };
  const rows = changes(text, lines, edits).flatMap((change) => [
    ...change.removed.map((content, at) => row('-', change.line + at, content, change.added[at])),
    ...change.added.map((content, at) => row('+', change.shifted + at, content, change.removed[at])),
  ]);
  if (rows.length <= mostLines) return rows;
  const more = rows.length - mostLines + 1;
  return [...rows.slice(0, mostLines - 1), palette.frame(`${' '.repeat(gutter)} … ${more} more lines`)];
}

/** Whole lines before and after, one change for each run of lines that edits touch. */
function changes(text: string, lines: LineIndex, edits: readonly TextEdit[]): readonly Change[] {
  const runs: { first: number; last: number; edits: TextEdit[] }[] = [];
  for (const edit of [...edits].sort((a, b) => a.span.start - b.span.start)) {
    const first = lines.position(edit.span.start).line;
    const last = lines.position(edit.span.end).line;
    const run = runs.at(-1);
    if (run !== undefined && first <= run.last) {
      run.last = Math.max(run.last, last);
      run.edits.push(edit);
    } else runs.push({ first, last, edits: [edit] });
  }
  let shift = 0;
  return runs.map((run) => {
    const start = lines.offset({ line: run.first, column: 1 });
    const end = lines.offset({ line: run.last + 1, column: 1 });
    const before = text.slice(start, end);
    const after = applyEdits(
      before,
      run.edits.map(({ span, text: replacement }) => ({
        span: { start: span.start - start, end: span.end - start },
        text: replacement,
      })),
    );
    const removed = lineTexts(before);
    const added = lineTexts(after);
    let same = 0;
    while (same < Math.min(removed.length, added.length) && removed[same] === added[same]) same++;
    let tail = 0;
    while (
      tail < Math.min(removed.length, added.length) - same &&
      removed[removed.length - 1 - tail] === added[added.length - 1 - tail]
    )
      tail++;
    const change = {
      line: run.first + same,
      shifted: run.first + same + shift,
      removed: removed.slice(same, removed.length - tail),
      added: added.slice(same, added.length - tail),
    };
    shift += added.length - removed.length;
    return change;
  });
}

/** The lines of a text; a line break at its end begins no further one. */
const lineTexts = (text: string): readonly string[] =>
  text === '' ? [] : text.replace(/\r?\n$/, '').split(/\r?\n/);

/** The stretch of a line that is not in the other one: what stays in sight where the line is too long. */
function difference(line: string, other: string): readonly [from: number, to: number] {
  const shorter = Math.min(line.length, other.length);
  let from = 0;
  while (from < shorter && line[from] === other[from]) from++;
  let tail = 0;
  while (tail < shorter - from && line[line.length - 1 - tail] === other[other.length - 1 - tail]) tail++;
  return [from, line.length - tail];
}
