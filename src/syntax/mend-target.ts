import type { TokenType } from 'chevrotain';
import type { Fix } from '../diagnostic/diagnostic.ts';
import type { Reading } from './reading.ts';
import { spanOf, type Token } from './token.ts';
import { isName, isReserved } from './token-sets.ts';
import { Text, word } from './token-types.ts';

/** What an arrow can lead to besides a name. */
export const targetTypes: ReadonlySet<TokenType> = new Set([Text, word.end, word.call, word.transfer]);

/** `-> step "Pick up"` has a word too many; any other reserved word, or a question, is taken for a name. */
export function mendTarget({ tokens, mistakes, words }: Reading): void {
  const next = tokens.next();
  const after = tokens.next(2);
  if (isName(next.tokenType) || targetTypes.has(next.tokenType) || next.firstOnLine) return;
  if (isReserved(next.tokenType) && after.tokenType === Text && !after.firstOnLine) {
    mistakes.reportAt(
      spanOf(next),
      'unexpected-token',
      `“${next.image}” cannot stand after an arrow`,
      leaveOut(next, after),
    );
    mistakes.broken ||= next.tokenType !== word.step;
    tokens.skip();
  } else if (!isReserved(next.tokenType) || !isName(after.tokenType) || after.firstOnLine) words.mendName();
}

/** A step needs no word after an arrow; anything else needs a line of its own. */
const leaveOut = (next: Token, after: Token): { readonly help: string; readonly fix?: Fix } =>
  next.tokenType === word.step
    ? {
        help: 'A label alone is a step there',
        fix: {
          kind: 'safe',
          title: 'Leave out “step”',
          edits: [{ span: { start: next.startOffset, end: after.startOffset }, text: '' }],
        },
      }
    : { help: 'Write it on a line of its own with a name, and lead the arrow to that name' };
