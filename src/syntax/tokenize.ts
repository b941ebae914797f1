import type { TokenType } from 'chevrotain';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { indentationOf, trimBlankEnd } from '../text/blank.ts';
import type { Comment } from './ast.ts';
import { closingPlace } from './closing-place.ts';
import { entityAt, entityOutside } from './html-entities.ts';
import type { Lexeme, Lexer } from './lexer.ts';
import { readNumber } from './read-number.ts';
import { readQuotation } from './read-quotation.ts';
import { readWord } from './read-word.ts';
import { bareAddress, isOfOneLine, lookalike, otherComment, stray } from './sign-mistakes.ts';
import type { Token, TokenValue } from './token.ts';
import {
  Arrow,
  Comma,
  LeftBrace,
  LineArrow,
  Question,
  Range,
  RightBrace,
  Text,
  typeOfWord,
} from './token-types.ts';

/** After so many mistakes a text is not a flow, and reading it on would help no one. */
export const mostMistakes = 1000;

/** All tokens of a text but space, in order; comments apart, in order too. */
export interface Tokens {
  readonly tokens: readonly Token[];
  readonly comments: readonly Comment[];
  readonly diagnostics: readonly Diagnostic[];
  /** The offsets of quotations that have no end. */
  readonly unclosed: ReadonlySet<number>;
  /** The offsets of characters that were left out because they mean nothing, in order. */
  readonly noise: readonly number[];
  /** Those of them that can't simply be left out: they may stand for something, and explain what is wrong around them. */
  readonly obscure: readonly number[];
}

/**
 * Cuts a text into tokens, in linear time. What is wrong is reported once, and read as what was meant, so that nothing
 * follows from it; characters that mean nothing are left out.
 */
export function tokenize(text: string, lexer: Lexer): Tokens {
  const tokens: Token[] = [];
  const comments: Comment[] = [];
  const diagnostics: Diagnostic[] = [];
  const unclosed = new Set<number>();
  const noise: number[] = [];
  const obscure: number[] = [];
  let lineStart = 0;
  let nextBreak = text.indexOf('\n');
  let indent = 0;
  let lastLine = -1;
  let head: TokenType | undefined;

  const readTo = (offset: number): void => {
    while (nextBreak !== -1 && nextBreak < offset) {
      lineStart = nextBreak + 1;
      nextBreak = text.indexOf('\n', lineStart);
    }
  };
  const add = (type: TokenType, { image, startOffset }: Lexeme, value: TokenValue): void => {
    const firstOnLine = lastLine !== lineStart;
    const tokenType = firstOnLine && type === Arrow ? LineArrow : type;
    if (firstOnLine) {
      indent = startOffset - lineStart;
      head = tokenType;
    }
    const tokenTypeIdx = tokenType.tokenTypeIdx ?? 0;
    tokens.push({ tokenType, tokenTypeIdx, image, startOffset, firstOnLine, indent, value });
    readTo(startOffset + image.length);
    lastLine = lineStart;
  };

  /** One of them a line is reported, as they often stand in pairs; those that a repair deletes each by itself. */
  const leaveOut = (offset: number, diagnostic: Diagnostic): void => {
    if ((obscure.at(-1) ?? -1) < lineStart) diagnostics.push(diagnostic);
    if (diagnostic.fix === undefined) obscure.push(offset);
  };

  let skipTo = 0;
  for (const raw of lexer(text)) {
    if (diagnostics.length > mostMistakes) break;
    const { image, startOffset } = raw;
    if (startOffset < skipTo) continue;
    readTo(startOffset);
    switch (raw.kind) {
      case 'word': {
        const { name, isQuestion, isNoise, diagnostic } = readWord(image, startOffset);
        if (isNoise && diagnostic !== undefined) {
          leaveOut(startOffset, diagnostic);
          noise.push(startOffset);
          break;
        }
        if (diagnostic !== undefined) {
          diagnostics.push(diagnostic);
          if (diagnostic.fix === undefined) noise.push(startOffset);
        }
        add(isQuestion ? Question : typeOfWord(image), raw, name);
        break;
      }
      case 'quotation': {
        const read = readQuotation(
          image,
          startOffset,
          closingPlace(text, raw, lastLine === lineStart ? head : undefined),
        );
        for (const diagnostic of read.diagnostics) diagnostics.push(diagnostic);
        if (read.isUnclosed) unclosed.add(startOffset);
        add(Text, raw, read.value);
        break;
      }
      case 'number': {
        const { type, value, diagnostic } = readNumber(image, startOffset);
        if (diagnostic !== undefined) diagnostics.push(diagnostic);
        add(type, raw, value);
        break;
      }
      case 'arrow':
        if (image !== '->' && image !== '→') diagnostics.push(lookalike(raw, '->'));
        add(Arrow, raw, '');
        break;
      case 'brace': {
        const brace = image === '{' || image === '｛' ? '{' : '}';
        if (image !== brace) diagnostics.push(lookalike(raw, brace));
        add(brace === '{' ? LeftBrace : RightBrace, raw, '');
        break;
      }
      case 'comma':
        if (image !== ',') diagnostics.push(lookalike(raw, ','));
        add(Comma, raw, '');
        break;
      case 'dots':
        if (image !== '..') diagnostics.push(lookalike(raw, '..'));
        add(Range, raw, '');
        break;
      case 'address':
        diagnostics.push(bareAddress(raw));
        add(Text, raw, image);
        break;
      case 'comment':
        if (!image.startsWith('#')) diagnostics.push(otherComment(text, raw));
        if (isOfOneLine(image))
          comments.push(readComment(raw, text.slice(lineStart, startOffset).trim() === ''));
        else noise.push(startOffset);
        break;
      default: {
        const entity = image === '&' ? entityAt(text, startOffset) : undefined;
        if (entity !== undefined) {
          const lineEnd = nextBreak === -1 ? text.length : nextBreak;
          if ((obscure.at(-1) ?? -1) < lineStart)
            diagnostics.push(entityOutside(text, startOffset, entity, lineEnd));
          obscure.push(startOffset);
          noise.push(startOffset);
          skipTo = startOffset + entity.length;
          break;
        }
        if (noise.at(-1) !== startOffset - 1) leaveOut(startOffset, stray(text, startOffset));
        noise.push(startOffset);
      }
    }
  }
  return { tokens, comments, diagnostics, unclosed, noise, obscure };
}

function readComment({ image, startOffset }: Lexeme, ownLine: boolean): Comment {
  const written = image.endsWith('\r') ? image.slice(0, -1) : image;
  const said = trimBlankEnd(written.replace(/^(?:#|\/\/|--)/, ''));
  return {
    span: { start: startOffset, end: startOffset + written.length },
    text: said.slice(indentationOf(said)),
    ownLine,
  };
}
