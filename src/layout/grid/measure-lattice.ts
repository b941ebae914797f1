import type { Chart, ChartNode } from '../chart.ts';
import type { Deadline } from '../deadline.ts';
import { headerPadding } from '../lane-header.ts';
import { type Clearances, clearances, type RoutedChart } from './clearances.ts';
import type { Lattice } from './lattice.ts';
import { type ChannelOrder, isFrame, reach } from './order-channels.ts';
import type { Run } from './runs.ts';

/** Where the lines of a lattice are, in px from its first. */
export interface Measures {
  /** The middle of each column and of each row; channels have none. */
  readonly columns: Float64Array;
  readonly rows: Float64Array;
  /** The coordinate of each run: x where it is upright, else y. */
  readonly runs: Float64Array;
  /** From where to where each swimlane reaches across. */
  readonly lanes: readonly { readonly low: number; readonly high: number }[];
  readonly width: number;
  readonly height: number;
  /** Half of the widest node of each column, and of the longest of each row. */
  readonly halfColumns: Float64Array;
  readonly halfRows: Float64Array;
}

/** How much room a node takes across and along the way of the flow. */
export const acrossOf = (chart: Chart, node: ChartNode): number =>
  chart.direction === 'down' ? node.width : node.height;
export const alongOf = (chart: Chart, node: ChartNode): number =>
  chart.direction === 'down' ? node.height : node.width;

/** Two lines beside each other are so far apart, in px. */
const spacing = 14;
const columnGap = 44;
const rowGap = 38;
/** White space at the borders of a swimlane. */
const lanePadding = 20;
const narrowestColumn = { down: 120, right: 56 } as const;
/** A bar reaches beyond the middle of its last column. */
const narrowestUnderBar = 120;

/** Gives every line of the lattice its place: channels are as wide as their runs, labels and titles need. */
export function measureLattice(
  unsized: Omit<RoutedChart, 'halfColumns' | 'halfRows'>,
  deadline: Deadline,
): Measures {
  const { chart, lattice, runs, order } = unsized;
  const halfColumns = new Float64Array(lattice.width);
  const halfRows = new Float64Array(lattice.height);
  for (const node of chart.nodes) {
    const x = lattice.middle[node.index] ?? 0;
    const y = lattice.row[node.index] ?? 0;
    const bar = node.shape === 'parallel-bar';
    if (bar)
      for (const end of [lattice.left[node.index] ?? x, lattice.right[node.index] ?? x])
        halfColumns[end] = Math.max(halfColumns[end] ?? 0, narrowestUnderBar / 2);
    else halfColumns[x] = Math.max(halfColumns[x] ?? 0, acrossOf(chart, node) / 2);
    const along = bar ? Math.min(node.width, node.height) : alongOf(chart, node);
    halfRows[y] = Math.max(halfRows[y] ?? 0, along / 2);
  }
  for (let x = 0; x < lattice.width; x++)
    if (lattice.isColumn[x] === 1)
      halfColumns[x] = Math.max(halfColumns[x] ?? 0, narrowestColumn[chart.direction] / 2);
  const routed: RoutedChart = { ...unsized, halfColumns, halfRows };
  const clear = clearances(routed, deadline);
  const places = new Float64Array(runs.list.length);

  const layAlong = (
    upright: boolean,
    count: number,
    isMiddle: (line: number) => boolean,
    half: Float64Array,
    leastOf: (line: number) => number,
  ): { readonly middles: Float64Array; readonly starts: Float64Array; readonly end: number } => {
    const middles = new Float64Array(count);
    const starts = new Float64Array(count + 1);
    let at = 0;
    for (let line = 0; line < count; line++) {
      starts[line] = at;
      if (isMiddle(line)) {
        middles[line] = at + (half[line] ?? 0);
        at += 2 * (half[line] ?? 0);
        continue;
      }
      const least = Math.max(leastOf(line), (upright ? clear.leastX : clear.leastY)[line] ?? 0);
      at += spread(order.channel(upright, line), at, least, routed, clear, places, deadline);
    }
    starts[count] = at;
    return { middles, starts, end: at };
  };

  const withLanes = chart.lanes.length > 0;
  const layAcross = () =>
    layAlong(
      true,
      lattice.width,
      (x) => lattice.isColumn[x] === 1,
      halfColumns,
      (x) => {
        const inside = lattice.isColumn[x - 1] === 1 && lattice.isColumn[x + 1] === 1;
        return inside ? columnGap : withLanes ? lanePadding : 0;
      },
    );
  let across = layAcross();
  if (widenLanes(chart, lattice, across.starts, clear)) across = layAcross();
  const along = layAlong(
    false,
    lattice.height,
    (y) => y % 2 === 1,
    halfRows,
    (y) => (y === 0 || y === lattice.height - 1 ? (withLanes ? lanePadding : 0) : rowGap),
  );
  for (const run of runs.list)
    if (run.upright ? lattice.isColumn[run.line] === 1 : run.line % 2 === 1)
      places[run.index] = (run.upright ? across.middles : along.middles)[run.line] ?? 0;

  const lanes: { low: number; high: number }[] = [];
  for (let x = 0; x < lattice.width; x++) {
    const lane = lattice.laneOf[x] ?? 0;
    const high = across.starts[x + 1] ?? 0;
    const known = lanes[lane];
    if (known === undefined) lanes[lane] = { low: across.starts[x] ?? 0, high };
    else known.high = high;
  }
  return {
    columns: across.middles,
    rows: along.middles,
    runs: places,
    lanes,
    width: across.end,
    height: along.end,
    halfColumns,
    halfRows,
  };
}

