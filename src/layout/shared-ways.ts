import type { Point } from '../shapes/geometry.ts';
import type { Chart, ChartEdge } from './chart.ts';

/** From where to where an edge runs along a line of the drawing, in px. */
interface Stretch {
  readonly edge: number;
  readonly low: number;
  readonly high: number;
}

/** Knows where edges with one source, or with one target, run along the same line: there no label says whose it is. */
export class SharedWays {
  readonly #chart: Chart;
  /** By line and source, and by line and target; sorted when first asked for. */
  readonly #groups = new Map<string, { readonly stretches: Stretch[]; isSorted: boolean }>();

  constructor(chart: Chart) {
    this.#chart = chart;
  }

  add(edge: number, from: Point, to: Point): void {
    const upright = from.x === to.x;
    const [a, b] = upright ? [from.y, to.y] : [from.x, to.x];
    const stretch = { edge, low: Math.min(a, b), high: Math.max(a, b) };
    const known = this.#chart.edges[edge];
    for (const key of known === undefined ? [] : keysOf(known, from, to)) {
      const group = this.#groups.get(key);
      if (group === undefined) this.#groups.set(key, { stretches: [stretch], isSorted: false });
      else group.stretches.push(stretch);
    }
  }

  /** The parts of a stretch of an edge that no other runs along, as px from its start. */
  ownParts(edge: ChartEdge, from: Point, to: Point): readonly (readonly [number, number])[] {
    const upright = from.x === to.x;
    const origin = upright ? from.y : from.x;
    const sign = Math.sign(upright ? to.y - from.y : to.x - from.x);
    const length = Math.abs((upright ? to.y : to.x) - origin);
    let parts: (readonly [number, number])[] = [[0, length]];
    for (const key of keysOf(edge, from, to))
      for (const other of this.#longestFirst(key)) {
        if (parts.length === 0) return parts;
        if (other.edge === edge.index) continue;
        const [one, two] = [(other.low - origin) * sign, (other.high - origin) * sign];
        const [low, high] = [Math.min(one, two), Math.max(one, two)];
        if (parts.every(([a, b]) => high <= a || low >= b)) continue;
        parts = parts.flatMap(([a, b]) =>
          high <= a || low >= b
            ? [[a, b] as const]
            : [[a, Math.min(low, b)] as const, [Math.max(high, a), b] as const].filter(([c, d]) => d - c > 1),
        );
      }
    return parts;
  }

  /** What covers most comes first, so that of a line shared by thousands few need to be looked at. */
  #longestFirst(key: string): readonly Stretch[] {
    const group = this.#groups.get(key);
    if (group === undefined) return [];
    if (!group.isSorted) group.stretches.sort((a, b) => b.high - b.low - (a.high - a.low) || a.edge - b.edge);
    group.isSorted = true;
    return group.stretches;
  }
}

const keysOf = (edge: ChartEdge, from: Point, to: Point): readonly string[] => {
  const line = from.x === to.x ? `x${from.x}` : `y${from.y}`;
  return [`${line} from ${edge.from}`, `${line} to ${edge.to}`];
};
