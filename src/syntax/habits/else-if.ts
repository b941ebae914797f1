import { endOf, spanOf, type Token } from '../token.ts';
import { RightBrace, word } from '../token-types.ts';
import { type Draft, inserted, isWord, retyped, safeFix } from './draft.ts';

/** `elif`, `elsif`, `elseif`: two words here. */
export function elseIf(draft: Draft): void {
  for (const [index, line] of draft.lines.entries()) {
    const at = line[0]?.tokenType === RightBrace ? 1 : 0;
    const own = line[at];
    if (own === undefined || !isWord(own, 'elif', 'elsif', 'elseif', 'else-if', 'elsewhen')) continue;
    const span = spanOf(own);
    const words: Token[] = [retyped(own, word.else), inserted(word.if, endOf(own), own)];
    draft.lines[index] = [...line.slice(0, at), ...words, ...line.slice(at + 1)];
    draft.report({
      code: 'misspelt-word',
      span,
      message: `“${own.image}” is written “else if”`,
      help: 'Write “else if”',
      fix: safeFix('Write “else if”', [{ span, text: 'else if' }]),
    });
  }
}
