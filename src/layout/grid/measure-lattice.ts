import type { Chart } from '../chart.ts';
import type { Deadline } from '../deadline.ts';
import { headerPadding } from '../lane-header.ts';
import type { AnnotationPlace } from '../place-annotation.ts';
import { placeAnnotations } from './annotations.ts';
import { type Clearances, clearances } from './clearances.ts';
import { distances } from './distances.ts';
import type { Lattice } from './lattice.ts';
import { acrossOf, alongOf, shortestBar } from './node-extent.ts';
import type { Halves, Ordered, Room, Sized } from './phases.ts';
import { spreadRuns } from './spread-runs.ts';

/** The places of the lines of a lattice, in px from its first. */
export interface Measures {
  /** The middle of each column and of each row; channels have none. */
  readonly columns: Float64Array;
  readonly rows: Float64Array;
  /** The coordinate of each run: x where it is upright, else y. */
  readonly runs: Float64Array;
  /** From where to where each swimlane reaches across. */
  readonly lanes: readonly { readonly low: number; readonly high: number }[];
  readonly height: number;
  /** How the annotations of nodes stand in their cells, by node. */
  readonly annotations: readonly (AnnotationPlace | undefined)[];
}

/** Gives every line of the lattice its place: channels are as wide as their runs, labels and titles need. */
export function measureLattice(ordered: Ordered & Room, deadline: Deadline): Measures {
  const { chart, lattice, runs } = ordered;
  const halves = halvesOf(chart, lattice);
  const annotations = placeAnnotations(ordered, halves.columnHalves, halves.rowHalves);
  const sized: Sized = { ...ordered, ...halves, annotations };
  const clear = clearances(sized, deadline);
  const places = new Float64Array(runs.list.length);
  const isColumn = (x: number): boolean => lattice.isColumn[x] === 1;
  const isRow = (y: number): boolean => y % 2 === 1;
  const border = chart.lanes.length > 0 ? distances.lanePadding : 0;

  const layAcross = (): Lines =>
    layLines(sized, clear, places, deadline, {
      upright: true,
      count: lattice.width,
      isMiddle: isColumn,
      half: sized.columnHalves,
      leastOf: (x) => (isColumn(x - 1) && isColumn(x + 1) ? distances.columns : border),
    });
  let across = layAcross();
  if (widenLanes(chart, lattice, across.starts, clear)) across = layAcross();
  const along = layLines(sized, clear, places, deadline, {
    upright: false,
    count: lattice.height,
    isMiddle: isRow,
    half: sized.rowHalves,
    leastOf: (y) => (y === 0 || y === lattice.height - 1 ? border : distances.rows),
  });
  for (const { index, upright, line } of runs.list)
    if (upright ? isColumn(line) : isRow(line))
      places[index] = (upright ? across.middles : along.middles)[line] ?? 0;
  return {
    columns: across.middles,
    rows: along.middles,
    runs: places,
    lanes: lanesOf(lattice, across.starts),
    height: along.starts[lattice.height] ?? 0,
    annotations: sized.annotations,
  };
}

/**
 * Makes columns and rows as large as the largest of their nodes; bars, whose ends may be in two columns, need room
 * under both.
 */
const halvesOf = (chart: Chart, lattice: Lattice): Pick<Sized, 'columnHalves' | 'rowHalves'> => {
  const halfColumns = new Float64Array(lattice.width);
  const halfRows = new Float64Array(lattice.height);
  const widen = (x: number, width: number): void => {
    halfColumns[x] = Math.max(halfColumns[x] ?? 0, width / 2);
  };
  for (const node of chart.nodes) {
    const x = lattice.middle[node.index] ?? 0;
    const y = lattice.row[node.index] ?? 0;
    const bar = node.shape === 'parallel-bar';
    if (bar)
      for (const end of [lattice.left[node.index] ?? x, lattice.right[node.index] ?? x])
        widen(end, Math.max(distances.narrowestUnderBar, shortestBar(node)));
    else widen(x, acrossOf(chart, node));
    const along = bar ? Math.min(node.width, node.height) : alongOf(chart, node);
    halfRows[y] = Math.max(halfRows[y] ?? 0, along / 2);
  }
  for (let x = 0; x < lattice.width; x++)
    if (lattice.isColumn[x] === 1) widen(x, distances.narrowestColumn[chart.direction]);
  const halves = (half: Float64Array): Halves => ({ low: half, high: half.slice() });
  return { columnHalves: halves(halfColumns), rowHalves: halves(halfRows) };
};

/**
 * Lines of one direction: where the middles of columns or rows are, where each line begins, and behind them where
 * the last ends.
 */
interface Lines {
  readonly middles: Float64Array;
  readonly starts: Float64Array;
}

/**
 * Lays lines one after the other: columns or rows as large as they are, channels as wide as their runs need; sets
 * those runs.
 */
const layLines = (
  sized: Sized,
  clear: Clearances,
  places: Float64Array,
  deadline: Deadline,
  {
    upright,
    count,
    isMiddle,
    half,
    leastOf,
  }: {
    readonly upright: boolean;
    readonly count: number;
    readonly isMiddle: (line: number) => boolean;
    readonly half: Halves;
    /** How wide a channel is at least. */
    readonly leastOf: (line: number) => number;
  },
): Lines => {
  const middles = new Float64Array(count);
  const starts = new Float64Array(count + 1);
  const cleared = upright ? clear.leastX : clear.leastY;
  let at = 0;
  for (let line = 0; line < count; line++) {
    starts[line] = at;
    if (isMiddle(line)) {
      middles[line] = at + (half.low[line] ?? 0);
      at += (half.low[line] ?? 0) + (half.high[line] ?? 0);
      continue;
    }
    const least = Math.max(leastOf(line), cleared[line] ?? 0);
    at += spreadRuns(sized.order.channel(upright, line), at, least, sized, clear, places, deadline);
  }
  starts[count] = at;
  return { middles, starts };
};

const lanesOf = ({ width, laneOf }: Lattice, starts: Float64Array): Measures['lanes'] => {
  const lanes: { low: number; high: number }[] = [];
  for (let x = 0; x < width; x++) {
    const lane = laneOf[x] ?? 0;
    const high = starts[x + 1] ?? 0;
    const known = lanes[lane];
    if (known === undefined) lanes[lane] = { low: starts[x] ?? 0, high };
    else known.high = high;
  }
  return lanes;
};

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
