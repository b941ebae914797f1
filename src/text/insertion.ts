import type { Span } from './span.ts';
import type { TextEdit } from './text-edit.ts';

/** The blank characters at the beginning of the line that an offset is in. */
export function indentationAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(start, start + 200))?.[0] ?? '';
}

/** The line break that a text uses around an offset. */
export function lineBreakNear(text: string, offset = 0): string {
  const next = text.indexOf('\n', offset);
  const near = next === -1 ? text.lastIndexOf('\n') : next;
  return text[near - 1] === '\r' ? '\r\n' : '\n';
}

/**
 * Puts `line` on a line of its own below what `after` spans, indented like the line where that begins (or by
 * `indentation`). Where more code stands behind it on its last line, it goes there, after a space.
 */
export function insertBelow(
  text: string,
  after: Span,
  line: string,
  indentation = indentationAt(text, after.start),
): TextEdit {
  const lineEnd = /\r?\n|$/.exec(text.slice(after.end));
  const end = after.end + (lineEnd?.index ?? 0);
  const rest = text.slice(after.end, end).trim();
  if (rest !== '' && !rest.startsWith('#')) return { span: at(after.end), text: ` ${line}` };
  return { span: at(end), text: `${lineBreakNear(text, end)}${indentation}${line}` };
}

export const at = (offset: number): Span => ({ start: offset, end: offset });

/** Takes a stretch away, and with it its line, if nothing else but blanks stands there. */
export function removal(text: string, span: Span): TextEdit {
  const lineStart = text.lastIndexOf('\n', span.start - 1) + 1;
  const next = text.indexOf('\n', span.end);
  const lineEnd = next === -1 ? text.length : next;
  const alone =
    text.slice(lineStart, span.start).trim() === '' && text.slice(span.end, lineEnd).trim() === '';
  if (alone) return { span: { start: lineStart, end: next === -1 ? text.length : next + 1 }, text: '' };
  const comment = /^[ \t]*(?=#)/.exec(text.slice(span.end, lineEnd));
  if (text.slice(lineStart, span.start).trim() === '' && comment !== null)
    return { span: { start: span.start, end: span.end + comment[0].length }, text: '' };
  const before = /[ \t]*$/.exec(text.slice(lineStart, span.start))?.[0].length ?? 0;
  return { span: { start: span.start - before, end: span.end }, text: '' };
}
