/** Punctuation that separates words, in the scripts of the world; an apostrophe within a word does not. */
const separators =
  /[\s.,;:!?"“”„«»‹›()[\]{}<>/\\|_=+*&#@%~–—…·•、。，；：！？．（）「」『』؟،؛।॥‐-]+|(?<!\w)['’‘]|['’‘](?!\w)/u;

/** The words of a text as they are written. */
export const wordsOf = (text: string): readonly string[] =>
  text.split(separators).filter((word) => word !== '');

/** The same for comparing: without case, an English plural like its singular. */
export const comparableWords = (text: string): readonly string[] =>
  wordsOf(text.toLowerCase()).map((word) => (word.length > 2 ? word.replace(/(['’]s|s)$/, '') : word));
