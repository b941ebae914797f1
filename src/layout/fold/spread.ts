/**
 * Moves places on a line apart so that neighbours are at least `spacing` from one another and all lie from `low` to
 * `high` if there is room; each as near to where it was as can be, in the least squares. `places` ascend; px.
 */
export function spread(
  places: readonly number[],
  spacing: number,
  low: number,
  high: number,
): readonly number[] {
  // Pool adjacent violators: a run of places that touch moves as one, to the mean of where each would have it.
  const runs: { sum: number; count: number }[] = [];
  places.forEach((place, index) => {
    let run = { sum: place - index * spacing, count: 1 };
    for (
      let last = runs.at(-1);
      last !== undefined && last.sum / last.count >= run.sum / run.count;
      last = runs.at(-1)
    ) {
      run = { sum: last.sum + run.sum, count: last.count + run.count };
      runs.pop();
    }
    runs.push(run);
  });
  const most = high - (places.length - 1) * spacing;
  const bounded = (start: number): number =>
    low > most ? (low + most) / 2 : Math.min(Math.max(start, low), most);
  let index = 0;
  return runs.flatMap(({ sum, count }) =>
    Array.from({ length: count }, () => Math.round(bounded(sum / count)) + index++ * spacing),
  );
}

/**
 * On which level each line turns aside on its way from its place to another, 0 being that next to where it comes
 * from, so that none crosses another; undefined for a line that goes straight on. The order of places is the same
 * on both sides.
 */
export function turnLevels(
  places: readonly number[],
  targets: readonly number[],
): readonly (number | undefined)[] {
  const levels = new Array<number | undefined>(places.length).fill(undefined);
  const ascending = places.map((_, index) => index);
  for (const [sign, indexes] of [
    [-1, ascending],
    [1, [...ascending].reverse()],
  ] as const) {
    let last: { readonly level: number; readonly place: number } | undefined;
    for (const index of indexes) {
      const [place = 0, target = 0] = [places[index], targets[index]];
      if ((target - place) * sign <= 0) continue;
      const meets = last !== undefined && (target - last.place) * sign >= -clearance;
      last = { level: meets && last !== undefined ? last.level + 1 : 0, place };
      levels[index] = last.level;
    }
  }
  return levels;
}

/** Between turns on one level, in px. */
const clearance = 6;
