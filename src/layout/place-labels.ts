import { BoxIndex, overlap, stretchBox } from './box-index.ts';
import type { Chart, ChartEdge, LabelText } from './chart.ts';
import type { Deadline } from './deadline.ts';
import type { Box, Point } from './drawing.ts';
import { hasTrunk } from './is-fan.ts';
import type { PlacedChart } from './placed-chart.ts';
import { SharedWays } from './shared-ways.ts';

interface Stretch {
  readonly edge: number;
  readonly from: Point;
  readonly to: Point;
}

/** Room in px between a label and its own line, and around all that it must keep off. */
const gap = 4;
const clearance = 2;
/** More than any way along an edge can cost. */
const collision = 10_000;

/**
 * Puts each edge's label beside its own line, near the source, on a stretch that no other edge shares, where it touches
 * nothing. Undefined for an edge without a label; boxes are in px, by edge. `unclear` are the edges whose labels found no such place.
 */
export function placeLabels(
  chart: Chart,
  placed: PlacedChart,
  keepOff: readonly Box[],
  deadline: Deadline,
): { readonly labels: readonly (Box | undefined)[]; readonly unclear: readonly number[] } {
  const obstacles = new BoxIndex<Box | number>();
  const stretches = new BoxIndex<Stretch>();
  const ways = new SharedWays(chart);
  placed.nodes.forEach((box, index) => {
    obstacles.add(box, index);
  });
  for (const box of keepOff) obstacles.add(box, box);
  placed.routes.forEach((route, edge) => {
    route.forEach((to, index) => {
      const from = route[index - 1];
      if (from === undefined) return;
      stretches.add(stretchBox(from, to, 0.5), { edge, from, to });
      ways.add(edge, from, to);
    });
  });

  /** What a label would touch there, counted up to `most`. */
  const collisions = (box: Box, most: number): number => {
    const room = grow(box, clearance);
    let sum = stretches.touching(room, most).size;
    if (sum >= most) return sum;
    for (const obstacle of obstacles.touching(room))
      if (typeof obstacle !== 'number' || touchesNode(chart, placed, obstacle, room)) sum++;
    return sum;
  };

  const labels: (Box | undefined)[] = chart.edges.map(() => undefined);
  const unclear: number[] = [];
  for (const edge of chart.edges) {
    deadline();
    if (edge.label === undefined) continue;
    let best: { readonly box: Box; readonly cost: number } | undefined;
    const route = placed.routes[edge.index] ?? [];
    const fan = hasTrunk(chart, edge.from);
    const ownParts: typeof wholeStretch = (of, a, b) => ways.ownParts(of, a, b);
    for (const part of [ownParts, wholeStretch]) {
      for (const { box, cost } of candidates(edge.label, route, (a, b) => part(edge, a, b), fan)) {
        deadline();
        if (best !== undefined && cost >= best.cost) continue;
        const most = best === undefined ? Number.POSITIVE_INFINITY : (best.cost - cost) / collision;
        const total = cost + collision * collisions(box, most);
        if (best === undefined || total < best.cost) best = { box, cost: total };
      }
      if (best !== undefined) break;
      unclear.push(edge.index);
    }
    if (best === undefined) continue;
    if (best.cost >= collision) unclear.push(edge.index);
    labels[edge.index] = best.box;
    obstacles.add(best.box, best.box);
  }
  return { labels, unclear };
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

const fanPrice = 200;

const offsets = [5, 10, 16, 24, 36, 52, 72, 100, 140];

/** Places along the parts of the route that are the edge's own; the further on, the dearer. */
function* candidates(
  label: LabelText,
  route: readonly Point[],
  parts: (from: Point, to: Point) => readonly (readonly [number, number])[],
  fan: boolean,
): Generator<{ readonly box: Box; readonly cost: number }> {
  let way = 0;
  for (let index = 1; index < route.length; index++) {
    const from = route[index - 1];
    const to = route[index];
    if (from === undefined || to === undefined) continue;
    const length = Math.abs(to.x - from.x) + Math.abs(to.y - from.y);
    const upright = from.x === to.x;
    const sign = Math.sign(upright ? to.y - from.y : to.x - from.x);
    const along = upright ? label.height : label.width;
    for (const [start, end] of parts(from, to))
      for (const offset of offsets) {
        const at = start + offset;
        if (at > Math.max(end, start + 6)) break;
        const over = Math.max(0, at + along + 6 - end);
        // The answers of a fan stand in one row, each on the last stretch of its line.
        const base = (way + at) / 6 + over * 0.7 + (fan && index + 1 < route.length ? fanPrice : 0);
        if (upright) {
          const y = sign > 0 ? from.y + at : from.y - at - along;
          const right = { x: from.x + gap, y, width: label.width, height: label.height };
          yield { box: right, cost: base };
          yield { box: { ...right, x: from.x - gap - label.width }, cost: base + 3 };
        } else {
          const x = sign > 0 ? from.x + at : from.x - at - along;
          const above = { x, y: from.y - gap + 1 - label.height, width: label.width, height: label.height };
          yield { box: above, cost: base };
          yield { box: { ...above, y: from.y + gap - 1 }, cost: base + 3 };
        }
      }
    way += length;
  }
}

/** Where an edge has no part of its own. */
const wholeStretch = (_edge: ChartEdge, from: Point, to: Point): readonly (readonly [number, number])[] => [
  [0, Math.abs(to.x - from.x) + Math.abs(to.y - from.y)],
];
