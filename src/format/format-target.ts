import type { Call, End, InlineStep, Jump, Transfer } from '../syntax/ast.ts';
import type { Source } from '../text/source.ts';
import { firstWord, identifierText, stringText, textOf } from './format-literal.ts';
import { formatName } from './format-name.ts';
import { formatSaid } from './format-said.ts';
import { indentStep, type LineWriter } from './line-writer.ts';

export function formatJump(source: Source, { id, retry }: Jump, writer: LineWriter): void {
  writer.put(identifierText(source, id), id.span);
  if (retry === undefined) return;
  const max = firstWord(source, retry.span);
  writer.put(textOf(source, max), max);
  writer.put(textOf(source, retry.max.span), retry.max.span);
  if (retry.chain === undefined) return;
  const then = firstWord(source, { start: retry.max.span.end, end: retry.chain.span.start });
  writer.put(textOf(source, then), then);
}

export function formatInlineStep(
  source: Source,
  step: InlineStep,
  writer: LineWriter,
  indentation: number,
): void {
  writer.put(stringText(source, step.label, indentation + indentStep), step.label.span);
  formatSaid(source, step.attributes, writer, { isInChain: true, indentation: indentation + indentStep });
}

export function formatEnd(source: Source, end: End, writer: LineWriter, padTo = 0): void {
  const { keyword, name, attributes } = end;
  writer.put(textOf(source, keyword), keyword);
  if (name !== undefined) formatName(source, name, writer, padTo);
  formatSaid(source, attributes, writer, { isInChain: true });
}

/** Writes the other flow that a call or a transfer leads to. */
export function formatLead(
  source: Source,
  { keyword, flow, label }: Call | Transfer,
  writer: LineWriter,
): void {
  writer.put(textOf(source, keyword), keyword);
  writer.put(identifierText(source, flow), flow.span);
  if (label !== undefined) writer.put(stringText(source, label, indentStep), label.span);
}
