/**
 * The candidate that a person who wrote `word` most likely meant: the closest one, if it is close enough for its length;
 * of equally close ones the first. Case counts less than letters, since `Step` can only mean `step`.
 */
export function closest(word: string, candidates: Iterable<string>): string | undefined {
  const written = [...word];
  const folded = [...word.toLowerCase()];
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    if (candidate === word) continue;
    const letters = [...candidate];
    const allowed = tolerance(Math.max(letters.length, written.length));
    if (Math.abs(letters.length - written.length) > allowed) continue;
    const target = [...candidate.toLowerCase()];
    const distance = editDistance(folded, target);
    if (distance > allowed) continue;
    if (distance > 0 && isAnotherShortWord(folded, target)) continue;
    const cost = distance + (distance === 0 ? 0 : editDistance(written, letters) / 1000);
    if (cost < least) {
      least = cost;
      best = candidate;
    }
  }
  return best;
}

/** One mistake in a short word, two from six letters on, three from twelve; none in words of one or two letters. */
const tolerance = (length: number): number => (length < 3 ? 0 : length < 6 ? 1 : length < 12 ? 2 : 3);

/** Of two words of three letters, one with another letter is another word; one with the same letters is not. */
const isAnotherShortWord = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.length < 4 && a.toSorted().join('') !== b.toSorted().join('');

/**
 * The number of letters that must be added, left out, replaced, or swapped with their neighbour: Damerau–Levenshtein in its
 * form of optimal string alignment (Damerau 1964, Boytsov 2011, “Indexing methods for approximate dictionary searching”).
 */
export function editDistance(a: readonly string[] | string, b: readonly string[] | string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
      current.push(cost);
    }
    beforeLast = last;
    last = current;
  }
  return last[b.length] ?? 0;
}
