/** Steps of one line, from `low` up to but without `high`, and who was the last to run there. */
export interface UsedSteps {
  readonly low: number;
  readonly high: number;
  readonly user: number;
}

/** Remembers for each line who ran on its steps last: as stretches, since a line may be as long as the chart. */
export class LastUsers {
  /** By line, in order and apart. */
  readonly #lines = new Map<number, UsedSteps[]>();

  /** Puts a user on some steps of a line; gives those who were there before, in order. */
  take(line: number, { low, high, user }: UsedSteps): readonly UsedSteps[] {
    const used = this.#lines.get(line);
    if (used === undefined) {
      this.#lines.set(line, [{ low, high, user }]);
      return [];
    }
    const first = firstEndingBehind(used, low);
    let end = first;
    while ((used[end]?.low ?? Number.POSITIVE_INFINITY) < high) end++;
    const before = used.slice(first, end);
    const rest = before.flatMap((old) => [
      ...(old.low < low ? [{ ...old, high: low }] : []),
      ...(old.high > high ? [{ ...old, low: high }] : []),
    ]);
    used.splice(first, end - first, ...[...rest, { low, high, user }].sort((a, b) => a.low - b.low));
    return before;
  }
}

/** The first stretch that ends behind a step, found by halves. */
const firstEndingBehind = (used: readonly UsedSteps[], step: number): number => {
  let low = 0;
  let high = used.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((used[middle]?.high ?? 0) > step) high = middle;
    else low = middle + 1;
  }
  return low;
};
