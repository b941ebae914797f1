import { displayWidth } from '../diagnostic/display-width.ts';
import type { Comment } from '../syntax/ast.ts';
import { trimBlankEnd, trimBlankLinesEnd } from '../text/blank.ts';
import type { Source } from '../text/source.ts';
import type { Span } from '../text/span.ts';

/** Columns after which a line is broken where it may be. */
export const lineWidth = 100;

/** Columns by which whatever belongs to a statement stands further in than the statement. */
export const indentStep = 2;

/**
 * Writes a text again, piece by piece in the order of the source. It looks after all that the pieces do not say:
 * comments stay where they belong, one blank line stays where there were any, and what no piece speaks for is copied as
 * it is, so that nothing is ever lost.
 */
export interface LineWriter {
  /** Begins a line at `indentation` columns, for what begins at `start` in the source. */
  line(start: number, indentation: number, options?: { readonly blankBefore?: boolean }): void;
  /** Begins a line that closes or goes on with the one at `indentation`: never with a blank line before it. */
  closingLine(start: number, indentation: number): void;
  /** Goes on behind a closing brace, on a line of its own only where a comment stands between. */
  afterBrace(start: number, indentation: number): void;
  /** Goes on with the statement on a line of its own. */
  continuation(start: number): void;
  /** Adds a piece to the line, with a space before it. */
  put(text: string, span: Span, options?: PutOptions): void;
  /**
   * Writes pieces that belong together, the first of which begins at `start` in the source: where the line is too long
   * for them, and for `behind` columns more, they begin the next one.
   */
  together(start: number, behind: number, write: () => void): void;
  /**
   * Whether a comment of a stretch of the source has a line of its own, or must get one because two can't share a line.
   */
  readonly isDivided: (span: Span) => boolean;
  /** Whether a comment stands before an offset of the source that was not written yet. */
  hasComment(before: number): boolean;
  /** Whether what stands at an offset of the source was written already. */
  hasWritten(offset: number): boolean;
  /** All that was written, once what is left of the source has been added. */
  finish(): string;
}

export interface PutOptions {
  /** Breaks the line before the piece where it is too long. */
  readonly mayBreak?: boolean;
  /** Never first on a line: comments wait until the next piece. */
  readonly staysOnLine?: boolean;
  /** Without a space before it. */
  readonly glued?: boolean;
  /** The piece is copied from the source, the comments in it as well. */
  readonly verbatim?: boolean;
  /** Columns that the piece is filled up to, so that the next one stands below its fellows. */
  readonly padTo?: number;
}

