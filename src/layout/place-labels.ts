import type { Box, Point } from '../shapes/geometry.ts';
import { BoxIndex, overlap, stretchBox } from './box-index.ts';
import type { Chart, ChartEdge, LabelText } from './chart.ts';
import type { Deadline } from './deadline.ts';
import { isOnTrunk } from './is-in-fan.ts';
import type { PlacedChart } from './placed-chart.ts';
import { SharedWays } from './shared-ways.ts';
import { labelWeights } from './weights.ts';

interface Stretch {
  readonly edge: number;
  readonly from: Point;
  readonly to: Point;
}

/** Room in px between a label and its own line, and around all that it must keep off. */
const gap = 4;
const clearance = 2;
/** A place for a label. Its cost is that of the place itself, without what the label would touch there. */
interface Candidate {
  readonly box: Box;
  readonly cost: number;
}

/** Finds the parts of a stretch of an edge, as px from its start, that its label may stand at. */
type PartsOf = (edge: ChartEdge, from: Point, to: Point) => readonly (readonly [number, number])[];

/**
 * Puts each edge's label beside its own line, near the source, on a stretch that no other edge shares, where it
 * touches nothing. Undefined for an edge without a label; boxes are in px, by edge. `unclear` are the edges whose
 * labels found no such place.
 */
export function placeLabels(
  chart: Chart,
  placed: PlacedChart,
  keepOff: readonly Box[],
  deadline: Deadline,
): { readonly labels: readonly (Box | undefined)[]; readonly unclear: readonly number[] } {
  const ground = new Ground(chart, placed, keepOff);
  const labels: (Box | undefined)[] = chart.edges.map(() => undefined);
  const unclear: number[] = [];
  for (const edge of chart.edges) {
    deadline();
    const { label } = edge;
    if (label === undefined) continue;
    const bestAt = (parts: PartsOf): Candidate | undefined =>
      bestPlace(candidates(chart, edge, label, placed.routes[edge.index] ?? [], parts), ground, deadline);
    const own = bestAt(ground.ownParts);
    const best = own ?? bestAt(wholeStretch);
    // The edge has no part of its own, or the label touches something on it.
    if (own === undefined || own.cost >= labelWeights.collision) unclear.push(edge.index);
    if (best === undefined) continue;
    labels[edge.index] = best.box;
    ground.add(best.box);
  }
  return { labels, unclear };
}

/** The place that costs least, what the label would touch there included. */
const bestPlace = (
  places: Iterable<Candidate>,
  ground: Ground,
  deadline: Deadline,
): Candidate | undefined => {
  let best: Candidate | undefined;
  for (const { box, cost } of places) {
    deadline();
    if (best !== undefined && cost >= best.cost) continue;
    const most = best === undefined ? Number.POSITIVE_INFINITY : (best.cost - cost) / labelWeights.collision;
    const total = cost + labelWeights.collision * ground.collisions(box, most);
    if (best === undefined || total < best.cost) best = { box, cost: total };
  }
  return best;
};

/** What is on the picture already, for labels to keep off. */
class Ground {
  readonly #chart: Chart;
  readonly #placed: PlacedChart;
  readonly #obstacles = new BoxIndex<Box | number>();
  readonly #stretches = new BoxIndex<Stretch>();
  readonly #ways: SharedWays;

  constructor(chart: Chart, placed: PlacedChart, keepOff: readonly Box[]) {
    this.#chart = chart;
    this.#placed = placed;
    this.#ways = new SharedWays(chart);
    placed.nodes.forEach((box, index) => {
      this.#obstacles.add(box, index);
    });
    for (const box of keepOff) this.add(box);
    placed.routes.forEach((route, edge) => {
      route.forEach((to, index) => {
        const from = route[index - 1];
        if (from === undefined) return;
        this.#stretches.add(stretchBox(from, to, 0.5), { edge, from, to });
        this.#ways.add(edge, from, to);
      });
    });
  }

