import type { Chart } from '../chart.ts';
import type { Deadline } from '../deadline.ts';
import { judge } from '../judge.ts';
import type { ChartPlacement, PlacedChart } from '../placed-chart.ts';
import { addFrameRuns } from './frame-runs.ts';
import { frameFaults } from './frames.ts';
import { countColumns, improveColumns } from './improve-columns.ts';
import { buildLattice, type Lattice } from './lattice.ts';
import { orderChannels } from './order-channels.ts';
import { placeRouted } from './place-routed.ts';
import { placeStrands } from './place-strands.ts';
import { routeWell, routingOrder } from './route-edges.ts';
import { assignRows } from './rows.ts';
import { findRuns } from './runs.ts';
import { documentSegments, followSegments, stageOrder } from './stage-order.ts';
import { findStrands } from './strands.ts';

/**
 * Places a chart as one does by hand: the usual way straight in one column, what branches off in columns beside it, each
 * step in a row below those that lead to it, lines in the channels between columns and rows.
 */
export function gridLayout(chart: Chart, deadline: Deadline): ChartPlacement {
  const free = searchLattice(chart, assignRows(chart, 'branches', stageOrder(chart)), deadline);
  if (frameFaults(free.chart, free.lattice) === 0) return finish(free, deadline);
  const segments = documentSegments(chart);
  const stacked = followSegments(chart, segments);
  return finish(searchLattice(stacked, assignRows(stacked, 'branches', [], segments), deadline), deadline);
}

interface FilledLattice {
  readonly chart: Chart;
  readonly rows: Int32Array;
  readonly lattice: Lattice;
}

const searchLattice = (chart: Chart, rows: Int32Array, deadline: Deadline): FilledLattice => {
  const strands = findStrands(chart, rows);
  const first = placeStrands(chart, rows, strands);
  const places = improveColumns(chart, rows, strands, first, searchWork, deadline);
  const { columns, columnsOfLane } = countColumns(chart, strands, places);
  return { chart, rows, lattice: buildLattice(chart, rows, columns, columnsOfLane) };
};

/** Routes the edges in some ways, and takes the best of them. */
const finish = ({ chart, rows, lattice }: FilledLattice, deadline: Deadline): ChartPlacement => {
  const sequence = routingOrder(chart, rows);
  let best: { readonly placed: PlacedChart; readonly score: number } | undefined;
  for (const care of chart.nodes.length > largeChart ? quickly : carefully) {
    const routes = routeWell(chart, lattice, sequence, care, deadline);
    const { runs, frames } = addFrameRuns(chart, lattice, findRuns(chart, lattice, routes));
    const order = orderChannels(lattice, runs, 4);
    const placed = placeRouted({ chart, lattice, routes, runs, frames, order });
    const { score } = judge(chart, placed, 0);
    if (best === undefined || score < best.score) best = { placed, score };
  }
  return { chart, placed: best?.placed ?? { nodes: [], routes: [], lanes: [], stages: [] } };
};

const carefully = [
  { passes: 2, swaps: false },
  { passes: 1, swaps: true },
  { passes: 3, swaps: true },
] as const;
const quickly = [{ passes: 0, swaps: false }] as const;

/** How many edges the search for better columns may route. */
const searchWork = 100_000;
/** From so many nodes on, the first way that is found for an edge has to do. */
const largeChart = 1000;
