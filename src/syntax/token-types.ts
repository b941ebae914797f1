import { createToken, type TokenType } from 'chevrotain';
import { type LanguageWord, statementWords, words } from './words.ts';

/** A token that the lexer never makes by itself: the tokenizer finds it out from a word, a number or a quotation. */
const derived = (name: string, label: string): TokenType => createToken({ name, label, pattern: /(?!)/ });

export const Identifier = derived('Identifier', 'a name');
export const Question = derived('Question', 'a question');
export const Text = derived('Text', 'a label in quotes');
export const Integer = derived('Integer', 'a whole number');
export const Percent = derived('Percent', 'a percentage');
export const DateToken = derived('Date', 'a date');
export const DurationToken = derived('Duration', 'a duration');
/** An arrow that is the first thing on its line begins a statement; any other goes on with its branch. */
export const LineArrow = derived('LineArrow', 'an arrow on a line of its own');
export const Arrow = derived('Arrow', 'an arrow');
export const LeftBrace = derived('LeftBrace', '“{”');
export const RightBrace = derived('RightBrace', '“}”');
export const Comma = derived('Comma', 'a comma');
export const Range = derived('Range', '“..”');

const reserved: ReadonlySet<string> = new Set(statementWords);

const createWord = (word: LanguageWord): TokenType =>
  createToken({
    name: `word:${word}`,
    label: `“${word}”`,
    pattern: /(?!)/,
    ...(reserved.has(word) ? {} : { categories: [Identifier] }),
  });

/** The token type of each word of the language. A word that is not reserved is an identifier as well. */
export const word = Object.fromEntries(words.map((text) => [text, createWord(text)])) as Readonly<
  Record<LanguageWord, TokenType>
>;

const wordTypes: ReadonlyMap<string, TokenType> = new Map(Object.entries(word));

/** The token type of a word as it is written: its own where the language has it, else that of an identifier. */
export const typeOfWord = (text: string): TokenType => wordTypes.get(text) ?? Identifier;

/** What the parser reads. */
export const vocabulary: readonly TokenType[] = [
  Identifier,
  Question,
  Text,
  Integer,
  Percent,
  DateToken,
  DurationToken,
  LineArrow,
  Arrow,
  LeftBrace,
  RightBrace,
  Comma,
  Range,
  ...wordTypes.values(),
];
