import type { ParsedFile } from '../syntax/parsed-file.ts';
import { formatDocument } from './format-flow.ts';
import { createLineWriter } from './line-writer.ts';
import { losesNothing } from './loses-nothing.ts';

/**
 * The one layout of a file. Statements that could not be read whole stay as they are; comments, and a blank line where
 * there were any, stay where they belong. Formatting twice is formatting once, and the graph of every flow is kept. A file so
 * broken that something would get lost stays as it is.
 */
export function format(parsed: ParsedFile): string {
  const writer = createLineWriter(parsed.source, parsed.document.comments);
  formatDocument(parsed, writer);
  const formatted = writer.finish();
  return parsed.diagnostics.length === 0 || losesNothing(parsed, formatted) ? formatted : parsed.source.text;
}
