import type {
  Attribute,
  Block,
  Branch,
  Choose,
  If,
  Otherwise,
  Parallel,
  Percent,
  When,
} from '../syntax/ast.ts';
import type { Source } from '../text/source.ts';
import type { Span } from '../text/span.ts';
import { closeBrace, openBrace } from './format-brace.ts';
import { textOf } from './format-literal.ts';
import { formatName, formatQuestion } from './format-name.ts';
import { indentStep, type LineWriter } from './line-writer.ts';

/**
 * Writes what stands in a choice, which may be statements of any kind, at `indentation` columns: it is handed in, as
 * statements write choices.
 */
export interface NestedFormat {
  branch(branch: Branch, indentation: number): void;
  block(block: Block, indentation: number): void;
  /** What is said of something behind its name. */
  said(attributes: readonly Attribute[], percent: Percent | undefined): void;
}

/** Writes an `if` with all that it may go on with. */
export function formatIf(
  source: Source,
  { arms, otherwise }: If,
  writer: LineWriter,
  indentation: number,
  nested: NestedFormat,
): void {
  let columns = indentation;
  let afterBlock = true;
  for (const [index, { keyword, question, attributes, percent, branch }] of arms.entries()) {
    if (!afterBlock) writer.closingLine(keyword.start, columns);
    else if (index > 0) writer.afterBrace(keyword.start, columns);
    if (index === 0) writer.put(textOf(source, keyword), keyword);
    else if (formatElseIf(source, keyword, writer, columns)) columns += indentStep;
    formatQuestion(source, question, writer);
    nested.said(attributes, percent);
    nested.branch(branch, columns);
    afterBlock = branch.kind === 'block';
  }
  if (otherwise === undefined) return;
  if (afterBlock) writer.afterBrace(otherwise.keyword.start, columns);
  else writer.closingLine(otherwise.keyword.start, columns);
  formatOtherwise(source, otherwise, writer, columns, nested);
}

/**
 * Writes `else if`. A comment between the two words stays there; then the `if` has a line of its own, as has what the
 * `else` leads to, and the rest stands further in with it. Says whether that is so.
 */
function formatElseIf(
  source: Source,
  { start, end }: Span,
  writer: LineWriter,
  indentation: number,
): boolean {
  const written = source.text.slice(start, end);
  const space = written.search(/[\s#/]/);
  const otherwise = { start, end: space === -1 ? end : start + space };
  writer.put(textOf(source, otherwise), otherwise);
  if (space === -1) return false;
  const ifWord = { start: end - 'if'.length, end };
  const isApart = writer.hasComment(ifWord.start);
  if (isApart) writer.afterBrace(ifWord.start, indentation + indentStep);
  writer.put(textOf(source, ifWord), ifWord);
  return isApart;
}

function formatOtherwise(
  source: Source,
  { keyword, attributes, percent, branch }: Otherwise,
  writer: LineWriter,
  indentation: number,
  nested: NestedFormat,
): void {
  writer.put(textOf(source, keyword), keyword);
  nested.said(attributes, percent);
  if (branch !== undefined) nested.branch(branch, indentation);
}

/** Writes a `choose` with its cases, each on a line of its own. */
export function formatChoose(
  source: Source,
  statement: Choose,
  writer: LineWriter,
  indentation: number,
  nested: NestedFormat,
): void {
  const { keyword, all, question, attributes, cases, otherwise, span } = statement;
  writer.put(textOf(source, keyword), keyword);
  if (all !== undefined) writer.put(textOf(source, all), all);
  formatQuestion(source, question, writer);
  nested.said(attributes, undefined);
  const open = openBrace(source, (attributes.at(-1)?.span ?? question.span).end, writer);
  for (const answer of cases) formatWhen(source, answer, writer, indentation + indentStep, nested);
  if (otherwise !== undefined) {
    writer.line(otherwise.keyword.start, indentation + indentStep);
    formatOtherwise(source, otherwise, writer, indentation + indentStep, nested);
  }
  closeBrace(source, span, open, writer, indentation);
}

/** Writes an answer of a choice, or an event of a wait, on a line of its own. */
export function formatWhen(
  source: Source,
  { keyword, name, attributes, percent, branch }: When,
  writer: LineWriter,
  indentation: number,
  nested: NestedFormat,
): void {
  writer.line(keyword.start, indentation);
  writer.put(textOf(source, keyword), keyword);
  formatName(source, name, writer);
  nested.said(attributes, percent);
  if (branch !== undefined) nested.branch(branch, indentation);
}

/** Writes a `parallel` with its branches, each from a line of its own on. */
export function formatParallel(
  source: Source,
  statement: Parallel,
  writer: LineWriter,
  indentation: number,
  nested: NestedFormat,
): void {
  const { keyword, first, name, branches, span } = statement;
  writer.put(textOf(source, keyword), keyword);
  if (first !== undefined) writer.put(textOf(source, first), first);
  if (name !== undefined) formatName(source, name, writer);
  const open = openBrace(source, (name?.span ?? first ?? keyword).end, writer);
  for (const { keyword: branch, name: branchName, block } of branches) {
    writer.line(branch.start, indentation + indentStep);
    writer.put(textOf(source, branch), branch);
    if (branchName !== undefined) formatName(source, branchName, writer);
    nested.block(block, indentation + indentStep);
  }
  closeBrace(source, span, open, writer, indentation);
}
