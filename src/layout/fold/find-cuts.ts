import type { Point } from '../../shapes/geometry.ts';
import type { UprightChart } from './upright.ts';

/** A level line on which an upright chart can be cut in two: through no node, label or title. px. */
export interface Cut {
  readonly y: number;
  /** The end of what lies above, and the start of what lies below. */
  readonly above: number;
  readonly below: number;
  /** The x of all lines that it cuts, ascending; lines that run together count once. */
  readonly lines: readonly number[];
  /** How deep the frames nest that it cuts. */
  readonly frames: number;
  /** What can be said against cutting here; a cut line is about 4. */
  readonly cost: number;
}

const prices = {
  line: 4,
  frame: 3,
  /** Between an edge's start and its label. */
  beforeLabel: 5,
  /** Through one line that becomes several further on. */
  trunk: 8,
  /** Anywhere but on the border of a lane, where there are borders. */
  offBorder: 12,
};

/** Between two things that stand so close there is no room for a cut, in px. */
const leastGap = 6;

interface Interval {
  readonly from: number;
  readonly to: number;
}

/** All the places for a cut, from top to bottom. Cuts lie on one of `borders` where they can. */
export function findCuts(chart: UprightChart, borders: readonly number[] = []): readonly Cut[] {
  const solids = [...chart.nodes, ...chart.labels, ...chart.titles].flatMap((box) =>
    box === undefined ? [] : [{ from: box.y, to: box.y + box.height }],
  );
  const frames = chart.frames.map(({ y, height }) => ({ from: y, to: y + height }));
  const lines = uprightLines(chart.routes);
  const dear = [...labelWays(chart), ...trunks(chart.routes)];
  const ends = [
    ...[...solids, ...frames, ...lines].flatMap(({ from, to }) => [from, to]),
    ...chart.routes.flatMap((route) => route.map(({ y }) => y)),
  ];
  const events = [...new Set(ends)].sort((a, b) => a - b);
  const indexOf = new Map(events.map((y, index) => [y, index]));
  const covers = (intervals: readonly (Interval & { readonly weight?: number })[]): readonly number[] => {
    const changes = new Array<number>(events.length + 1).fill(0);
    for (const { from, to, weight = 1 } of intervals) {
      const [start, end] = [indexOf.get(from) ?? 0, indexOf.get(to) ?? 0];
      changes[start] = (changes[start] ?? 0) + weight;
      changes[end] = (changes[end] ?? 0) - weight;
    }
    let sum = 0;
    return changes.map((change) => (sum += change));
  };
  const solid = covers(solids);
  const framed = covers(frames);
  const dearness = covers(dear);
  const cutLines: number[][] = events.map(() => []);
  for (const { from, to, x } of lines)
    for (let index = indexOf.get(from) ?? 0; index < (indexOf.get(to) ?? 0); index++)
      if (solid[index] === 0) cutLines[index]?.push(x);
  return events.flatMap((above, index): readonly Cut[] => {
    const below = events[index + 1];
    if (below === undefined || below - above < leastGap || solid[index] !== 0) return [];
    const within = borders.filter((y) => y > above + 1 && y < below - 1);
    const cut = (cutLines[index] ?? []).sort((a, b) => a - b);
    const cost =
      prices.line * cut.length +
      prices.frame * (framed[index] ?? 0) +
      (dearness[index] ?? 0) +
      (borders.length > 0 && within.length === 0 ? prices.offBorder : 0);
    const places = within.length > 0 ? within : [(above + below) / 2];
    return places.map((y) => ({ y, above, below, lines: cut, frames: framed[index] ?? 0, cost }));
  });
}

/** The upright stretches of all routes, those that lie on one another as one. */
function uprightLines(routes: readonly (readonly Point[])[]): readonly (Interval & { readonly x: number })[] {
  const byX = new Map<number, Interval[]>();
  for (const route of routes)
    route.forEach((to, index) => {
      const from = route[index - 1];
      if (from === undefined || from.x !== to.x || from.y === to.y) return;
      const intervals = byX.get(to.x) ?? [];
      byX.set(to.x, intervals);
      intervals.push({ from: Math.min(from.y, to.y), to: Math.max(from.y, to.y) });
    });
  return [...byX].flatMap(([x, intervals]) => {
    const merged: { from: number; to: number; readonly x: number }[] = [];
    for (const { from, to } of intervals.sort((a, b) => a.from - b.from)) {
      const last = merged.at(-1);
      if (last !== undefined && from < last.to) last.to = Math.max(last.to, to);
      else merged.push({ from, to, x });
    }
    return merged;
  });
}

/** From where an edge begins to the far end of its label. */
const labelWays = (chart: UprightChart): readonly (Interval & { readonly weight: number })[] =>
  chart.labels.flatMap((label, index) => {
    const start = chart.routes[index]?.[0];
    if (label === undefined || start === undefined) return [];
    const [from, to] = [Math.min(start.y, label.y), Math.max(start.y, label.y + label.height)];
    return [{ from, to, weight: prices.beforeLabel }];
  });

/** The first stretches that edges share with others of the same node. */
function trunks(routes: readonly (readonly Point[])[]): readonly (Interval & { readonly weight: number })[] {
  const byStart = Map.groupBy(
    routes.flatMap(([start, next]) => (start === undefined || next === undefined ? [] : [{ start, next }])),
    ({ start }) => `${start.x} ${start.y}`,
  );
  return [...byStart.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined || group.length < 2) return [];
    const ends = group.map(({ next }) => next.y);
    const [from, to] = [Math.min(first.start.y, ...ends), Math.max(first.start.y, ...ends)];
    return [{ from, to, weight: prices.trunk }];
  });
}
