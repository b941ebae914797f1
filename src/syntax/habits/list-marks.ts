import type { Span } from '../../text/span.ts';
import { endOf, type Token } from '../token.ts';
import { isName, lineTypes } from '../token-sets.ts';
import { DurationToken, Integer } from '../token-types.ts';
import { asFirst, safeFix, type TokenDraft, typeMeant } from './token-draft.ts';

/** What stands before a statement as in a list: its place, and how many tokens of the line it is. */
export interface ListMark {
  readonly span: Span;
  readonly count: number;
}

/** The bullet or number that a line begins with: `-`, `*`, `1.`, `a)`. */
export function markOf(draft: TokenDraft, line: readonly Token[]): ListMark | undefined {
  const [first] = line;
  if (first === undefined) return undefined;
  const lineStart = draft.text.lastIndexOf('\n', first.startOffset - 1) + 1;
  const count = markTokens(draft, line);
  const head = line[count];
  if (head === undefined) return undefined;
  const before = draft.text.slice(lineStart, head.startOffset);
  const marked = before.trim();
  if (!listMark.test(marked)) return undefined;
  const start = lineStart + before.indexOf(marked);
  return { span: { start, end: start + marked.length }, count };
}

/**
 * Bullets and numbers before statements, as in a list of a word processor: `- step …`, `* step …`, `1. step …`, `a)
 * step …`.
 */
export function listMarks(draft: TokenDraft): void {
  for (const [at, line] of draft.lines.entries()) {
    const mark = markOf(draft, line);
    const [first] = line;
    const head = line[mark?.count ?? 0];
    if (mark === undefined || first === undefined || head === undefined) continue;
    const type = typeMeant(draft, head);
    if (type === undefined || !(lineTypes.has(type) || isAnswer(line, mark.count))) continue;
    draft.lines[at] = [asFirst(head, first), ...line.slice(mark.count + 1)];
    const marked = draft.slice(mark.span);
    const isNumber = /\d/.test(marked);
    draft.report({
      code: isNumber ? 'unexpected-token' : 'invalid-character',
      span: mark.span,
      message: isNumber ? `“${marked}” begins no statement` : `“${marked}” means nothing here`,
      help: 'Leave it out: statements follow each other without numbers or bullets',
      fix: safeFix(`Leave out “${marked}”`, [
        { span: { start: mark.span.start, end: head.startOffset }, text: '' },
      ]),
    });
  }
}

const listMark =
  /^(?:[-*+•·◦▪‣●○■□–—>]|\d{1,4}(?:\.\d{1,3})*[.):]?|[a-zA-Z][.)]|\((?:\d{1,3}|[a-zA-Z])\)|\[[ xX]?\]|[-*] \[[ xX]?\])$/u;

/** How many tokens a number or letter of a list is. */
function markTokens(draft: TokenDraft, line: readonly Token[]): number {
  const [first, second] = line;
  if (first === undefined || second === undefined) return 0;
  const gap = draft.text.slice(endOf(first), second.startOffset);
  if (first.tokenType === Integer || first.tokenType === DurationToken)
    return /^\d+(?:\.\d+)*$/.test(first.image) && /^[.):]?\s*$/.test(gap) ? 1 : 0;
  return isName(first.tokenType) && first.image.length === 1 && /^[.)]\s/.test(gap) ? 1 : 0;
}

/** Whether an answer and its arrow stand there. */
const isAnswer = (line: readonly Token[], at: number): boolean => {
  const next = line[at + 1];
  return next !== undefined && /^(?:[-=–—]{1,4}>|→|\{)$/.test(next.image);
};
