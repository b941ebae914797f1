import type { FontFiles } from './font-name.ts';

/** Finds the places at which a word may be divided with a hyphen: UTF-16 offsets inside of it, ascending. */
export type DivideWord = (word: string) => readonly number[];

/**
 * The languages whose words are divided between syllables, by the names of their patterns. They are those that
 * write compounds as one word, so that a word can be longer than a line, and whose patterns have a licence that
 * suits MIT: those for Swedish (LPPL) and Hungarian (MPL, GPL, LGPL) have none, and Finnish ones do not say whether
 * they may be changed.
 */
const patternsOf: ReadonlyMap<string, string> = new Map([
  ['de', 'de'],
  ['nl', 'nl'],
  ['da', 'da'],
  ['nb', 'nb'],
  ['no', 'nb'],
  ['nn', 'nn'],
]);

/** The languages (BCP 47) for which there are patterns. */
export const dividedLanguages: readonly string[] = [...patternsOf.keys()];

/** The name of the patterns for a language (BCP 47), where there are some. */
export const patternsFor = (language: string): string | undefined =>
  patternsOf.get(language.toLowerCase().split('-')[0] ?? '');

/**
 * Starts what divides words by the method of Liang (1983), as in TeX. Patterns are read when a word of their
 * language is to be divided. Nothing is divided where they are not there.
 */
async function startHyphenation(files: FontFiles): Promise<(language: string) => DivideWord | undefined> {
  const { default: hyphenopoly } = await import('hyphenopoly');
  const known = new Map<string, DivideWord | undefined>();
  const open = (name: string): DivideWord | undefined => {
    const bytes = files.readPatterns?.(name);
    if (bytes === undefined) return undefined;
    const hyphenate = hyphenopoly
      .config({ require: [name], sync: true, loaderSync: () => bytes, leftmin: 3, rightmin: 3 })
      .get(name);
    return hyphenate && ((word) => divisions(word, hyphenate));
  };
  return (language) => {
    const name = patternsFor(language);
    if (name === undefined) return undefined;
    if (!known.has(name)) known.set(name, open(name));
    return known.get(name);
  };
}

/** Hyphenation that is started when a language is asked for that has patterns. */
export function hyphenationWhenNeeded(
  files: FontFiles,
): (language: string) => Promise<DivideWord | undefined> {
  let started: ReturnType<typeof startHyphenation> | undefined;
  return async (language) => {
    if (patternsFor(language) === undefined) return undefined;
    started ??= startHyphenation(files);
    return (await started)(language);
  };
}

/**
 * The library takes words of so many letters; of longer ones it
 * sees a part at a time, parts that lie half on one another.
 */
const mostLetters = 60;
/** What it finds so near to the end of a part may be because of the end. */
const unsure = 15;

const divisions = (word: string, hyphenate: (word: string) => string): readonly number[] => {
  const found: number[] = [];
  for (let start = 0; start < word.length; start += mostLetters / 2) {
    const end = Math.min(word.length, start + mostLetters);
    let at = start;
    for (const piece of hyphenate(word.slice(start, end)).split('\u00ad').slice(0, -1)) {
      at += piece.length;
      const isSure = (start === 0 || at >= start + unsure) && (end === word.length || at < end - unsure);
      if (isSure && at > (found.at(-1) ?? 0)) found.push(at);
    }
    if (end === word.length) break;
  }
  return found;
};
