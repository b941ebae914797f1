import type { Chart, ChartEdge } from '../chart.ts';
import type { Lattice } from './lattice.ts';
import { acrossOf, alongOf } from './measure-lattice.ts';
import type { Route } from './occupancy.ts';
import { isFan } from './route-cost.ts';
import type { Runs } from './runs.ts';

/** How far runs keep from the sides of their channel, in px. */
export interface Clearances {
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** How wide the channels across and along are at least, for the labels of edges that run straight through. */
  readonly least: { readonly x: Float64Array; readonly y: Float64Array };
}

/** From a node to the nearest line that runs past it. */
const margin = 16;
/** Room for an arrow head and the bend before it. */
const arrow = 20;
/** Room before and behind a label on its line. */
const aroundLabel = 12;

/** Makes room for arrow heads, and for labels on the first stretch of their edge. */
export function clearances(
  chart: Chart,
  lattice: Lattice,
  routes: readonly Route[],
  runs: Runs,
  halfColumns: Float64Array,
  halfRows: Float64Array,
): Clearances {
  const low = new Float64Array(runs.list.length).fill(margin);
  const high = new Float64Array(runs.list.length).fill(margin);
  const least = { x: new Float64Array(lattice.width), y: new Float64Array(lattice.height) };
  /** From a node's outline to the side of the channel beside it. */
  const slack = (node: number, upright: boolean): number => {
    const source = chart.nodes[node];
    if (source === undefined) return 0;
    if (source.shape === 'parallel-bar') return 0;
    return upright
      ? (halfRows[lattice.row[node] ?? 0] ?? 0) - alongOf(chart, source) / 2
      : (halfColumns[lattice.middle[node] ?? 0] ?? 0) - acrossOf(chart, source) / 2;
  };
  const labelLength = (edge: ChartEdge, upright: boolean): number => {
    if (edge.label === undefined) return 0;
    const { width, height } = edge.label;
    return (chart.direction === 'down') === upright ? height : width;
  };

  for (const edge of chart.edges) {
    const route = routes[edge.index] ?? [];
    const own = runs.of[edge.index] ?? [];
    const first = runs.list[own[0] ?? -1];
    const last = runs.list[own.at(-1) ?? -1];
    if (first === undefined || last === undefined) continue;
    const coordinate = (point: number | undefined, upright: boolean): number =>
      upright ? Math.floor((point ?? 0) / lattice.width) : (point ?? 0) % lattice.width;
    const fan = isFan(chart, edge.from) && first.upright;
    const room = labelLength(edge, first.upright);
    const start = coordinate(route[0], first.upright);
    const turn = coordinate(route[1], first.upright);
    const ahead = turn > start;
    const need = (room > 0 && !fan ? room + aroundLabel : margin) - slack(edge.from, first.upright);
    if (own.length === 1) {
      // Straight to its target: the label and the arrow head stand in what lies between.
      const between = Math.abs(turn - start);
      const channel = start + (ahead ? 1 : -1);
      const list = first.upright ? least.y : least.x;
      const wanted =
        (room > 0 ? room + aroundLabel + arrow : 0) -
        slack(edge.from, first.upright) -
        (between === 2 ? slack(edge.to, first.upright) : 40);
      list[channel] = Math.max(list[channel] ?? 0, wanted);
    } else {
      const second = own[1] ?? -1;
      const side = ahead ? low : high;
      if (Math.abs(turn - start) === 1) side[second] = Math.max(side[second] ?? 0, need);
      else {
        const channel = start + (ahead ? 1 : -1);
        const list = first.upright ? least.y : least.x;
        const half = first.upright ? (halfRows[turn] ?? 0) : (halfColumns[turn] ?? 0);
        list[channel] = Math.max(list[channel] ?? 0, need - half);
      }
      const end = coordinate(route.at(-1), last.upright);
      const before = coordinate(route.at(-2), last.upright);
      const entry = before < end ? high : low;
      const previous = own.at(-2) ?? -1;
      const drop = fan && own.length > 1 ? labelLength(edge, last.upright) + 2 * aroundLabel + 8 : arrow;
      if (Math.abs(end - before) === 1)
        entry[previous] = Math.max(entry[previous] ?? 0, drop - slack(edge.to, last.upright));
    }
    if (fan && room > 0) {
      // The answers of a fan stand below the line that they share.
      for (const other of chart.nodes[edge.from]?.outgoing ?? []) {
        const trunk = runs.of[other]?.[1] ?? -1;
        if (runs.list[trunk]?.line === start + 1)
          high[trunk] = Math.max(high[trunk] ?? 0, room + 2 * aroundLabel);
      }
    }
  }
  return { low, high, least };
}
