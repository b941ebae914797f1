/**
 * The candidate that a person who wrote `word` most likely meant: the closest one, if it is close enough for its
 * length; of equally close ones the first. Case counts less than letters, since `Step` can only mean `step`.
 */
export function closest(word: string, candidates: Iterable<string>): string | undefined {
  if (word.length > longestName) return undefined;
  const written = [...word];
  const folded = [...word.toLowerCase()];
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    if (candidate === word || candidate.length > longestName) continue;
    const letters = [...candidate];
    const allowed = tolerance(Math.max(letters.length, written.length));
    if (Math.abs(letters.length - written.length) > allowed) continue;
    const target = [...candidate.toLowerCase()];
    const distance = editDistance(folded, target, allowed);
    if (distance > allowed) continue;
    if (distance > 0 && isAnotherShortWord(folded, target)) continue;
    const cost = distance + (distance === 0 ? 0 : editDistance(written, letters, mostOtherCase) / 1000);
    if (cost < least) {
      least = cost;
      best = candidate;
    }
  }
  return best;
}

/** In UTF-16 units. Nobody mistypes a name that is longer, and reading thousands of such names would take its time. */
const longestName = 200;
/** More letters in another case make no candidate a worse one. */
const mostOtherCase = 20;

/** One mistake in a short word, two from six letters on, three from twelve; none in words of one or two letters. */
const tolerance = (length: number): number => (length < 3 ? 0 : length < 6 ? 1 : length < 12 ? 2 : 3);

/**
 * True for two words of three letters that differ in a letter: that is another word. With the same letters, it is a
 * slip.
 */
const isAnotherShortWord = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.length < 4 && a.toSorted().join('') !== b.toSorted().join('');

/**
 * The number of letters that must be added, left out, replaced, or swapped with their neighbour: Damerau–Levenshtein in
 * its form of optimal string alignment (Damerau 1964, Boytsov 2011, “Indexing methods for approximate dictionary
 * searching”). Where it is more than `most`, the result is `most + 1`: only the cells so near to the diagonal are
 * looked at (Ukkonen 1985, “Algorithms for approximate string matching”), so that long words cost no more than their
 * length.
 */
export function editDistance(
  a: readonly string[] | string,
  b: readonly string[] | string,
  most: number,
): number {
  const tooFar = most + 1;
  if (Math.abs(a.length - b.length) > most) return tooFar;
  // Rows hold the cells beside the diagonal: that of `column` is at `column - row + most`.
  const width = 2 * most + 1;
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: width }, (_, at) => (at < most ? tooFar : at - most));
  let leastBefore = 0;
  for (let row = 1; row <= a.length; row++) {
    const current: number[] = [];
    let least = tooFar;
    for (let at = 0; at < width; at++) {
      const column = row + at - most;
      let cost = column === 0 ? row : tooFar;
      if (column > 0 && column <= b.length) {
        const same = a[row - 1] === b[column - 1];
        cost = Math.min(
          (last[at + 1] ?? tooFar) + 1,
          (current[at - 1] ?? tooFar) + 1,
          (last[at] ?? tooFar) + (same ? 0 : 1),
        );
        if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
          cost = Math.min(cost, (beforeLast[at] ?? tooFar) + 1);
      }
      cost = Math.min(cost, tooFar);
      current.push(cost);
      least = Math.min(least, cost);
    }
    // A swap looks back two rows.
    if (least === tooFar && leastBefore === tooFar) return tooFar;
    beforeLast = last;
    last = current;
    leastBefore = least;
  }
  return last[b.length - a.length + most] ?? tooFar;
}
