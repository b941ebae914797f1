import type { ParsedFile } from '../syntax/parsed-file.ts';
import { lineBreakOf, withLineFeeds } from '../text/line-break.ts';
import type { Source } from '../text/source.ts';
import { formatDocument } from './format-flow.ts';
import { keepsMeaning } from './keeps-meaning.ts';
import { createLineWriter } from './line-writer.ts';

/**
 * The one layout of a file, with the line ends and the byte-order mark that it has. Statements that could not be read
 * whole stay as they are; comments, and a blank line where there were any, stay where they belong. Formatting twice is
 * formatting once. What comes out is read again, and must say the same: else the text stays as it is.
 * `read` reads as the file was read.
 */
export function format(parsed: ParsedFile, read?: (source: Source) => ParsedFile): string {
  const { text } = parsed.source;
  const laidOut = formatUnchecked(parsed);
  return laidOut === text || keepsMeaning(parsed, laidOut, read) ? laidOut : text;
}

/** The layout of a file, without a look at whether it still means what it did. */
export function formatUnchecked(parsed: ParsedFile): string {
  const { text } = parsed.source;
  const writer = createLineWriter(parsed.source, parsed.document.comments);
  formatDocument(parsed, writer);
  const lines = withLineFeeds(writer.finish());
  const mark = text.startsWith('\ufeff') ? '\ufeff' : '';
  return mark + (lineBreakOf(text) === '\n' ? lines : lines.replaceAll('\n', '\r\n'));
}
