import type { Name, Percent, Question } from '../syntax/ast.ts';
import type { Source } from '../text/source.ts';
import { identifierText, stringText, textOf } from './format-literal.ts';
import { indentStep, type LineWriter } from './line-writer.ts';

/** Writes an identifier, made `padTo` columns wide where a label follows it, and the label. */
export function formatName(source: Source, { id, label }: Name, writer: LineWriter, padTo = 0): void {
  if (id !== undefined)
    writer.put(identifierText(source, id), id.span, { padTo: label === undefined ? 0 : padTo });
  if (label !== undefined) writer.put(stringText(source, label, indentStep), label.span);
}

/** Writes a question with the question mark that its writer uses. */
export function formatQuestion(source: Source, { id, label, mark }: Question, writer: LineWriter): void {
  if (id !== undefined) {
    const span = { start: id.span.start, end: mark?.end ?? id.span.end };
    writer.put(textOf(source, span), span);
  }
  if (label !== undefined) writer.put(stringText(source, label, indentStep), label.span);
}

export function formatPercent(source: Source, percent: Percent | undefined, writer: LineWriter): void {
  if (percent !== undefined) writer.put(textOf(source, percent.span), percent.span);
}
