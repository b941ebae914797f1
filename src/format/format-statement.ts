import type {
  Block,
  Branch,
  Call,
  Chain,
  Events,
  Exception,
  Stage,
  Statement,
  Step,
  Target,
  Touchpoint,
} from '../syntax/ast.ts';
import { trimBlankLinesEnd } from '../text/blank.ts';
import type { Source } from '../text/source.ts';
import { alignableStatement } from './alignable-statement.ts';
import { alignments } from './alignment.ts';
import { limitsText, standsAlone } from './format-attributes.ts';
import { closeBrace } from './format-brace.ts';
import { formatChoose, formatIf, formatParallel, formatWhen, type NestedFormat } from './format-choice.ts';
import { formattedArrow, stringText, textOf } from './format-literal.ts';
import { formatName, formatPercent } from './format-name.ts';
import { formatSaid } from './format-said.ts';
import { formatEnd, formatInlineStep, formatJump, formatLead } from './format-target.ts';
import { indentStep, type LineWriter } from './line-writer.ts';

/** Writes statements, each on a line of its own at `indentation` columns. */
export function formatStatements(
  source: Source,
  unordered: readonly Statement[],
  writer: LineWriter,
  indentation: number,
): void {
  // Statements that stand where none may are in the tree behind the broken one that they stand in.
  const statements = [...unordered].sort((a, b) => a.span.start - b.span.start);
  const widths = alignments(
    source,
    statements.map((statement) => alignableStatement(source, statement)),
    writer.isDivided,
  );
  for (const [index, statement] of statements.entries()) {
    writer.line(statement.span.start, indentation);
    if (statement.broken || statement.kind === 'unreadable') {
      const end = Math.min(statement.span.end, statements[index + 1]?.span.start ?? statement.span.end);
      const span = { start: statement.span.start, end };
      writer.put(trimBlankLinesEnd(textOf(source, span)), span, { verbatim: true });
    } else formatStatement(source, statement, writer, indentation, widths[index] ?? 0);
  }
}

function formatStatement(
  source: Source,
  statement: Exclude<Statement, { kind: 'unreadable' }>,
  writer: LineWriter,
  indentation: number,
  padTo: number,
): void {
  const { kind } = statement;
  const nested = nestedFormat(source, writer);
  switch (kind) {
    case 'touchpoint':
      formatTouchpoint(source, statement, writer, indentation, padTo);
      break;
    case 'anytime':
    case 'late':
      writer.put(textOf(source, statement.keyword), statement.keyword);
      formatName(source, statement.name, writer);
      if (statement.kind === 'anytime') formatPercent(source, statement.percent, writer);
      formatBranch(source, statement.branch, writer, indentation);
      break;
    case 'meanwhile':
      formatException(source, statement, writer, indentation);
      break;
    case 'stage':
      formatStage(source, statement, writer, indentation);
      break;
    case 'step':
    case 'wait':
    case 'escalate':
      writer.put(textOf(source, statement.keyword), statement.keyword);
      formatName(source, statement.name, writer, padTo);
      formatRest(source, statement, writer, indentation);
      break;
    case 'call':
      formatLead(source, statement, writer);
      formatRest(source, statement, writer, indentation);
      break;
    case 'transfer':
      formatLead(source, statement, writer);
      break;
    case 'if':
      formatIf(source, statement, writer, indentation, nested);
      break;
    case 'choose':
      formatChoose(source, statement, writer, indentation, nested);
      break;
    case 'parallel':
      formatParallel(source, statement, writer, indentation, nested);
      break;
    case 'end':
      formatEnd(source, statement, writer, padTo);
      break;
    case 'arrow':
      formatChain(source, statement.chain, writer, indentation);
      break;
  }
}

const nestedFormat = (source: Source, writer: LineWriter, inException = false): NestedFormat => ({
  branch: (branch, columns) => formatBranch(source, branch, writer, columns, inException),
  block: (block, columns) => formatBlock(source, block, writer, columns),
  said: (attributes, percent) => formatSaid(source, attributes, writer, { percent, isBeforeBranch: true }),
});

function formatTouchpoint(
  source: Source,
  { keyword, name, attributes, branch }: Touchpoint,
  writer: LineWriter,
  indentation: number,
  padTo: number,
): void {
  writer.put(textOf(source, keyword), keyword);
  formatName(source, name, writer, padTo);
  formatSaid(source, attributes, writer, { isBeforeBranch: branch !== undefined });
  if (branch !== undefined) formatBranch(source, branch, writer, indentation);
}

