/** What an order of things costs. Things are 0 … `size` − 1. */
export interface Ordering {
  readonly size: number;
  /** What it costs that one is first. */
  start(at: number): number;
  /** What one costs that another one follows. */
  between(at: number, next: number): number;
  /** What one costs that is last. */
  end(at: number): number;
  /** What it costs that `other` stands somewhere above `at`. */
  above(at: number, other: number): number;
}

/**
 * The cheapest order of at most 30 things, by dynamic programming over subsets: O(2ⁿ n²). M. Held, R. Karp, A dynamic
 * programming approach to sequencing problems (1962).
 */
export function cheapestOrder({ size, start, between, end, above }: Ordering): readonly number[] {
  const all = 2 ** size - 1;
  const costs = new Float64Array((all + 1) * size).fill(Number.POSITIVE_INFINITY);
  const before = new Int8Array((all + 1) * size).fill(-1);
  for (let at = 0; at < size; at += 1) costs[2 ** at * size + at] = start(at);
  for (let set = 1; set <= all; set += 1)
    for (let last = 0; last < size; last += 1) {
      const cost = costs[set * size + last] ?? Number.POSITIVE_INFINITY;
      if (cost === Number.POSITIVE_INFINITY) continue;
      for (let next = 0; next < size; next += 1) {
        if ((set & (1 << next)) !== 0) continue;
        let more = between(last, next);
        for (let other = 0; other < size; other += 1)
          if ((set & (1 << other)) !== 0) more += above(next, other);
        const place = (set | (1 << next)) * size + next;
        if (cost + more < (costs[place] ?? 0) - 1e-9) {
          costs[place] = cost + more;
          before[place] = last;
        }
      }
    }
  return wayBack(before, size, cheapestLast(costs, size, end));
}

/** The thing with which an order of all is cheapest. */
function cheapestLast(costs: Float64Array, size: number, end: Ordering['end']): number {
  const all = 2 ** size - 1;
  let last = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let at = 0; at < size; at += 1) {
    const cost = (costs[all * size + at] ?? 0) + end(at);
    if (cost < least - 1e-9) {
      least = cost;
      last = at;
    }
  }
  return last;
}

/** The order that ends with a thing, by the one `before` each of its beginnings. */
function wayBack(before: Int8Array, size: number, last: number): readonly number[] {
  const order: number[] = [];
  for (let set = 2 ** size - 1, at = last; at >= 0; ) {
    order.push(at);
    const above = before[set * size + at] ?? -1;
    set &= ~(1 << at);
    at = above;
  }
  return order.reverse();
}
