import { endOf, spanOf, type Token } from '../token.ts';
import { RightBrace, word } from '../token-types.ts';
import { inserted, isWord, retyped, safeFix, type TokenDraft } from './token-draft.ts';

const words = ['elif', 'elsif', 'elseif', 'else-if', 'elsewhen'];

/** Whether a token is one of them, though it be read as `else` already. */
export const isElseIf = (token: Token): boolean => isWord(token, ...words);

/** `elif`, `elsif`, `elseif`: two words here. */
export function elseIf(draft: TokenDraft): void {
  for (const [index, line] of draft.lines.entries()) {
    const at = line[0]?.tokenType === RightBrace ? 1 : 0;
    const own = line[at];
    if (own === undefined || !isElseIf(own)) continue;
    const span = spanOf(own);
    const both: Token[] = [retyped(own, word.else), inserted(word.if, endOf(own), own)];
    draft.lines[index] = [...line.slice(0, at), ...both, ...line.slice(at + 1)];
    const last = line.at(-1);
    const isBlock = /^\s*[:：]\s*$/.test(draft.slice(draft.gapAfter(line, line.length - 1)));
    // A block of another notation is one mistake with its words.
    if (isBlock || isWord(last, 'then')) continue;
    draft.report({
      code: 'misspelt-word',
      span,
      message: `“${own.image}” is written “else if”`,
      help: 'Write “else if”',
      fix: safeFix('Write “else if”', [{ span, text: 'else if' }]),
    });
  }
}
