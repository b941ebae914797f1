import { editDistance } from '../diagnostic/suggest.ts';

/**
 * Pairs of names that differ by case, or by a letter from 8 letters on, by two from 16 on; the second one of each pair
 * with the first that is like it. Names that differ by a number or by one short mark (`offer-1`, `offer-2`, `offer-b`,
 * `fix-p1`), or by a word for a size or rank (`minor-fault`, `major-fault`), are meant so.
 *
 * Two names that are so close have their beginning, their end or their middle in common, so only those that share one
 * are compared; a part that very many names share tells nothing and is left out. Near linear.
 */
export function nearPairs(names: readonly string[]): readonly (readonly [first: number, second: number])[] {
  if (names.length < 2) return [];
  const byPart = new Map<string, number[]>();
  const folded = names.map((name) => name.normalize('NFKC').toLowerCase());
  const pairs: (readonly [number, number])[] = [];
  for (let second = 0; second < names.length; second += 1) {
    const candidates: number[] = [];
    for (const part of partsOf(folded[second] ?? '')) {
      const sharing = byPart.get(part);
      if (sharing === undefined) byPart.set(part, [second]);
      else {
        if (sharing.length < sharedLimit) candidates.push(...sharing);
        sharing.push(second);
      }
    }
    if (candidates.length === 0) continue;
    const first = [...new Set(candidates)].sort((a, b) => a - b).find((other) => isNear(other, second));
    if (first !== undefined) pairs.push([first, second]);
  }
  return pairs;

  function isNear(first: number, second: number): boolean {
    if (names[first] === names[second]) return false;
    const [one = '', other = ''] = [folded[first], folded[second]];
    if (one === other) return true;
    if (isSeries(one, other)) return false;
    const [a, b] = [[...one], [...other]];
    const allowed = Math.min(2, Math.floor(Math.min(a.length, b.length) / 8));
    return allowed > 0 && Math.abs(a.length - b.length) <= allowed && editDistance(a, b, allowed) <= allowed;
  }
}

/**
 * True for two of a series: names whose words are the same, but for marks: numbers, what has one in it (`p1`), single
 * letters, and words that make pairs. A mark may also be missing: `offer`, `offer-2`.
 */
export function isSeries(one: string, other: string): boolean {
  const [a, b] = [wordsOfName(one), wordsOfName(other)];
  const isAlike = (first: readonly string[], second: readonly string[]): boolean =>
    first.length === second.length && first.every((word, at) => isPair(word, second[at] ?? ''));
  const unmarked = (words: readonly string[]): string => words.filter((word) => !isMark(word)).join('-');
  return isAlike(a, b) || (a.length !== b.length && unmarked(a) === unmarked(b));
}

/**
 * The words of a name: stretches between hyphens and underscores, and its numbers apart from what stands before them.
 */
const wordsOfName = (name: string): readonly string[] =>
  name.split(/[-_]|(?<=[^\d_-])(?=\d)|(?<=\d)(?=[^\d_-])/);

const isMark = (word: string): boolean =>
  /^\d+$/.test(word) || [...word].length === 1 || /^[ivx]{1,4}$/.test(word) || contrasts.has(word);

const isPair = (word: string, other: string): boolean =>
  word === other || (isMark(word) && isMark(other)) || isOpposite(word, other) || isOpposite(other, word);

/** `paid` and `unpaid`, `valid` and `invalid`, `open` and `reopen`. */
const isOpposite = (word: string, other: string): boolean =>
  word.length > 3 && /^(?:un|in|im|ir|re|non)$/.test(other.slice(0, -word.length)) && other.endsWith(word);

/** Words that tell two of a kind apart and look alike. */
const contrasts: ReadonlySet<string> = new Set(['minor', 'major', 'am', 'pm']);

const sharedLimit = 100;

/**
 * The whole of a short name; of a long one its first and last letters, so few that a swap of neighbours can't touch
 * both; of one in which two edits count also its middle, as far as these may shift it.
 */
function partsOf(name: string): Iterable<string> {
  const whole = `=${name}`;
  if (name.length < 8) return [whole];
  const letters = [...name];
  if (letters.length < 8) return [whole];
  const size = letters.length < 16 ? 3 : 5;
  const first = `<${letters.slice(0, size).join('')}`;
  const last = `>${letters.slice(-size).join('')}`;
  if (letters.length < 16) return [whole, first, last];
  const parts = new Set([whole, first, last]);
  parts.add(`<${letters.slice(0, 3).join('')}`).add(`>${letters.slice(-3).join('')}`);
  for (let start = 4; start <= 8; start += 1) parts.add(`|${letters.slice(start, start + 4).join('')}`);
  return parts;
}
