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
  /**
   * Those of them that can't simply be left out: they may stand for something, and explain what is wrong around them.
   */
  readonly obscure: readonly number[];
}

/**
 * Cuts a text into tokens, in linear time. What is wrong is reported once, and read as what was meant, so that nothing
 * follows from it; characters that mean nothing are left out.
 */
export function tokenize(text: string, lexer: Lexer): Tokens {
  const tokenizer = new Tokenizer(text);
  for (const lexeme of lexer(text)) {
    if (tokenizer.diagnostics.length > mostMistakes) break;
    tokenizer.read(lexeme);
  }
  const { tokens, comments, diagnostics, unclosed, noise, obscure } = tokenizer;
  return { tokens, comments, diagnostics, unclosed, noise, obscure };
}

/** Reads one lexeme after the other. */
class Tokenizer implements Tokens {
  readonly tokens: Token[] = [];
  readonly comments: Comment[] = [];
  readonly diagnostics: Diagnostic[] = [];
  readonly unclosed = new Set<number>();
  readonly noise: number[] = [];
  readonly obscure: number[] = [];
  private readonly text: string;
  private lineStart = 0;
  private nextBreak: number;
  private indent = 0;
  /** The line of the token before the place. */
  private lastLine = -1;
  /** The first token of that line. */
  private head: TokenType | undefined;
  /** The end of what was read already, if it is more than a lexeme. */
  private readTo = 0;

  constructor(text: string) {
    this.text = text;
    this.nextBreak = text.indexOf('\n');
  }

  read(lexeme: Lexeme): void {
    const { image, startOffset } = lexeme;
    if (startOffset < this.readTo) return;
    this.goTo(startOffset);
    switch (lexeme.kind) {
      case 'word':
        this.readWord(lexeme);
        break;
      case 'quotation':
        this.readQuotation(lexeme);
        break;
      case 'number': {
        const { type, value, diagnostic } = readNumber(image, startOffset);
        if (diagnostic !== undefined) this.diagnostics.push(diagnostic);
        this.add(type, lexeme, value);
        break;
      }
      case 'arrow':
        this.readSign(lexeme, Arrow, image === '→' ? image : '->');
        break;
      case 'brace':
        if (image === '{' || image === '｛') this.readSign(lexeme, LeftBrace, '{');
        else this.readSign(lexeme, RightBrace, '}');
        break;
      case 'comma':
        this.readSign(lexeme, Comma, ',');
        break;
      case 'dots':
        this.readSign(lexeme, Range, '..');
        break;
      case 'address':
        this.diagnostics.push(bareAddress(lexeme));
        this.add(Text, lexeme, image);
        break;
      case 'comment':
        this.readComment(lexeme);
        break;
      case 'space':
        break;
      case 'other':
        this.readOther(lexeme);
        break;
    }
  }

  private add(type: TokenType, { image, startOffset }: Lexeme, value: TokenValue): void {
    const firstOnLine = this.lastLine !== this.lineStart;
    const tokenType = firstOnLine && type === Arrow ? LineArrow : type;
    if (firstOnLine) {
      this.indent = startOffset - this.lineStart;
      this.head = tokenType;
    }
    const tokenTypeIdx = tokenType.tokenTypeIdx ?? 0;
    const { indent } = this;
    this.tokens.push({ tokenType, tokenTypeIdx, image, startOffset, firstOnLine, indent, value });
    this.goTo(startOffset + image.length);
    this.lastLine = this.lineStart;
  }

  /** Counts the lines up to an offset. */
  private goTo(offset: number): void {
    while (this.nextBreak !== -1 && this.nextBreak < offset) {
      this.lineStart = this.nextBreak + 1;
      this.nextBreak = this.text.indexOf('\n', this.lineStart);
    }
  }

  private readWord(lexeme: Lexeme): void {
    const { image, startOffset } = lexeme;
    const { name, isQuestion, isNoise, diagnostic } = readWord(image, startOffset);
    if (isNoise && diagnostic !== undefined) {
      this.leaveOut(startOffset, diagnostic);
      this.noise.push(startOffset);
      return;
    }
    if (diagnostic !== undefined) {
      this.diagnostics.push(diagnostic);
      if (diagnostic.fix === undefined) this.noise.push(startOffset);
    }
    this.add(isQuestion ? Question : typeOfWord(image), lexeme, name);
  }

  private readQuotation(lexeme: Lexeme): void {
    const { image, startOffset } = lexeme;
    const head = this.lastLine === this.lineStart ? this.head : undefined;
    const read = readQuotation(image, startOffset, closingPlace(this.text, lexeme, head));
    for (const diagnostic of read.diagnostics) this.diagnostics.push(diagnostic);
    if (read.isUnclosed) this.unclosed.add(startOffset);
    this.add(Text, lexeme, read.value);
  }

  /** Reads a sign; another one that stands for it is reported. */
  private readSign(lexeme: Lexeme, type: TokenType, right: string): void {
    if (lexeme.image !== right) this.diagnostics.push(lookalike(lexeme, right));
    this.add(type, lexeme, '');
  }

  private readComment(lexeme: Lexeme): void {
    const { image, startOffset } = lexeme;
    if (!image.startsWith('#')) this.diagnostics.push(otherComment(this.text, lexeme));
    if (isOfOneLine(image)) {
      const isOwnLine = this.text.slice(this.lineStart, startOffset).trim() === '';
      this.comments.push(commentOf(lexeme, isOwnLine));
    } else this.noise.push(startOffset);
  }

  /** Reads a character that means nothing, or the entity of HTML that begins with it. */
  private readOther({ image, startOffset }: Lexeme): void {
    const { text } = this;
    const entity = image === '&' ? entityAt(text, startOffset) : undefined;
    if (entity === undefined) {
      if (this.noise.at(-1) !== startOffset - 1) this.leaveOut(startOffset, stray(text, startOffset));
    } else {
      const lineEnd = this.nextBreak === -1 ? text.length : this.nextBreak;
      if (this.isFirstObscure()) this.diagnostics.push(entityOutside(text, startOffset, entity, lineEnd));
      this.obscure.push(startOffset);
      this.readTo = startOffset + entity.length;
    }
    this.noise.push(startOffset);
  }

  /**
   * Leaves characters out. One of them a line is reported, as they often stand in pairs; those that a repair deletes
   * each by itself.
   */
  private leaveOut(offset: number, diagnostic: Diagnostic): void {
    if (this.isFirstObscure()) this.diagnostics.push(diagnostic);
    if (diagnostic.fix === undefined) this.obscure.push(offset);
  }

  /** Whether nothing that may stand for something was left out on the line yet. */
  private isFirstObscure(): boolean {
    return (this.obscure.at(-1) ?? -1) < this.lineStart;
  }
}

function commentOf({ image, startOffset }: Lexeme, ownLine: boolean): Comment {
  const written = image.endsWith('\r') ? image.slice(0, -1) : image;
  const said = trimBlankEnd(written.replace(/^(?:#|\/\/|--)/, ''));
  return {
    span: { start: startOffset, end: startOffset + written.length },
    text: said.slice(indentationOf(said)),
    ownLine,
  };
}
