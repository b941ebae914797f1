import { comparableWords } from './compared-words.ts';

/**
 * Tells whether some text has a term in it, as words of its own. Scripts that write without spaces, or hang
 * particles on a word, have no such words: there it is enough that it stands in a row of letters. Hebrew and Arabic
 * prefixes (“and”, “the”, “in” …) are no part of a word. Texts are looked up by the first word of a term, so it is
 * near linear.
 */
export function termSearch(texts: readonly string[]): (term: string) => boolean {
  const byKey = new Map<string, Set<readonly string[]>>();
  for (const words of texts.map(comparableWords))
    for (const word of words)
      for (const key of keysOf(word)) {
        const known = byKey.get(key);
        if (known === undefined) byKey.set(key, new Set([words]));
        else known.add(words);
      }
  return (term) => {
    const wanted = comparableWords(term);
    const [first = ''] = wanted;
    const key = isUnspaced(first) ? first.slice(0, 2) : first;
    return [...(byKey.get(key) ?? [])].some((words) =>
      words.some((_, at) => wanted.every((word, further) => isOneOf(word, words[at + further] ?? ''))),
    );
  };
}

/**
 * Tells which of some terms stand in texts, in the sense of `termSearch`. Terms are looked up by their first word,
 * so that to ask for many terms costs no more than for few.
 */
export function termsFinder(terms: Iterable<string>): (texts: readonly string[]) => ReadonlySet<string> {
  const byKey = new Map<string, { readonly term: string; readonly wanted: readonly string[] }[]>();
  for (const term of terms) {
    const wanted = comparableWords(term);
    const [first] = wanted;
    if (first === undefined) continue;
    const key = isUnspaced(first) ? first.slice(0, 2) : first;
    const known = byKey.get(key);
    if (known === undefined) byKey.set(key, [{ term, wanted }]);
    else known.push({ term, wanted });
  }
  return (texts) => {
    const found = new Set<string>();
    if (byKey.size === 0) return found;
    for (const words of texts.map(comparableWords))
      for (const [at, word] of words.entries())
        for (const key of keysOf(word))
          for (const { term, wanted } of byKey.get(key) ?? [])
            if (wanted.every((each, further) => isOneOf(each, words[at + further] ?? ''))) found.add(term);
    return found;
  };
}

/**
 * What a term may begin with that this word is a use of: the word, without its prefixes; of unspaced ones, each
 * letter and pair.
 */
function keysOf(word: string): Iterable<string> {
  if (!isUnspaced(word)) return withoutPrefixes(word);
  const keys = new Set<string>();
  for (let at = 0; at < word.length; at += 1) keys.add(word[at] ?? '').add(word.slice(at, at + 2));
  return keys;
}

const isOneOf = (wanted: string, word: string): boolean =>
  isUnspaced(wanted) ? word.includes(wanted) : withoutPrefixes(word).includes(wanted);

/** A word of Thai, or of a script behind it in Unicode: Chinese, Japanese, Korean, and all others of East Asia. */
const isUnspaced = (word: string): boolean => (word.codePointAt(0) ?? 0) >= 0xe00;

/** Scripts that stand before this letter in Unicode write no prefixes. */
const firstOfHebrew = '\u05d0';

/** The word itself, and what is left of it without prefixes; of two letters at least. */
function withoutPrefixes(word: string): readonly string[] {
  if (word < firstOfHebrew) return [word];
  const prefix = /^(?:[והבלמשכ]{1,4}|[وفبكلس]{0,2}(?:ال|لل)?)(?=..)/u.exec(word)?.[0] ?? '';
  return Array.from({ length: prefix.length + 1 }, (_, at) => word.slice(at));
}
