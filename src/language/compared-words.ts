/** Punctuation that separates words, in the scripts of the world; an apostrophe within a word does not. */
const separators =
  /[\s.,;:!?"“”„«»‹›()[\]{}<>/\\|_=+*&#@%~–—…·•、。，；：！？．（）「」『』？،؛।॥‐־״-]+|(?<!\w)['’‘]|['’‘](?!\w)/u;

/** Places without a space at which Latin letters stand next to those of another script: `RMA番号`, `הRMA`. */
const scriptChange =
  /(?<=[0-9a-z\u00c0-\u024f])(?=[\u0590-\uffff])|(?<=[\u0590-\uffff])(?=[0-9a-z\u00c0-\u024f])/i;

/** What one side of such a place is: most texts have none, and their words need not be gone through. */
const otherScript = /[\u0590-\uffff]/i;

/** The words of a text as they are written. */
export function splitWords(text: string): readonly string[] {
  const words = text.split(separators);
  const inOneScript = otherScript.test(text) ? words.flatMap((word) => word.split(scriptChange)) : words;
  return inOneScript.filter((word) => word !== '');
}

/** The words of a text for comparing: without case, an English plural like its singular. */
export const comparableWords = (text: string): readonly string[] =>
  splitWords(text.normalize('NFKC').toLowerCase()).map((word) =>
    word.length > 2 ? word.replace(/(['’]s|s)$/, '') : word,
  );
