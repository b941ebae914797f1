import { splitWords } from '../language/compared-words.ts';
import { isIdentifierStart } from '../syntax/identifier-character.ts';
import { showsNothing } from './shows-nothing.ts';

/** True for a text that has a letter of any script in it. */
export const hasLetter = (text: string): boolean =>
  [...text].some((character) => isIdentifierStart(character.codePointAt(0) ?? 0));

/** True for a text that says something: it has a word, a number or a picture in it, and not only punctuation. */
export const hasWord = (text: string): boolean =>
  // Most texts have one of these, and need not be taken apart.
  /[0-9A-Za-z]/.test(text) || splitWords(text).some((word) => !showsNothing(word));
