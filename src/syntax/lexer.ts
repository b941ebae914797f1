import { createToken, type IToken, Lexer, type TokenType } from 'chevrotain';
import { commentMatcher } from './match-comment.ts';
import { openingQuotes, quotationMatcher } from './match-quotation.ts';

/*
 * The lexer cuts the text into few, loose kinds of token; the tokenizer then reads each of them exactly. So a mistake
 * inside of a word, a number or a quotation is one error at one place, and never a string of stray tokens.
 */

/** Pattern_White_Space of Unicode, the space separators (Zs), the byte-order mark, and the marks of direction. */
const space =
  '\\t-\\r \\x85\\xa0\\u1680\\u2000-\\u200a\\u200e\\u200f\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff' +
  '\\u061c\\u202a-\\u202e\\u2066-\\u2069';
/** Punctuation outside of ASCII that means something, or is typed for something that does. */
const punctuation = '“”„‟«»‹›＂‘→⇒⟶➔➜⟹⇨➙➛➝➞➤►▶▸⮕↦？؟，،、｛｝％٪…；：。！（）［］【】「」『』《》؛';
const beyondAscii = `[^\\x00-\\x7f${space}${punctuation}]`;
const wordStart = `(?:[A-Za-z_]|${beyondAscii})`;
const wordPart = `(?:\\w|${beyondAscii})`;
const dashes = '[-–—]';

/**
 * Some character of each group in which chevrotain looks up what a token may begin with: Latin 1 by itself, and 255 at a
 * time beyond it. It cannot find these out from a negated set.
 */
const anyCharacter = [
  ...Array.from({ length: 0x100 }, (_, code) => String.fromCharCode(code)),
  ...Array.from({ length: 257 }, (_, group) => String.fromCharCode(Math.min(0xffff, 0x100 + group * 0xff))),
];
const wordStarts = anyCharacter.filter((character) => character >= '\x80' || /[A-Za-z_]/.test(character));

const Space = createToken({ name: 'Space', pattern: new RegExp(`[${space}]+`), group: Lexer.SKIPPED });
export const Comment = createToken({
  name: 'Comment',
  pattern: { exec: commentMatcher() },
  start_chars_hint: ['#', '/', '<', '-', '=', '*', '_'],
  line_breaks: true,
});
/** A name, a word or a question. */
export const WordLike = createToken({
  name: 'WordLike',
  pattern: new RegExp(`${wordStart}${wordPart}*(?:-+${wordPart}+)*[?？؟]*`),
  start_chars_hint: wordStarts,
});
/** An address that stands without quotes. */
export const Address = createToken({ name: 'Address', pattern: /(?:https?:\/\/|mailto:)[^\s"]+/ });
export const Quotation = createToken({
  name: 'Quotation',
  pattern: { exec: quotationMatcher() },
  start_chars_hint: [...openingQuotes],
  line_breaks: true,
});
/** A whole number, percentage, date or duration, or something like them. */
export const NumberLike = createToken({
  name: 'NumberLike',
  pattern: new RegExp(`\\d(?:${wordPart}|(?:[.,:/]|${dashes})(?=\\d))*(?:[ \\t]*[%％٪])?`),
});
export const ArrowLike = createToken({
  name: 'ArrowLike',
  pattern:
    /[-=~–—]{1,4}(?:>{1,3}|[ \t]>|&gt;)|-\.{1,3}->|>{1,3}|&gt;|&rarr;|[→⇒⟶➔➜⟹⇨➙➛➝➞➤►▶▸⮕↦]|-{2,4}(?=[ \t]+(?:"|end\b|call\b|transfer\b))/,
});
export const BraceLike = createToken({ name: 'BraceLike', pattern: /[{}｛｝]/ });
export const CommaLike = createToken({ name: 'CommaLike', pattern: /[,，،、]/ });
export const Dots = createToken({ name: 'Dots', pattern: /\.\.+|…/ });
/** One character of whatever else there is. */
const Stray = createToken({ name: 'Stray', pattern: /[\s\S]/, start_chars_hint: anyCharacter });

/** In the order in which they are tried. */
const kinds: readonly TokenType[] = [
  ...[Space, Address, Quotation, NumberLike, Comment, ArrowLike, WordLike, BraceLike, CommaLike, Dots, Stray],
];

/** As much of a chevrotain lexer as the tokenizer needs. */
export interface TextLexer {
  tokenize(text: string): { readonly tokens: readonly RawToken[] };
}
export type RawToken = Pick<IToken, 'tokenType' | 'image' | 'startOffset'>;

/** A lexer costs some milliseconds to make, and can be used for any number of texts. */
export const createLexer = (skipValidations: boolean): Lexer =>
  new Lexer([...kinds], { positionTracking: 'onlyOffset', ensureOptimizations: true, skipValidations });

/** The same for a few short texts: it tries one kind of token after the other, but costs nothing to make. */
export function createPlainLexer(): TextLexer {
  const matchers = kinds.map((tokenType) => ({ tokenType, match: matcherOf(tokenType.PATTERN) }));
  return {
    tokenize(text) {
      const tokens: RawToken[] = [];
      for (let startOffset = 0; startOffset < text.length; ) {
        let image = '';
        for (const { tokenType, match } of matchers) {
          image = match(text, startOffset) ?? '';
          if (image === '') continue;
          if (tokenType !== Space) tokens.push({ tokenType, image, startOffset });
          break;
        }
        startOffset += image.length;
      }
      return { tokens };
    },
  };
}

function matcherOf(pattern: TokenType['PATTERN']): (text: string, offset: number) => string | undefined {
  if (pattern instanceof RegExp) {
    const sticky = new RegExp(pattern.source, 'y');
    return (text, offset) => {
      sticky.lastIndex = offset;
      return sticky.exec(text)?.[0];
    };
  }
  const custom = typeof pattern === 'object' ? pattern.exec : undefined;
  return (text, offset) => custom?.(text, offset, [], {})?.[0];
}
