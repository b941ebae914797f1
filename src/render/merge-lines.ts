import type { DrawnEdge } from '../layout/drawing.ts';
import type { Point } from '../shapes/geometry.ts';
import { lineStyleOf } from './line-style.ts';
import { lineStyles } from './theme/theme.ts';

/** The most fellows that each line is compared with: the nearest, where thousands lead into a node, or out of one. */
const mostCompared = 50;

/** How an edge is drawn where others come to the same node, or from it, on the same line. */
export interface MergedLine {
  readonly points: readonly Point[];
  /** False where the line ends in another one, whose arrow head then stands for both. */
  readonly hasArrow: boolean;
}

/**
 * Lets each stretch that several edges share on their way into a node be drawn once. Dashes on dashes look like a solid
 * line, and dashes on a solid line like neither: so the plainest edge keeps the stretch, and the others end in it, as
 * one would draw by hand. Out of a node, those of other styles begin where they leave the plainest. `overlap` px of it
 * are drawn by all, for the corner in which they meet.
 */
export function mergeLines(edges: readonly DrawnEdge[], overlap: number): readonly MergedLine[] {
  const into = plainerFellows(edges, ({ to }) => to);
  const outOf = plainerFellows(edges, ({ from }) => from);
  return edges.map((edge) => {
    const end = longest(into(edge), (other) => sharedEnd(edge.points, other.points)) - overlap;
    const style = lineStyleOf(edge);
    const others = outOf(edge).filter((other) => lineStyleOf(other) !== style);
    const backwards = edge.points.toReversed();
    const start = longest(others, (other) => sharedEnd(backwards, other.points.toReversed())) - overlap;
    const length = lengthOf(edge.points);
    const hasArrow = end <= 0 || length - end < 2 * overlap;
    const ended = hasArrow ? edge.points : shortened(edge.points, end);
    const left = hasArrow ? length : length - end;
    if (start <= 0 || left - start < 2 * overlap) return { points: ended, hasArrow };
    return { points: shortened(ended.toReversed(), start).toReversed(), hasArrow };
  });
}

/** For each edge the plainer ones, or those of its kind before it, that have the same node at an end. */
function plainerFellows(
  edges: readonly DrawnEdge[],
  nodeOf: (edge: DrawnEdge) => string,
): (edge: DrawnEdge) => readonly DrawnEdge[] {
  const ranked = new Map(
    [...Map.groupBy(edges, nodeOf).values()].flatMap((group) => {
      const siblings = [...group].sort((a, b) => plainness(a) - plainness(b));
      return siblings.map((edge, at) => [edge, { siblings, at }] as const);
    }),
  );
  return (edge) => {
    const { siblings, at } = ranked.get(edge) ?? { siblings: [], at: 0 };
    return siblings.slice(Math.max(0, at - mostCompared), at);
  };
}

const longest = (edges: readonly DrawnEdge[], lengthWith: (edge: DrawnEdge) => number): number =>
  Math.max(0, ...edges.map(lengthWith));

const plainness = (edge: DrawnEdge): number => lineStyles.indexOf(lineStyleOf(edge));

/** How many px two lines have in common, from their ends backwards. */
function sharedEnd(one: readonly Point[], other: readonly Point[]): number {
  const [a, b] = [[...one].reverse(), [...other].reverse()];
  let [at, i, j, shared] = [a[0], 1, 1, 0];
  if (at === undefined || b[0] === undefined || distance(at, b[0]) > 0.01) return 0;
  for (;;) {
    const [next, beside]: readonly [Point | undefined, Point | undefined] = [a[i], b[j]];
    if (next === undefined || beside === undefined) return shared;
    const step = Math.min(distance(at, next), distance(at, beside));
    const here: Point = towards(at, next, step);
    if (distance(here, towards(at, beside, step)) > 0.01) return shared;
    shared += step;
    if (distance(here, next) < 0.01) i++;
    if (distance(here, beside) < 0.01) j++;
    at = here;
  }
}

/** The line without the last `length` px of it. */
function shortened(points: readonly Point[], length: number): readonly Point[] {
  const kept = [...points];
  let left = length;
  for (
    let last = kept.at(-1), before = kept.at(-2);
    last && before;
    last = kept.at(-1), before = kept.at(-2)
  ) {
    const stretch = distance(before, last);
    kept.pop();
    if (stretch > left) return [...kept, towards(last, before, left)];
    left -= stretch;
  }
  return kept;
}

const lengthOf = (points: readonly Point[]): number =>
  points.reduce((sum, point, at) => sum + distance(point, points[at - 1] ?? point), 0);

const distance = (a: Point, b: Point): number => Math.abs(a.x - b.x) + Math.abs(a.y - b.y);

const towards = (from: Point, to: Point, length: number): Point => {
  const whole = distance(from, to);
  if (whole === 0) return from;
  return { x: from.x + ((to.x - from.x) * length) / whole, y: from.y + ((to.y - from.y) * length) / whole };
};
