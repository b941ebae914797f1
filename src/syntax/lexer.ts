import { commentMatcher } from './match-comment.ts';
import { openingQuotes, quotationMatcher } from './match-quotation.ts';

/*
 * The lexer cuts the text into few, loose kinds of lexeme; the tokenizer then reads each of them exactly. So a mistake
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

export type LexemeKind =
  | 'space'
  | 'address'
  | 'quotation'
  | 'number'
  | 'comment'
  | 'arrow'
  | 'word'
  | 'brace'
  | 'comma'
  | 'dots'
  | 'other';

/** A stretch of the text, of one kind; `startOffset` in UTF-16 units. */
export interface Lexeme {
  readonly kind: LexemeKind;
  readonly image: string;
  readonly startOffset: number;
}

/** Gives the stretch that begins at an offset, if it is of its kind. */
export type Matcher = (text: string, offset: number) => string | undefined;

/** One kind of lexeme. */
export interface LexemeRule {
  readonly kind: LexemeKind;
  /** Makes a matcher, which may remember what it found out about the text that it reads. */
  readonly matcher: () => Matcher;
  /** Matches every character of ASCII with which one can begin; any other may begin whatever there is. */
  readonly begins: RegExp;
}

const byPattern = (kind: LexemeKind, begins: RegExp, source: string): LexemeRule => ({
  kind,
  begins,
  matcher: () => {
    const sticky = new RegExp(source, 'y');
    return (text, offset) => {
      sticky.lastIndex = offset;
      return sticky.exec(text)?.[0];
    };
  },
});

/** All kinds, in the order in which they are tried: the first that matches wins, and the last always does. */
export const lexemeRules: readonly LexemeRule[] = [
  byPattern('space', /\s/, `[${space}]+`),
  // An address that stands without quotes.
  byPattern('address', /[hm]/, String.raw`(?:https?:\/\/|mailto:)[^\s"]+`),
  { kind: 'quotation', begins: new RegExp(`[${openingQuotes.join('')}]`), matcher: quotationMatcher },
  // A whole number, percentage, date or duration, or something like them.
  byPattern('number', /\d/, `\\d(?:${wordPart}|(?:[.,:/]|${dashes})(?=\\d))*(?:[ \\t]*[%％٪])?`),
  { kind: 'comment', begins: /[#/<=*_-]/, matcher: commentMatcher },
  byPattern(
    'arrow',
    /[-=~>&]/,
    String.raw`[-=~–—]{1,4}(?:>{1,3}|[ \t]>|&gt;)|-\.{1,3}->|>{1,3}|&gt;|&rarr;|[→⇒⟶➔➜⟹⇨➙➛➝➞➤►▶▸⮕↦]|-{2,4}(?=[ \t]+(?:"|end\b|call\b|transfer\b))`,
  ),
  // A name, a word or a question.
  byPattern('word', /\w/, `${wordStart}${wordPart}*(?:-+${wordPart}+)*[?？؟]*`),
  byPattern('brace', /[{}]/, '[{}｛｝]'),
  byPattern('comma', /,/, '[,，،、]'),
  byPattern('dots', /\./, String.raw`\.\.+|…`),
  // One character of whatever else there is.
  byPattern('other', /[\s\S]/, String.raw`[\s\S]`),
];

/** Cuts a text into lexemes that cover all of it, in linear time; space is left out. */
export type Lexer = (text: string) => readonly Lexeme[];

/** Makes a lexer, for any number of texts. It remembers which kinds a character of ASCII can begin. */
export function createLexer(): Lexer {
  const rules = lexemeRules.map(({ kind, begins, matcher }) => ({ kind, begins, match: matcher() }));
  const beginning: (typeof rules)[] = [];
  const rulesAt = (unit: number): typeof rules => {
    if (unit >= 0x80) return rules;
    beginning[unit] ??= rules.filter(({ begins }) => begins.test(String.fromCharCode(unit)));
    return beginning[unit];
  };
  return (text) => {
    const lexemes: Lexeme[] = [];
    for (let startOffset = 0; startOffset < text.length; ) {
      const unit = text.charCodeAt(startOffset);
      if (unit === blank) {
        startOffset++;
        continue;
      }
      let image = '';
      for (const { kind, match } of rulesAt(unit)) {
        image = match(text, startOffset) ?? '';
        if (image === '') continue;
        if (kind !== 'space') lexemes.push({ kind, image, startOffset });
        break;
      }
      startOffset += image.length;
    }
    return lexemes;
  };
}

const blank = 0x20;
