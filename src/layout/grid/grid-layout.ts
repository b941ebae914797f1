import type { Chart } from '../chart.ts';
import type { Deadline } from '../deadline.ts';
import { judge } from '../judge.ts';
import type { ChartPlacement, PlacedChart } from '../placed-chart.ts';
import { arrange } from './arrange.ts';
import { countColumns } from './columns.ts';
import { edgeEnds } from './edge-ends.ts';
import { addFrameRuns } from './frame-runs.ts';
import { frameFaults } from './frames.ts';
import { buildLattice, type Lattice } from './lattice.ts';
import type { Route } from './occupancy.ts';
import { orderChannels } from './order-channels.ts';
import { placeRouted, type UnmeasuredChart } from './place-routed.ts';
import { routeWell, routingOrder } from './route-edges.ts';
import type { RowRules } from './rows.ts';
import { findRuns } from './runs.ts';
import { documentSegments, followSegments, stageOrder } from './stage-order.ts';
import { findStrands } from './strands.ts';

/**
 * Places a chart as one does by hand: the usual way straight in one column, what branches off in columns beside it, each
 * step in a row below those that lead to it, lines in the channels between columns and rows.
 */
export function gridLayout(chart: Chart, deadline: Deadline): ChartPlacement {
  const free = fillLattice(chart, { after: stageOrder(chart, deadline), segments: undefined }, deadline);
  if (frameFaults(free.chart, free.lattice, deadline) === 0) return finish(free, deadline);
  const segments = documentSegments(chart);
  return finish(fillLattice(followSegments(chart, segments), { after: [], segments }, deadline), deadline);
}

interface FilledLattice {
  readonly chart: Chart;
  readonly rows: Int32Array;
  readonly lattice: Lattice;
}

const fillLattice = (chart: Chart, rules: RowRules, deadline: Deadline): FilledLattice => {
  const strands = findStrands(chart);
  const { rows, places } = arrange(chart, strands, rules, searchWork, deadline);
  const { columns, columnsOfLane } = countColumns(chart, strands, places);
  return { chart, rows, lattice: buildLattice(chart, rows, columns, columnsOfLane) };
};

/** Routes the edges in some ways, and takes the best of them. */
const finish = ({ chart, rows, lattice }: FilledLattice, deadline: Deadline): ChartPlacement => {
  const ends = edgeEnds(chart);
  const sequence = routingOrder(chart, rows);
  const ways = chart.nodes.length > largeChart ? quickly : carefully;
  const tried: (readonly Route[])[] = [];
  let best:
    | { readonly routed: UnmeasuredChart; readonly placed: PlacedChart; readonly score: number }
    | undefined;
  for (const care of ways) {
    const routes = routeWell(chart, ends, lattice, sequence, care, deadline);
    // The same routes make the same picture.
    if (tried.some((others) => areSame(others, routes))) continue;
    tried.push(routes);
    const { runs, frames } = addFrameRuns(chart, lattice, findRuns(chart, lattice, routes, deadline));
    const order = orderChannels(lattice, runs, 4, deadline);
    const routed = { chart, lattice, routes, runs, frames, order, crowded: new Set<number>() };
    const placed = placeRouted(routed, deadline);
    const score = ways.length === 1 ? 0 : judge(chart, placed, 0, deadline).score;
    if (best === undefined || score < best.score) best = { routed, placed, score };
  }
  if (best === undefined) throw new Error('There is a way to route edges, but none was tried');
  const { routed, placed } = best;
  return { chart, placed, withRoomFor: (crowded) => placeRouted({ ...routed, crowded }, deadline) };
};

const areSame = (some: readonly Route[], others: readonly Route[]): boolean =>
  some.every((route, edge) => {
    const other = others[edge] ?? [];
    return route.length === other.length && route.every((point, at) => point === other[at]);
  });

const carefully = [
  { passes: 2, swaps: false },
  { passes: 1, swaps: true },
  { passes: 3, swaps: true },
] as const;
const quickly = [{ passes: 0, swaps: false }] as const;

/** How many edges the search for better columns may route. */
const searchWork = 60_000;
/** From so many nodes on, the first way that is found for an edge has to do. */
const largeChart = 1000;
