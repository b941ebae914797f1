import type { Chart } from '../chart.ts';
import type { Box, Point } from '../drawing.ts';
import type { PlacedChart } from '../placed-chart.ts';
import { settleRoutes } from '../settle-routes.ts';
import { countColumns, improveColumns } from './improve-columns.ts';
import { buildLattice, type Lattice } from './lattice.ts';
import { acrossOf, alongOf, type Measures, measureLattice } from './measure-lattice.ts';
import { orderChannels } from './order-channels.ts';
import { placeStrands } from './place-strands.ts';
import { routeEdges, routingOrder } from './route-edges.ts';
import { assignRows, type BesidePolicy } from './rows.ts';
import { findRuns, type Runs } from './runs.ts';
import { findStrands } from './strands.ts';

/**
 * Places a chart as one does by hand: the usual way straight in one column, what branches off in columns beside it, each
 * step in a row below those that lead to it, lines in the channels between columns and rows.
 */
export function gridLayout(chart: Chart, policy: BesidePolicy): PlacedChart {
  const rows = assignRows(chart, policy, []);
  const strands = findStrands(chart, rows);
  const first = placeStrands(chart, rows, strands);
  const { places } = improveColumns(chart, rows, strands, first, searchWork);
  const { columns, columnsOfLane } = countColumns(chart, strands, places);
  const lattice = buildLattice(chart, rows, columns, columnsOfLane);
  const { routes } = routeEdges(chart, lattice, routingOrder(chart, rows), 3);
  const runs = findRuns(chart, lattice, routes);
  const order = orderChannels(lattice, runs, 4);
  const measures = measureLattice(chart, lattice, routes, runs, order);
  return placeChart(chart, lattice, runs, measures);
}

/** How many edges the search for better columns may route. */
const searchWork = 100_000;

/** How far a bar reaches beyond the middle of its last column, in px. */
const barOverhang = 50;
/** Space in px between swimlanes' headers and the text in them. */
const headerPadding = 10;

const placeChart = (chart: Chart, lattice: Lattice, runs: Runs, measures: Measures): PlacedChart => {
  const down = chart.direction === 'down';
  const point = (across: number, along: number): Point =>
    down ? { x: across, y: along } : { x: along, y: across };
  const box = (across: number, along: number, acrossSize: number, alongSize: number): Box => ({
    ...point(across, along),
    width: down ? acrossSize : alongSize,
    height: down ? alongSize : acrossSize,
  });
  const nodes = chart.nodes.map((node) => {
    const y = measures.rows[lattice.row[node.index] ?? 0] ?? 0;
    const bar = node.shape === 'parallel-bar';
    const thickness = Math.min(node.width, node.height);
    const low = (measures.columns[lattice.left[node.index] ?? 0] ?? 0) - (bar ? barOverhang : 0);
    const high = (measures.columns[lattice.right[node.index] ?? 0] ?? 0) + (bar ? barOverhang : 0);
    const across = bar ? high - low : acrossOf(chart, node);
    const along = bar ? thickness : alongOf(chart, node);
    return box((low + high - across) / 2, y - along / 2, across, along);
  });
  const routes = chart.edges.map((edge) => {
    const own = runs.of[edge.index] ?? [];
    const place = (run: number | undefined): number => measures.runs[run ?? -1] ?? 0;
    const middle = (node: number): { readonly across: number; readonly along: number } => ({
      across: measures.columns[lattice.middle[node] ?? 0] ?? 0,
      along: measures.rows[lattice.row[node] ?? 0] ?? 0,
    });
    const upright = (run: number | undefined): boolean => runs.list[run ?? -1]?.upright === true;
    const end = (node: number, run: number | undefined): Point =>
      upright(run) ? point(place(run), middle(node).along) : point(middle(node).across, place(run));
    const points = [end(edge.from, own[0])];
    for (let index = 1; index < own.length; index++)
      points.push(
        upright(own[index])
          ? point(place(own[index]), place(own[index - 1]))
          : point(place(own[index - 1]), place(own[index])),
      );
    points.push(end(edge.to, own.at(-1)));
    return points;
  });
  const headerSize =
    2 * headerPadding + chart.lanes.reduce((most, { header }) => Math.max(most, header.height), 0);
  return {
    nodes,
    routes: settleRoutes(chart, nodes, routes),
    lanes: chart.lanes.map((_, index) => {
      const { low, high } = measures.lanes[index] ?? { low: 0, high: 0 };
      return {
        box: box(low, -headerSize, high - low, measures.height + headerSize),
        header: box(low, -headerSize, high - low, headerSize),
      };
    }),
    stages: [],
  };
};
