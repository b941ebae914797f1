import type { Chart } from '../chart.ts';
import type { PlacedChart } from '../placed-chart.ts';
import { addFrameRuns } from './frame-runs.ts';
import { countColumns, improveColumns } from './improve-columns.ts';
import { buildLattice } from './lattice.ts';
import { orderChannels } from './order-channels.ts';
import { placeRouted } from './place-routed.ts';
import { placeStrands } from './place-strands.ts';
import { routeEdges, routingOrder } from './route-edges.ts';
import { assignRows, type BesidePolicy } from './rows.ts';
import { findRuns } from './runs.ts';
import { stageOrder } from './stage-order.ts';
import { findStrands } from './strands.ts';

/**
 * Places a chart as one does by hand: the usual way straight in one column, what branches off in columns beside it, each
 * step in a row below those that lead to it, lines in the channels between columns and rows.
 */
export function gridLayout(chart: Chart, policy: BesidePolicy): PlacedChart {
  const rows = assignRows(chart, policy, stageOrder(chart));
  const strands = findStrands(chart, rows);
  const first = placeStrands(chart, rows, strands);
  const { places } = improveColumns(chart, rows, strands, first, searchWork);
  const { columns, columnsOfLane } = countColumns(chart, strands, places);
  const lattice = buildLattice(chart, rows, columns, columnsOfLane);
  const { routes } = routeEdges(chart, lattice, routingOrder(chart, rows), 3);
  const { runs, frames } = addFrameRuns(chart, lattice, findRuns(chart, lattice, routes));
  const order = orderChannels(lattice, runs, 4);
  return placeRouted({ chart, lattice, routes, runs, frames, order });
}

/** How many edges the search for better columns may route. */
const searchWork = 100_000;
