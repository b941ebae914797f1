import { EOF, type TokenType } from 'chevrotain';
import type { Span } from '../text/span.ts';
import { endOf, type Token, type TokenValue } from './token.ts';
import { Text } from './token-types.ts';
import type { Tokens } from './tokenize.ts';

/** What is read: the tokens of a text, and what the tokenizer found out about the text around them. */
export type ReadableTokens = Omit<Tokens, 'comments' | 'diagnostics'>;

/** The grammar's place among the tokens. */
export interface GrammarPlace {
  /** The token so many ahead: 1 is the next, 0 the last that was read; beyond the last one, that of the text's end. */
  readonly look: (ahead: number) => Token;
  /** Goes past the next token. */
  readonly skip: () => void;
}

/** The tokens as the grammar and all that mends and recovers see them: from the place that is being read. */
export class TokenStream {
  /** The text that is being read. */
  readonly text: string;
  /** All tokens of it, in order. */
  readonly all: readonly Token[];
  /** The last word of the language that was read: that to which something may be missing. */
  lastWord = '';
  private readonly unclosed: ReadonlySet<number>;
  private readonly place: GrammarPlace;

  constructor(text: string, { tokens, unclosed }: ReadableTokens, place: GrammarPlace) {
    this.text = text;
    this.all = tokens;
    this.unclosed = unclosed;
    this.place = place;
  }

  next(ahead = 1): Token {
    return this.place.look(ahead);
  }

  skip(): void {
    this.place.skip();
  }

  at(type: TokenType): boolean {
    return this.next().tokenType === type;
  }

  atEnd(): boolean {
    return this.at(EOF);
  }

  /** Whether the next token goes on with the line of the one before it. */
  onLine(): boolean {
    return !this.next().firstOnLine && !this.atEnd();
  }

  /** Whether a token is a quotation that has no end: what seems to be missing after it may stand in it. */
  isUnclosed({ startOffset }: Token): boolean {
    return this.unclosed.has(startOffset);
  }

  /** Whether a quotation with both its quotes goes on with the line. */
  isQuoteAt(ahead: number): boolean {
    const next = this.next(ahead);
    return next.tokenType === Text && !next.firstOnLine && !this.isUnclosed(next);
  }

  /** Lets a token be read as another kind; the tokens of a reading are its own. */
  retype(token: Token, type: TokenType, value: TokenValue = token.value): void {
    const own: { -readonly [Key in keyof Token]: Token[Key] } = token;
    own.tokenType = type;
    own.tokenTypeIdx = type.tokenTypeIdx ?? 0;
    own.value = value;
  }

  /** From the beginning of the next token to the end of the one that is `count` ahead. */
  spanOfNext(count: number): Span {
    return { start: this.next().startOffset, end: endOf(this.next(count)) };
  }

  /** Makes one token of the next few, which covers `span`. */
  join(count: number, span: Span, type: TokenType, value: string): void {
    for (let left = count; left > 1; left--) this.skip();
    const own: { -readonly [Key in keyof Token]: Token[Key] } = this.next();
    own.startOffset = span.start;
    own.image = this.text.slice(span.start, span.end);
    own.firstOnLine = false;
    this.retype(own, type, value);
  }
}
