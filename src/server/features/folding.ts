import { endOf, type Token } from '../../syntax/token.ts';
import { LeftBrace, RightBrace, Text } from '../../syntax/token-types.ts';
import type { FileView } from '../snapshot.ts';
import { lastTokenFrom } from '../symbol-at.ts';

/** Lines that can be folded into the first of them; counted from 0. */
export interface Fold {
  readonly startLine: number;
  readonly endLine: number;
  readonly kind: 'comment' | 'imports' | 'region';
}

/** Flows, blocks, texts of several lines, runs of comments and of `use`s. */
export function folds(file: FileView): readonly Fold[] {
  const lines = file.lines();
  const lineOf = (offset: number): number => lines.position(offset).line - 1;
  const { flows, uses, comments } = file.parsed.document;
  const { tokens } = file.tokens();
  const found: Fold[] = [];
  const add = (kind: Fold['kind'], startLine: number, endLine: number): void => {
    if (endLine > startLine) found.push({ kind, startLine, endLine });
  };
  for (const { keyword, span } of flows)
    add('region', lineOf(keyword.start), lineOf(lastBefore(tokens, span.end)));
  for (const { start, end } of blocks(tokens)) {
    // The closing brace stays in sight.
    add('region', lineOf(start), lineOf(end) - 1);
  }
  for (const token of tokens)
    if (token.tokenType === Text) add('region', lineOf(token.startOffset), lineOf(endOf(token)));
  const [first, last] = [uses[0], uses.at(-1)];
  if (first !== undefined && last !== undefined)
    add('imports', lineOf(first.span.start), lineOf(last.span.end));
  let run: { start: number; end: number } | undefined;
  for (const { span, ownLine } of comments) {
    const line = lineOf(span.start);
    if (run !== undefined && ownLine && line === run.end + 1) {
      run.end = line;
      continue;
    }
    if (run !== undefined) add('comment', run.start, run.end);
    run = ownLine ? { start: line, end: line } : undefined;
  }
  if (run !== undefined) add('comment', run.start, run.end);
  return found.sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine);
}

/** The end of the text of a flow, comments and blank lines behind it left out. */
function lastBefore(tokens: readonly Token[], end: number): number {
  const last = tokens[lastTokenFrom(tokens, end - 1)];
  return last === undefined ? end : endOf(last);
}

/** From brace to brace; one that is not closed is left out. */
function blocks(tokens: readonly Token[]): readonly { readonly start: number; readonly end: number }[] {
  const open: number[] = [];
  const found: { start: number; end: number }[] = [];
  for (const { tokenType, startOffset } of tokens)
    if (tokenType === LeftBrace) open.push(startOffset);
    else if (tokenType === RightBrace) {
      const start = open.pop();
      if (start !== undefined) found.push({ start, end: startOffset });
    }
  return found;
}
