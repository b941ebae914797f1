import type { Block, Branch, Choose, If, Otherwise, Parallel } from '../syntax/ast.ts';
import type { Source } from '../text/source.ts';
import type { Span } from '../text/span.ts';
import { closeBrace, openBrace } from './format-brace.ts';
import { textOf } from './format-literal.ts';
import { formatName, formatPercent, formatQuestion } from './format-name.ts';
import { indentStep, type LineWriter } from './line-writer.ts';

/**
 * Writes what stands in a choice, which may be statements of any kind, at `indentation` columns: it is handed in, as
 * statements write choices.
 */
export interface NestedFormat {
  branch(branch: Branch, indentation: number): void;
  block(block: Block, indentation: number): void;
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
  for (const [index, { keyword, question, percent, branch }] of arms.entries()) {
    if (!afterBlock) writer.closingLine(keyword.start, columns);
    else if (index > 0) writer.afterBrace(keyword.start, columns);
    if (index === 0) writer.put(textOf(source, keyword), keyword);
    else if (formatElseIf(source, keyword, writer, columns)) columns += indentStep;
    formatQuestion(source, question, writer);
    formatPercent(source, percent, writer);
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
  { keyword, branch }: Otherwise,
  writer: LineWriter,
  indentation: number,
  nested: NestedFormat,
): void {
  writer.put(textOf(source, keyword), keyword);
  nested.branch(branch, indentation);
}

/** Writes a `choose` with its cases, each on a line of its own. */
export function formatChoose(
  source: Source,
  statement: Choose,
  writer: LineWriter,
  indentation: number,
  nested: NestedFormat,
): void {
  const { keyword, question, cases, otherwise, span } = statement;
  writer.put(textOf(source, keyword), keyword);
  formatQuestion(source, question, writer);
  const open = openBrace(source, question.span.end, writer);
  for (const { keyword: when, name, percent, branch } of cases) {
    writer.line(when.start, indentation + indentStep);
    writer.put(textOf(source, when), when);
    formatName(source, name, writer);
    formatPercent(source, percent, writer);
    nested.branch(branch, indentation + indentStep);
  }
  if (otherwise !== undefined) {
    writer.line(otherwise.keyword.start, indentation + indentStep);
    formatOtherwise(source, otherwise, writer, indentation + indentStep, nested);
  }
  closeBrace(source, span, open, writer, indentation);
}

/** Writes a `parallel` with its branches, each from a line of its own on. */
export function formatParallel(
  source: Source,
  statement: Parallel,
  writer: LineWriter,
  indentation: number,
  nested: NestedFormat,
): void {
  const { keyword, name, branches, span } = statement;
  writer.put(textOf(source, keyword), keyword);
  if (name !== undefined) formatName(source, name, writer);
  const open = openBrace(source, (name?.span ?? keyword).end, writer);
  for (const { keyword: branch, name: branchName, block } of branches) {
    writer.line(branch.start, indentation + indentStep);
    writer.put(textOf(source, branch), branch);
    if (branchName !== undefined) formatName(source, branchName, writer);
    nested.block(block, indentation + indentStep);
  }
  closeBrace(source, span, open, writer, indentation);
}
