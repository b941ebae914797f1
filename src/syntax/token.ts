import type { TokenType } from 'chevrotain';
import type { DurationPart } from '../language/duration.ts';
import type { Span } from '../text/span.ts';

/** What a token means: the text of a string, the NFC name, the parts of a duration, the number of a percentage. */
export type TokenValue = string | number | readonly DurationPart[];

/** A token as the parser reads it; its shape is chevrotain's, with what the layout rules and the tree need. */
export interface Token {
  readonly tokenType: TokenType;
  readonly tokenTypeIdx: number;
  /** The text as written. */
  readonly image: string;
  /** UTF-16 units from the start of the text. */
  readonly startOffset: number;
  /** True when nothing but space stands before it on its line. */
  readonly firstOnLine: boolean;
  /** How far the line that it begins on is indented, in UTF-16 units. */
  readonly indent: number;
  readonly value: TokenValue;
}

export const endOf = (token: Token): number => token.startOffset + token.image.length;

export const spanOf = (token: Token): Span => ({
  start: token.startOffset,
  end: token.startOffset + token.image.length,
});

export const startsWithCapital = ({ image }: Token): boolean =>
  image.charAt(0) !== image.charAt(0).toLowerCase();