function formatStage(
  source: Source,
  { keyword, name, attributes, block }: Stage,
  writer: LineWriter,
  indentation: number,
): void {
  writer.put(textOf(source, keyword), keyword);
  formatName(source, name, writer);
  formatSaid(source, attributes, writer, { isBeforeBranch: true });
  formatBlock(source, block, writer, indentation);
}

/**
 * What follows the name of a step: attributes, exceptions, and where it leads. What can go wrong in a call on the path
 * of a problem, or of an event of a wait, stays on the line: on one of its own it would belong to that statement.
 */
function formatRest(
  source: Source,
  statement: Step | Call,
  writer: LineWriter,
  indentation: number,
  inException = false,
): void {
  const { attributes, chain } = statement;
  const events = statement.kind === 'call' ? undefined : statement.events;
  formatSaid(source, attributes, writer, { isBeforeBranch: events !== undefined });
  if (events !== undefined) formatEvents(source, statement, events, writer, indentation);
  const exceptions = statement.exceptions.filter(
    ({ span }) => events === undefined || span.start > events.span.end,
  );
  for (const exception of exceptions) {
    if (!inException) writer.line(exception.span.start, indentation + indentStep);
    formatException(source, exception, writer, indentation + indentStep);
  }
  if (chain === undefined) return;
  if (attributes.some(standsAlone)) writer.line(chain.span.start, indentation);
  formatChain(source, chain, writer, indentation);
}

/** The block of a wait: its events and what can go wrong, in the order in which they stand there. */
function formatEvents(
  source: Source,
  { exceptions }: Pick<Step, 'exceptions'>,
  { span, cases }: Events,
  writer: LineWriter,
  indentation: number,
): void {
  const nested = nestedFormat(source, writer, true);
  const brace = { start: span.start, end: span.start + 1 };
  writer.put(textOf(source, brace), brace);
  const inside = exceptions.filter((exception) => exception.span.start < span.end);
  for (const event of [...cases, ...inside].sort((a, b) => a.span.start - b.span.start)) {
    if ('kind' in event) {
      writer.line(event.span.start, indentation + indentStep);
      formatException(source, event, writer, indentation + indentStep);
    } else formatWhen(source, event, writer, indentation + indentStep, nested);
  }
  closeBrace(source, span, span.start, writer, indentation);
}

function formatException(
  source: Source,
  exception: Exception,
  writer: LineWriter,
  indentation: number,
): void {
  writer.put(textOf(source, exception.keyword), exception.keyword);
  switch (exception.kind) {
    case 'problem':
      formatName(source, exception.name, writer);
      formatPercent(source, exception.percent, writer);
      break;
    case 'timeout':
      if (exception.label !== undefined)
        writer.put(stringText(source, exception.label, indentation + indentStep), exception.label.span);
      formatPercent(source, exception.percent, writer);
      break;
    case 'meanwhile': {
      const { name, timing, limits } = exception;
      if (name !== undefined) formatName(source, name, writer);
      const end = limits.at(-1)?.span.end ?? timing.span.end;
      writer.put(`${textOf(source, timing.span)} ${limitsText(source, limits)}`, {
        start: timing.span.start,
        end,
      });
    }
  }
  formatBranch(source, exception.branch, writer, indentation, true);
}

/**
 * Writes where a path goes on: a block, whose statements stand further in, or a chain. `inException` where it is that
 * of an exception, or of an event of a wait.
 */
function formatBranch(
  source: Source,
  branch: Branch,
  writer: LineWriter,
  indentation: number,
  inException = false,
): void {
  if (branch.kind === 'block') formatBlock(source, branch, writer, indentation);
  else formatChain(source, branch, writer, indentation, inException);
}

function formatBlock(source: Source, block: Block, writer: LineWriter, indentation: number): void {
  const { span, statements } = block;
  const brace = { start: span.start, end: span.start + 1 };
  writer.put(textOf(source, brace), brace);
  formatStatements(source, statements, writer, indentation + indentStep);
  closeBrace(source, span, span.start, writer, indentation);
}

/**
 * Writes a chain. An arrow that begins a line begins a statement, so a long chain is broken behind its arrows, never
 * before them; and there rather than within what an arrow leads to.
 */
function formatChain(
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
    if (target.kind === 'jump' && target.retry?.chain !== undefined)
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
