import type { Source } from '../text/source.ts';
import type { Span } from '../text/span.ts';
import { textOf } from './format-literal.ts';
import type { LineWriter } from './line-writer.ts';

/**
 * Writes the brace of a `choose` or a `parallel`, which is no node of the tree: it is the first one after `from`. Gives
 * its place.
 */
export function openBrace(source: Source, from: number, writer: LineWriter): number {
  let start = from;
  while (start < source.text.length && !/[{｛]/.test(source.text.charAt(start))) {
    const lineEnd = isComment(source.text, start) ? source.text.indexOf('\n', start) : start;
    start = lineEnd === -1 ? source.text.length : lineEnd + 1;
  }
  const span = { start, end: start + 1 };
  writer.put(textOf(source, span), span);
  return start;
}

const isComment = (text: string, at: number): boolean =>
  text.charAt(at) === '#' || (text.charAt(at) === '/' && text.charAt(at + 1) === '/');

/**
 * Writes the brace at the end of `span`, where there is one: in a broken file it may be missing, or be that of a block
 * inside. `open` is the place of the brace that it closes.
 */
export function closeBrace(
  source: Source,
  span: Span,
  open: number,
  writer: LineWriter,
  indentation: number,
): void {
  const start = span.end - 1;
  if (start <= span.start || writer.hasWritten(start) || !/[}｝]/.test(source.text.charAt(start))) return;
  const blank = /\s*/y;
  blank.lastIndex = open + 1;
  const empty = open + 1 + (blank.exec(source.text)?.[0].length ?? 0) >= start;
  if (!empty) writer.closingLine(start, indentation);
  writer.put(source.text.slice(start, span.end), { start, end: span.end }, { glued: empty });
}
