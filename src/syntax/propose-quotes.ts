import type { Fix } from '../diagnostic/diagnostic.ts';
import { cover } from '../text/span.ts';
import { identifierFromLabel } from './label.ts';
import type { Part } from './missing-part.ts';
import { spanOf, type Token } from './token.ts';
import { attributeTypes, isName } from './token-sets.ts';
import type { TokenStream } from './token-stream.ts';
import { Question, Text } from './token-types.ts';

/** What to do about a mistake. */
export interface ProposedRepair {
  readonly help: string;
  readonly fix: Fix;
}

/**
 * Proposes to put a row of words in quotes, as of a label without them, where one stands. It begins with `first`, which
 * is the next token or the one before it.
 */
export function proposeQuotes(tokens: TokenStream, first: Token): ProposedRepair | undefined {
  let last = first;
  const words: string[] = [];
  for (let ahead = first === tokens.next(0) ? 0 : 1; ; ahead++) {
    const token = ahead === 0 ? first : tokens.next(ahead);
    const isWord =
      token.tokenType === Question || (isName(token.tokenType) && !attributeTypes.has(token.tokenType));
    if (!isWord || (words.length > 0 && token.firstOnLine)) break;
    words.push(token.image);
    last = token;
    if (token.tokenType === Question) break;
  }
  if (words.length < 2) return undefined;
  const text = `"${words.join(' ')}"`;
  const edits = [{ span: cover(spanOf(first), spanOf(last)), text }];
  return {
    help: `A label of several words stands in quotes: ${text}`,
    fix: { kind: 'unsafe', title: 'Put it in quotes', edits },
  };
}

/** A thing that others name needs a name besides its label: proposes one that is made from the label. */
export function proposeName(
  part: Part,
  { tokenType, startOffset, value }: Token,
): ProposedRepair | undefined {
  const name = part === 'identifier' && tokenType === Text ? identifierFromLabel(String(value)) : undefined;
  if (name === undefined) return undefined;
  const edits = [{ span: { start: startOffset, end: startOffset }, text: `${name} ` }];
  return {
    help: `Give it a name as well, such as “${name}”`,
    fix: { kind: 'unsafe', title: `Name it “${name}”`, edits },
  };
}