  add(box: Box): void {
    this.#obstacles.add(box, box);
  }

  /** The parts that no other edge runs along. */
  readonly ownParts: PartsOf = (edge, from, to) => this.#ways.ownParts(edge, from, to);

  /** What a label would touch there, counted up to `most`. */
  collisions(box: Box, most: number): number {
    const room = grow(box, clearance);
    let sum = this.#stretches.touching(room, most).size;
    if (sum >= most) return sum;
    for (const obstacle of this.#obstacles.touching(room))
      if (typeof obstacle !== 'number' || touchesNode(this.#chart, this.#placed, obstacle, room)) sum++;
    return sum;
  }
}

const grow = (box: Box, by: number): Box => ({
  x: box.x - by,
  y: box.y - by,
  width: box.width + 2 * by,
  height: box.height + 2 * by,
});

/** A decision leaves the corners of its box free. */
export function touchesNode(chart: Chart, placed: PlacedChart, node: number, box: Box): boolean {
  const outline = placed.nodes[node];
  if (outline === undefined || !overlap(outline, box)) return false;
  if (chart.nodes[node]?.shape !== 'decision') return true;
  const x = outline.x + outline.width / 2;
  const y = outline.y + outline.height / 2;
  const across = Math.abs(Math.max(box.x, Math.min(x, box.x + box.width)) - x) / (outline.width / 2);
  const along = Math.abs(Math.max(box.y, Math.min(y, box.y + box.height)) - y) / (outline.height / 2);
  return across + along < 1;
}

/** How far from the start of a part labels are tried, in px. */
const offsets = [5, 10, 16, 24, 36, 52, 72, 100, 140];
/** What a label needs behind it on its part, in px. */
const behind = 6;

/** Finds places along the parts of a route that are the edge's own; the further on, the dearer. */
function* candidates(
  chart: Chart,
  edge: ChartEdge,
  label: LabelText,
  route: readonly Point[],
  parts: PartsOf,
): Generator<Candidate> {
  const isFanned = isOnTrunk(chart, edge);
  let way = 0;
  for (let index = 1; index < route.length; index++) {
    const from = route[index - 1];
    const to = route[index];
    if (from === undefined || to === undefined) continue;
    const along = from.x === to.x ? label.height : label.width;
    // The answers of a fan stand in one row, each on the last stretch of its line.
    const outOfRow = isFanned && index + 1 < route.length ? labelWeights.outOfRow : 0;
    for (const [start, end] of parts(edge, from, to))
      for (const offset of offsets) {
        const at = start + offset;
        if (at > Math.max(end, start + behind)) break;
        const over = Math.max(0, at + along + behind - end);
        const cost = (way + at) / labelWeights.way + over * labelWeights.over + outOfRow;
        yield* besideLine(label, from, to, at, cost);
      }
    way += Math.abs(to.x - from.x) + Math.abs(to.y - from.y);
  }
}

/** The two places beside a stretch from so many px on: to the right and to the left, or above and below. */
function* besideLine(
  { width, height }: LabelText,
  from: Point,
  to: Point,
  at: number,
  cost: number,
): Generator<Candidate> {
  const other = cost + labelWeights.secondSide;
  if (from.x === to.x) {
    const y = to.y > from.y ? from.y + at : from.y - at - height;
    yield { box: { x: from.x + gap, y, width, height }, cost };
    yield { box: { x: from.x - gap - width, y, width, height }, cost: other };
  } else {
    const x = to.x > from.x ? from.x + at : from.x - at - width;
    yield { box: { x, y: from.y - gap + 1 - height, width, height }, cost };
    yield { box: { x, y: from.y + gap - 1, width, height }, cost: other };
  }
}

/** The parts of a stretch for an edge that has none of its own: all of it. */
const wholeStretch: PartsOf = (_edge, from, to) => [[0, Math.abs(to.x - from.x) + Math.abs(to.y - from.y)]];
