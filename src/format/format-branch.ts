import type { Block, Branch, Call, Chain, End, InlineStep, Jump, Target, Transfer } from '../syntax/ast.ts';
import type { Source } from '../text/source.ts';
import type { Span } from '../text/span.ts';
import { attributeText } from './format-attributes.ts';
import { identifierText, stringText, textOf } from './format-literal.ts';
import { formatName } from './format-name.ts';
import { formatRest, formatStatements } from './format-statement.ts';
import { indentStep, type LineWriter } from './line-writer.ts';

/** Writes where a path goes on: a block, whose statements stand further in, or a chain. */
export function formatBranch(source: Source, branch: Branch, writer: LineWriter, indentation: number): void {
  if (branch.kind === 'block') formatBlock(source, branch, writer, indentation);
  else formatChain(source, branch, writer, indentation);
}

export function formatBlock(source: Source, block: Block, writer: LineWriter, indentation: number): void {
  const { span, statements } = block;
  writer.put('{', { start: span.start, end: span.start + 1 });
  formatStatements(source, statements, writer, indentation + indentStep);
  closeBrace(source, span, writer, indentation);
}

/** Writes the brace at the end of `span`, where there is one: in a broken file it may be missing, or be that of a block inside. */
export function closeBrace(source: Source, span: Span, writer: LineWriter, indentation: number): void {
  const start = span.end - 1;
  if (start <= span.start || writer.hasWritten(start) || !/[}｝]/.test(source.text.charAt(start))) return;
  const inside = source.text.slice(source.text.lastIndexOf('{', start), start);
  const empty = inside.slice(1).trim() === '';
  if (!empty) writer.closingLine(start, indentation);
  writer.put('}', { start, end: span.end }, { glued: empty });
}

/**
 * An arrow that begins a line begins a statement, so a long chain is broken behind its arrows, never before them; and there
 * rather than within what an arrow leads to.
 */
export function formatChain(source: Source, { links }: Chain, writer: LineWriter, indentation: number): void {
  for (const [index, { arrow, target }] of links.entries()) {
    writer.put('->', arrow, { staysOnLine: true });
    const behind = index < links.length - 1 ? ' ->'.length : 0;
    writer.together(target.span.start, behind, () => formatTarget(source, target, writer, indentation));
    if (target.kind === 'jump' && target.retry !== undefined)
      formatChain(source, target.retry.chain, writer, indentation);
    if (target.kind === 'call') formatRest(source, target, writer, indentation);
  }
}

function formatTarget(source: Source, target: Target, writer: LineWriter, indentation: number): void {
  const { kind } = target;
  switch (kind) {
    case 'jump':
      formatJump(source, target, writer);
      break;
    case 'inline-step':
      formatInlineStep(source, target, writer, indentation);
      break;
    case 'end':
      formatEnd(source, target, writer);
      break;
    case 'call':
      formatLead(source, target, writer);
      break;
    case 'transfer':
      formatLead(source, target, writer);
      break;
  }
}

function formatJump(source: Source, { id, retry }: Jump, writer: LineWriter): void {
  writer.put(identifierText(source, id), id.span);
  if (retry === undefined) return;
  writer.put('max', { start: retry.span.start, end: retry.span.start + 'max'.length });
  writer.put(textOf(source, retry.max.span), retry.max.span);
  writer.put('then', { start: retry.max.span.end, end: retry.chain.span.start });
}

function formatInlineStep(source: Source, step: InlineStep, writer: LineWriter, indentation: number): void {
  writer.put(stringText(source, step.label, indentation + indentStep), step.label.span);
  for (const attribute of step.attributes)
    writer.put(attributeText(source, attribute, indentation + indentStep), attribute.span, {
      mayBreak: true,
    });
}

export function formatEnd(source: Source, end: End, writer: LineWriter, padTo = 0): void {
  const { keyword, name, outcome, span } = end;
  writer.put('end', keyword);
  if (name !== undefined) formatName(source, name, writer, padTo);
  if (outcome !== undefined)
    writer.put(`as ${outcome.value}`, { start: name?.span.end ?? keyword.end, end: span.end });
}

/** The other flow that a call or a transfer leads to. */
export function formatLead(
  source: Source,
  { kind, keyword, flow, label }: Call | Transfer,
  writer: LineWriter,
): void {
  writer.put(`${kind} ${identifierText(source, flow)}`, { start: keyword.start, end: flow.span.end });
  if (label !== undefined) writer.put(stringText(source, label, indentStep), label.span);
}
