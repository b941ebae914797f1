import type { Block, Branch, Call, Chain, End, InlineStep, Jump, Target, Transfer } from '../syntax/ast.ts';
import type { Source } from '../text/source.ts';
import type { Span } from '../text/span.ts';
import { attributeText } from './format-attributes.ts';
import { firstWord, formattedArrow, identifierText, stringText, textOf } from './format-literal.ts';
import { formatName } from './format-name.ts';
import { formatRest, formatStatements } from './format-statement.ts';
import { indentStep, type LineWriter } from './line-writer.ts';

/**
 * Writes where a path goes on: a block, whose statements stand further in, or a chain. `inException` where it is that
 * of a problem or a timeout.
 */
export function formatBranch(
  source: Source,
  branch: Branch,
  writer: LineWriter,
  indentation: number,
  inException = false,
): void {
  if (branch.kind === 'block') formatBlock(source, branch, writer, indentation);
  else formatChain(source, branch, writer, indentation, inException);
}

export function formatBlock(source: Source, block: Block, writer: LineWriter, indentation: number): void {
  const { span, statements } = block;
  const brace = { start: span.start, end: span.start + 1 };
  writer.put(textOf(source, brace), brace);
  formatStatements(source, statements, writer, indentation + indentStep);
  closeBrace(source, span, span.start, writer, indentation);
}

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

/**
 * An arrow that begins a line begins a statement, so a long chain is broken behind its arrows, never before them; and
 * there rather than within what an arrow leads to.
 */
export function formatChain(
  source: Source,
  { links }: Chain,
  writer: LineWriter,
  indentation: number,
  inException = false,
): void {
  for (const [index, { arrow, target }] of links.entries()) {
    writer.put(formattedArrow(source, arrow), arrow, { staysOnLine: true });
    const behind = index < links.length - 1 ? ' ->'.length : 0;
    writer.together(target.span.start, behind, () => formatTarget(source, target, writer, indentation));
    if (target.kind === 'jump' && target.retry !== undefined)
      formatChain(source, target.retry.chain, writer, indentation, inException);
    if (target.kind === 'call') formatRest(source, target, writer, indentation, inException);
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
  const max = firstWord(source, retry.span);
  writer.put(textOf(source, max), max);
  writer.put(textOf(source, retry.max.span), retry.max.span);
  const then = firstWord(source, { start: retry.max.span.end, end: retry.chain.span.start });
  writer.put(textOf(source, then), then);
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
  writer.put(textOf(source, keyword), keyword);
  if (name !== undefined) formatName(source, name, writer, padTo);
  if (outcome !== undefined)
    writer.put(`as ${textOf(source, outcome.span)}`, { start: name?.span.end ?? keyword.end, end: span.end });
}

/** The other flow that a call or a transfer leads to. */
export function formatLead(
  source: Source,
  { keyword, flow, label }: Call | Transfer,
  writer: LineWriter,
): void {
  writer.put(textOf(source, keyword), keyword);
  writer.put(identifierText(source, flow), flow.span);
  if (label !== undefined) writer.put(stringText(source, label, indentStep), label.span);
}
