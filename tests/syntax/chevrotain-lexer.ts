import { Lexer as ChevrotainLexer, createToken } from 'chevrotain';
import { type Lexer, lexemeRules } from '../../src/syntax/lexer.ts';

/** Chevrotain's lexer with the rules of ours, each tried at every character: the judge of how ours applies them. */
export function chevrotainLexer(): ChevrotainLexer {
  const kinds = lexemeRules.map(({ kind, matcher }) => {
    const match = matcher();
    const exec = (text: string, offset: number): [string] | null => {
      const image = match(text, offset) ?? '';
      return image === '' ? null : [image];
    };
    return createToken({
      name: kind,
      pattern: { exec },
      line_breaks: true,
      ...(kind === 'space' && { group: ChevrotainLexer.SKIPPED }),
    });
  });
  return new ChevrotainLexer(kinds, { positionTracking: 'onlyOffset' });
}

/** Chevrotain’s lexer, made to be asked as ours is. */
export function judgingLexer(): Lexer {
  const lexer = chevrotainLexer();
  const kindOf = new Map(lexemeRules.map(({ kind }) => [String(kind), kind]));
  return (text) =>
    lexer.tokenize(text).tokens.map(({ tokenType, image, startOffset }) => ({
      kind: kindOf.get(tokenType.name) ?? 'other',
      image,
      startOffset,
    }));
}
