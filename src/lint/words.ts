import { isIdentifierStart } from '../syntax/identifier-character.ts';
import { isBlank } from './is-blank.ts';

/** Punctuation that separates words, in the scripts of the world; an apostrophe within a word does not. */
const separators =
  /[\s.,;:!?"“”„«»‹›()[\]{}<>/\\|_=+*&#@%~–—…·•、。，；：！？．（）「」『』？،؛।॥‐־״-]+|(?<!\w)['’‘]|['’‘](?!\w)/u;

/** Where Latin letters stand next to those of another script without a space: `RMA番号`, `הRMA`. */
const scriptChange =
  /(?<=[0-9a-z\u00c0-\u024f])(?=[\u0590-\uffff])|(?<=[\u0590-\uffff])(?=[0-9a-z\u00c0-\u024f])/i;

/** The words of a text as they are written. */
export const wordsOf = (text: string): readonly string[] =>
  text
    .split(separators)
    .flatMap((word) => word.split(scriptChange))
    .filter((word) => word !== '');

/** The same for comparing: without case, an English plural like its singular. */
export const comparableWords = (text: string): readonly string[] =>
  wordsOf(text.normalize('NFKC').toLowerCase()).map((word) =>
    word.length > 2 ? word.replace(/(['’]s|s)$/, '') : word,
  );

/** True for a text that has a letter of any script in it. */
export const hasLetter = (text: string): boolean =>
  [...text].some((character) => isIdentifierStart(character.codePointAt(0) ?? 0));

/** True for a text that says something: it has a word, a number or a picture in it, and not only punctuation. */
export const hasWord = (text: string): boolean => wordsOf(text).some((word) => !isBlank(word));