export function createLineWriter({ text: source }: Source, comments: readonly Comment[]): LineWriter {
  const lines: string[] = [];
  let current: string | undefined;
  let indentation = 0;
  let done = 0;
  let nextComment = 0;
  let opensBlock = true;
  let mustBreak = false;
  /** Whether the last thing that was written is a comment. */
  let isCommented = false;

  const endLine = (): void => {
    if (current !== undefined) lines.push(trimBlankEnd(current));
    current = undefined;
    mustBreak = false;
  };
  const startLine = (columns: number): void => {
    endLine();
    current = ' '.repeat(columns);
  };
  const append = (text: string, space = ' '): void => {
    isCommented = false;
    current = `${current ?? ''}${current === undefined || current.trim() === '' ? '' : space}${text}`;
  };
  const blankLine = (): void => {
    endLine();
    if (lines.length > 0 && lines.at(-1) !== '') lines.push('');
  };
  const isBlankBefore = (start: number): boolean =>
    !opensBlock && source.slice(done, start).split('\n').length > 2;

  const copyUnread = (until: number, columns: number): void => {
    let start = done;
    for (const [index, line] of source.slice(done, until).split('\n').entries()) {
      // An odd space may be a part of a text that nobody closed; a byte-order mark never is.
      const text = trimBlankEnd(line).replace(/^[ \t\ufeff]+/, '');
      if (line.trim() !== '') {
        // A blank line ends a text that nobody closed: without it, the next lines could be read as a part of the text.
        if (isBlankBefore(start)) blankLine();
        // What stood behind such a text stays there: a line more could make a text of it.
        if (current === undefined || index > 0) startLine(columns);
        append(text);
        done = start + trimBlankEnd(line).length;
        opensBlock = false;
      }
      start += line.length + 1;
    }
  };
  const writeComment = ({ span, ownLine }: Comment, columns: number, blankBefore: boolean): void => {
    const written = trimBlankEnd(source.slice(span.start, span.end));
    // Two comments on a line would be one.
    if (ownLine || isCommented || (current === undefined && lines.length === 0)) {
      if (blankBefore) blankLine();
      startLine(columns);
      append(written);
      endLine();
    } else if (current !== undefined) {
      append(written);
      mustBreak = true;
    } else lines.push(`${lines.pop() ?? ''} ${written}`);
    done = Math.max(done, span.end);
    opensBlock = false;
    isCommented = true;
  };
  /** Writes the comments before `start`, and text there that no piece speaks for. */
  const catchUp = (start: number, columns: number, blankBefore: (comment: Comment) => boolean): void => {
    for (let next = comments[nextComment]; next !== undefined; next = comments[nextComment]) {
      if (next.span.start >= start) break;
      copyUnread(next.span.start, columns);
      writeComment(next, columns, blankBefore(next));
      nextComment++;
    }
    copyUnread(start, columns);
  };
  const keptBlankLine = ({ span }: Comment): boolean => isBlankBefore(span.start);

  /** The first of the comments that stand right above `start`, without a blank line between. */
  const commentAbove = (start: number): Comment | undefined => {
    let above: Comment | undefined;
    let end = nextComment;
    while ((comments[end]?.span.start ?? start) < start) end++;
    for (let index = end - 1, below = start; index >= nextComment; index--) {
      const comment = comments[index];
      if (!comment?.ownLine || source.slice(comment.span.end, below).split('\n').length > 2) break;
      above = comment;
      below = comment.span.start;
    }
    return above;
  };

  return {
    line(start, columns, { blankBefore = false } = {}) {
      indentation = columns;
      const above = blankBefore ? commentAbove(start) : undefined;
      const between = source.slice(done, start);
      const unread = between.slice(between.lastIndexOf('\n') + 1);
      catchUp(start, columns, (comment) => comment === above || keptBlankLine(comment));
      if (!blankBefore && unread.trim() !== '') return;
      if (isBlankBefore(start) || (blankBefore && above === undefined)) blankLine();
      startLine(columns);
      opensBlock = false;
    },
    closingLine(start, columns) {
      indentation = columns;
      catchUp(start, columns + indentStep, keptBlankLine);
      startLine(columns);
    },
    afterBrace(start, columns) {
      indentation = columns;
      catchUp(start, columns, keptBlankLine);
      if (current === undefined || mustBreak) startLine(columns);
    },
    continuation(start) {
      catchUp(start, indentation + indentStep, () => false);
      startLine(indentation + indentStep);
    },
    put(piece, span, options = {}) {
      const text = withSignsOf(source.slice(span.start, span.end), piece);
      const { mayBreak = false, staysOnLine = false, glued = false, verbatim = false, padTo = 0 } = options;
      const columns = indentation + indentStep;
      if (!staysOnLine) {
        catchUp(span.start, columns, () => false);
        if (current === undefined || mustBreak) startLine(columns);
      } else if (
        comments[nextComment] === undefined ||
        (comments[nextComment]?.span.start ?? 0) >= span.start
      )
        copyUnread(span.start, columns);
      const line = current?.slice(current.lastIndexOf('\n') + 1) ?? '';
      if (mayBreak && line.trim() !== '' && displayWidth(line) + 1 + displayWidth(text) > lineWidth)
        startLine(columns);
      append(text + ' '.repeat(Math.max(0, padTo - displayWidth(text))), glued ? '' : ' ');
      done = Math.max(done, span.end);
      mustBreak = verbatim || isUnclosed(text);
      if (verbatim) while ((comments[nextComment]?.span.start ?? source.length) < span.end) nextComment++;
      opensBlock = text === '{';
    },
    together(start, behind, write) {
      catchUp(start, indentation + indentStep, () => false);
      if (mustBreak) startLine(indentation + indentStep);
      const before = { current, done, nextComment, opensBlock, isCommented, lines: lines.length };
      write();
      const fits = lines.length === before.lines && displayWidth(current ?? '') + behind <= lineWidth;
      // A line that holds nothing yet, or an arrow alone, gains nothing.
      if (fits || ['', '->'].includes((before.current ?? '').trim())) return;
      lines.length = before.lines;
      ({ current, done, nextComment, opensBlock, isCommented } = before);
      startLine(indentation + indentStep);
      write();
    },
    isDivided({ start, end }) {
      let index = firstFrom(comments, start);
      let found = 0;
      for (; (comments[index]?.span.start ?? end) < end; index++)
        if (comments[index]?.ownLine || ++found > 1) return true;
      return false;
    },
    hasComment: (before) => (comments[nextComment]?.span.start ?? before) < before,
    hasWritten: (offset) => offset < done,
    finish() {
      catchUp(source.length, 0, keptBlankLine);
      endLine();
      const text = trimBlankLinesEnd(lines.join('\n'));
      return text === '' ? '' : `${text}\n`;
    },
  };
}

/** The index of the first comment that begins at an offset or behind it. */
function firstFrom(comments: readonly Comment[], offset: number): number {
  let [low, high] = [0, comments.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((comments[middle]?.span.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether a piece ends in a label that nobody closed: whatever came behind it on its line would be a part of it. */
const isUnclosed = (text: string): boolean =>
  /"/.test(text) && !/^(?:[^"]|"""[\s\S]*?"""|"(?:[^"\\\n]|\\.)*")*$/.test(text);

/**
 * A piece with the signs that its source has beside it and that mean nothing there: a word is read in spite of them,
 * and nothing may be lost.
 */
const withSignsOf = (written: string, piece: string): string => {
  if (written === piece || !mayHaveSigns.test(written)) return piece;
  const isMore = written.replaceAll(layout, '').length > piece.replaceAll(layout, '').length;
  const isSame = written.replaceAll(signs, '') === piece.replaceAll(signs, '');
  return isMore && isSame ? written.trim().replaceAll(/\s+/g, ' ') : piece;
};

const mayHaveSigns = /[^\0-^`-\x7f]/;
const layout = /[\s\x85\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
/** Signs that no piece is made of, and layout. */
const signs = /[^!-^`-~]/g;
