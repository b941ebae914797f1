import { createToken, Lexer } from 'chevrotain';
import { matchQuotation } from './match-quotation.ts';

/*
 * The lexer cuts the text into few, loose kinds of token; the tokenizer then reads each of them exactly. So a mistake
 * inside of a word, a number or a quotation is one error at one place, and never a string of stray tokens.
 */

/** Pattern_White_Space of Unicode and the space separators (Zs), the byte-order mark, and direction marks. */
const space =
  '\\t-\\r \\x85\\xa0\\u1680\\u2000-\\u200a\\u200e\\u200f\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff\\u061c\\u2066-\\u2069\\u202a-\\u202e';
/** Punctuation outside of ASCII that means something, or is typed for something that does. */
const punctuation = '“”„‟«»‹›＂→⇒⟶➔➜？؟，،、｛｝％٪';
const wordStart = `(?:[A-Za-z_]|[^\\x00-\\x7f${space}${punctuation}])`;
const wordPart = `(?:\\w|[^\\x00-\\x7f${space}${punctuation}])`;

/** With which characters a word may begin, one for each group in which chevrotain looks up characters beyond Latin 1. */
const wordStarts = [
  ...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_',
  ...Array.from({ length: 0x80 }, (_, index) => String.fromCharCode(0x80 + index)),
  ...Array.from({ length: 257 }, (_, index) => String.fromCharCode(Math.min(0xffff, 0x100 + index * 0xff))),
];

export const Space = createToken({ name: 'Space', pattern: new RegExp(`[${space}]+`), group: Lexer.SKIPPED });
export const Comment = createToken({ name: 'Comment', pattern: /#[^\n]*/, group: 'comments' });
/** A name, a word or a question. */
export const WordLike = createToken({
  name: 'WordLike',
  pattern: new RegExp(`${wordStart}${wordPart}*(?:-+${wordPart}+)*[?？؟]?`),
  start_chars_hint: wordStarts,
});
/** A whole number, percentage, date or duration, or something like them. */
export const NumberLike = createToken({
  name: 'NumberLike',
  pattern: new RegExp(`\\d(?:${wordPart}|[.,:/-](?=\\d))*[%％٪]?`),
});
export const Quotation = createToken({
  name: 'Quotation',
  pattern: { exec: matchQuotation },
  start_chars_hint: ['"', '“', '”', '„', '‟', '«', '»', '‹', '›', '＂'],
  line_breaks: true,
});
export const ArrowLike = createToken({ name: 'ArrowLike', pattern: /[-=]+>|[→⇒⟶➔➜]/ });
export const BraceLike = createToken({ name: 'BraceLike', pattern: /[{}｛｝]/ });
export const CommaLike = createToken({ name: 'CommaLike', pattern: /[,，،、]/ });
export const Dots = createToken({ name: 'Dots', pattern: '..' });
export const Stray = createToken({ name: 'Stray', pattern: /[\s\S]/ });

/** A lexer costs a few milliseconds to make, and keeps nothing between two texts. */
export const createLexer = (skipValidations: boolean): Lexer =>
  new Lexer([Space, WordLike, Quotation, NumberLike, ArrowLike, BraceLike, CommaLike, Dots, Comment, Stray], {
    positionTracking: 'onlyOffset',
    ensureOptimizations: true,
    skipValidations,
  });
