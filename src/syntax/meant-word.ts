import type { TokenType } from 'chevrotain';
import { closest } from '../diagnostic/suggest.ts';
import { foreignWords } from './foreign-words.ts';
import type { Token } from './token.ts';
import * as token from './token-types.ts';
import { attributeWords, freeStatementWords, habits, propertyWords, statementWords } from './words.ts';

/** Words with which a line can begin; in the order in which they win where a misspelling is as close to several. */
const lineWords: readonly string[] = [
  ...statementWords,
  ...freeStatementWords,
  ...attributeWords,
  ...propertyWords,
];

/** How many unknown words of a file are compared with the words of the language; a file of noise needs no more. */
const mostComparisons = 5000;

/**
 * Finds out which word of the language was most likely meant by a name at the beginning of a line, and remembers it.
 */
export class MeantWords {
  private comparisons = 0;
  private readonly meanings = new Map<string, TokenType | undefined>();

  /** The type of that word; undefined for what is a word already, and for what is none. */
  of(next: Token): TokenType | undefined {
    if (next.tokenType !== token.Identifier) return undefined;
    const known = this.meanings.get(next.image);
    if (known !== undefined || this.meanings.has(next.image)) return known;
    if (++this.comparisons > mostComparisons) return undefined;
    // Its characters that cannot be in a name, which were reported, are left out of the value.
    const written = String(next.value);
    const small = written.toLowerCase();
    const meant = lineWords.includes(written)
      ? written
      : (habits.get(small) ?? foreignWords.get(small) ?? closest(written, lineWords));
    const type = meant === undefined ? undefined : token.typeOfWord(meant);
    this.meanings.set(next.image, type);
    return type;
  }
}

/** What is wrong with a word that stands for another one of the language, and what to do. */
export function misspeltWord(
  written: string,
  word: string,
): { readonly message: string; readonly help: string } {
  const small = written.toLowerCase();
  if (small === word)
    return {
      message: `“${written}” is written “${word}”`,
      help: 'The words of the language have small letters only',
    };
  const isForeign = !habits.has(small) && foreignWords.get(small) === word;
  // A foreign word that is almost the same is as likely a typing mistake.
  if (isForeign && closest(small, [word]) === undefined)
    return {
      message: `“${written}” is written “${word}”`,
      help: 'The words of the language are English; names and labels may be in any language',
    };
  return { message: `There is no word “${written}”`, help: `Did you mean “${word}”?` };
}