/** Makes lanes that are too narrow for their headers wider, at both sides; false where there are none. */
const widenLanes = (chart: Chart, lattice: Lattice, starts: Float64Array, clear: Clearances): boolean => {
  let short = false;
  chart.lanes.forEach(({ headers: [shortest] }, lane) => {
    const first = lattice.laneOf.indexOf(lane);
    const last = lattice.laneOf.lastIndexOf(lane);
    const size = (line: number): number => (starts[line + 1] ?? 0) - (starts[line] ?? 0);
    const missing = shortest.width + 2 * headerPadding - ((starts[last + 1] ?? 0) - (starts[first] ?? 0));
    if (missing <= 0) return;
    short = true;
    for (const border of [first, last])
      clear.leastX[border] = Math.max(clear.leastX[border] ?? 0, size(border) + Math.ceil(missing / 2));
  });
  return short;
};

/** Frames that begin in one channel, or end there, are not in each other's way where one ends before the other begins. */
const areFramesApart = ({ low, high }: ChannelOrder, one: Run, other: Run): boolean =>
  isFrame(one) &&
  isFrame(other) &&
  one.turns[0]?.side === other.turns[0]?.side &&
  ((high[one.index] ?? 0) < (low[other.index] ?? 0) || (high[other.index] ?? 0) < (low[one.index] ?? 0));

/** Which side of a frame a run is, if any: the first to be come by, left or top, or the other one. */
const sideOfFrame = (
  chart: Chart,
  frames: RoutedChart['frames'],
  run: number,
): { readonly first: boolean; readonly depth: number } | undefined => {
  for (const [stage, frame] of frames.entries()) {
    const depth = chart.stages[stage]?.depth ?? 0;
    if (frame?.left === run || frame?.top === run) return { first: true, depth };
    if (frame?.right === run || frame?.bottom === run) return { first: false, depth };
  }
  return undefined;
};

/**
 * Sets the runs of a channel that begins at `start`; returns how wide it is, at least `least`. Frames that stand one after
 * the other have their sides in line.
 */
const spread = (
  channel: readonly number[],
  start: number,
  least: number,
  { chart, runs, frames, order }: RoutedChart,
  clear: Clearances,
  places: Float64Array,
  deadline: Deadline,
): number => {
  const members = channel.map((index) => runs.list[index]).filter((run) => run !== undefined);
  const fromLow = members.map((run) => clear.low[run.index] ?? 0);
  const fromHigh = members.map((run) => clear.high[run.index] ?? 0);
  const near = (i: number, j: number): boolean => {
    const a = members[i];
    const b = members[j];
    return a !== undefined && b !== undefined && reach(a, b) && !areFramesApart(order, a, b);
  };
  const apart = (i: number): number => Math.max(spacing, clear.behind[members[i]?.index ?? -1] ?? 0);
  for (let i = 0; i < members.length; i++) {
    deadline();
    for (let j = 0; j < i; j++)
      if (near(i, j)) fromLow[i] = Math.max(fromLow[i] ?? 0, (fromLow[j] ?? 0) + apart(j));
  }
  for (let i = members.length - 1; i >= 0; i--)
    for (let j = i + 1; j < members.length; j++)
      if (near(i, j)) fromHigh[i] = Math.max(fromHigh[i] ?? 0, (fromHigh[j] ?? 0) + apart(i));
  let width = least;
  for (let i = 0; i < members.length; i++) width = Math.max(width, (fromLow[i] ?? 0) + (fromHigh[i] ?? 0));
  width = Math.ceil(width);
  const middles = members.map((_, i) => Math.round(((fromLow[i] ?? 0) + width - (fromHigh[i] ?? 0)) / 2));
  const sides = members.map(({ index }) => sideOfFrame(chart, frames, index));
  const set: number[] = [];
  for (let i = 0; i < members.length; i++) {
    const latest = width - (fromHigh[i] ?? 0);
    let at = middles[i] ?? 0;
    const side = sides[i];
    if (side !== undefined) {
      const inLine = middles.filter(
        (_, j) => sides[j]?.depth === side.depth && sides[j]?.first === side.first,
      );
      at = side.first ? Math.max(fromLow[i] ?? 0, Math.min(...inLine)) : Math.max(...inLine);
    }
    for (let j = 0; j < i; j++) if (near(i, j)) at = Math.max(at, (set[j] ?? 0) + apart(j));
    set.push(Math.min(at, latest));
    places[members[i]?.index ?? 0] = start + Math.min(at, latest);
  }
  return width;
};
