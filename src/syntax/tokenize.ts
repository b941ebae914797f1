import type { IToken, Lexer, TokenType } from 'chevrotain';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Comment } from './ast.ts';
import * as lexer from './lexer.ts';
import { readNumber } from './read-number.ts';
import { readQuotation } from './read-quotation.ts';
import { readWord } from './read-word.ts';
import type { Token, TokenValue } from './token.ts';
import { Arrow, Comma, LeftBrace, LineArrow, Range, RightBrace, Text, Unknown } from './token-types.ts';

/** All tokens of a text but space, in order; comments apart. */
export interface Tokens {
  readonly tokens: readonly Token[];
  readonly comments: readonly Comment[];
}

/** What a token turned out to be when it was read exactly. */
export interface ReadToken {
  readonly type: TokenType;
  readonly value: TokenValue;
}
export type Report = (diagnostic: Diagnostic) => void;

/**
 * Cuts a text into tokens, in linear time. Whatever it holds, every character is in a token, a comment, or space; what
 * is wrong is reported once and read as what was meant, so that nothing follows from it.
 */
export function tokenize(text: string, chevrotain: Lexer, report: Report): Tokens {
  const cut = chevrotain.tokenize(text);
  const tokens: Token[] = [];
  const lines = lineStarts(text);
  for (const raw of cut.tokens) {
    const firstOnLine = lines(raw.startOffset, raw.startOffset + raw.image.length);
    const { type, value } = readToken(raw, report);
    tokens.push({
      tokenType: type === Arrow && firstOnLine ? LineArrow : type,
      tokenTypeIdx: (type === Arrow && firstOnLine ? LineArrow : type).tokenTypeIdx ?? 0,
      image: raw.image,
      startOffset: raw.startOffset,
      firstOnLine,
      value,
    });
  }
  return { tokens, comments: (cut.groups.comments ?? []).map((raw: IToken) => comment(text, raw)) };
}

/** Tells of each token, asked in their order, whether a line break stands between it and the one before. */
function lineStarts(text: string): (start: number, end: number) => boolean {
  let nextBreak = text.indexOf('\n');
  let first = true;
  return (start, end) => {
    const begins = first || (nextBreak !== -1 && nextBreak < start);
    first = false;
    while (nextBreak !== -1 && nextBreak < end) nextBreak = text.indexOf('\n', nextBreak + 1);
    return begins;
  };
}

function readToken(raw: IToken, report: Report): ReadToken {
  switch (raw.tokenType) {
    case lexer.WordLike:
      return readWord(raw, report);
    case lexer.Quotation:
      return { type: Text, value: readQuotation(raw, report) };
    case lexer.NumberLike:
      return readNumber(raw, report);
    case lexer.ArrowLike:
      return { type: Arrow, value: '' };
    case lexer.BraceLike:
      return { type: raw.image === '{' || raw.image === '｛' ? LeftBrace : RightBrace, value: '' };
    case lexer.CommaLike:
      return { type: Comma, value: '' };
    case lexer.Dots:
      return { type: Range, value: '' };
    default:
      return { type: Unknown, value: '' };
  }
}

function comment(text: string, { image, startOffset }: IToken): Comment {
  const written = image.endsWith('\r') ? image.slice(0, -1) : image;
  let before = startOffset;
  while (before > 0 && /[^\S\n]/.test(text.charAt(before - 1))) before--;
  return {
    span: { start: startOffset, end: startOffset + written.length },
    text: written.slice(1).trim(),
    ownLine: before === 0 || text.charAt(before - 1) === '\n',
  };
}
