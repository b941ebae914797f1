import type { Box, Point } from '../../shapes/geometry.ts';
import type { Chart } from '../chart.ts';
import { fittingHeader, headerPadding } from '../lane-header.ts';
import { placeAnnotation } from '../place-annotation.ts';
import type { PlacedAnnotation, PlacedChart } from '../placed-chart.ts';
import { settleRoutes } from '../settle-routes.ts';
import { distances } from './distances.ts';
import type { Measures } from './measure-lattice.ts';
import { acrossOf, alongOf, shortestBar } from './node-extent.ts';
import type { Ordered } from './phases.ts';

/** A placed chart whose titles have no places yet; `frames` are those of its stages. */
type Placed = Omit<PlacedChart, 'stages'> & { readonly frames: readonly (Box | undefined)[] };

/** Says where everything of a measured lattice is in the picture, in px. */
export function placeInPicture(ordered: Ordered, measures: Measures): Placed {
  const { chart, lattice, frames } = ordered;
  const down = chart.direction === 'down';
  const box = (across: number, along: number, acrossSize: number, alongSize: number): Box =>
    down
      ? { x: across, y: along, width: acrossSize, height: alongSize }
      : { x: along, y: across, width: alongSize, height: acrossSize };
  const nodes = chart.nodes.map((node) => {
    const middle = measures.rows[lattice.row[node.index] ?? 0] ?? 0;
    const bar = node.shape === 'parallel-bar';
    const low = measures.columns[lattice.left[node.index] ?? 0] ?? 0;
    const high = measures.columns[lattice.right[node.index] ?? 0] ?? 0;
    const across = bar
      ? Math.max(high - low + 2 * distances.barOverhang, shortestBar(node))
      : acrossOf(chart, node);
    const along = bar ? Math.min(node.width, node.height) : alongOf(chart, node);
    return box((low + high - across) / 2, middle - along / 2, across, along);
  });
  const headerSize =
    2 * headerPadding +
    chart.lanes.reduce((most, lane, index) => {
      const { low, high } = measures.lanes[index] ?? { low: 0, high: 0 };
      return Math.max(most, fittingHeader(lane, high - low).height);
    }, 0);
  const annotations = chart.nodes.map((node): PlacedAnnotation | undefined => {
    const [place, at] = [measures.annotations[node.index], nodes[node.index]];
    if (place === undefined || at === undefined) return undefined;
    return placeAnnotation(chart, node, at, place);
  });
  return {
    nodes,
    annotations,
    routes: settleRoutes(chart, nodes, placeRoutes(ordered, measures)),
    lanes: lanesApart(chart, measures.lanes).map(({ low, high }) => {
      return {
        box: box(low, -headerSize, high - low, measures.height + headerSize),
        header: box(low, -headerSize, high - low, headerSize),
      };
    }),
    frames: frames.map((frame) => {
      if (frame === undefined) return undefined;
      const side = (run: number): number => measures.runs[run] ?? 0;
      const [left, top] = [side(frame.left), side(frame.top)];
      return box(left, top, side(frame.right) - left, side(frame.bottom) - top);
    }),
  };
}

/** Lanes from outside of the house stand apart where there are parties: each side gives half of the gap. */
const lanesApart = (chart: Chart, lanes: Measures['lanes']): Measures['lanes'] => {
  const parties = chart.lanes.findLastIndex(({ source }) => source.kind === 'party');
  const half = distances.besideParties / 2;
  return chart.lanes.map((_, index) => {
    const { low, high } = lanes[index] ?? { low: 0, high: 0 };
    if (parties === -1 || chart.lanes.length === parties + 1) return { low, high };
    return { low: index === parties + 1 ? low + half : low, high: index === parties ? high - half : high };
  });
};

/** From the middle of the source by the corners to the middle of the target. */
const placeRoutes = (
  { chart, lattice, runs }: Ordered,
  measures: Measures,
): readonly (readonly Point[])[] => {
  const point = (across: number, along: number): Point =>
    chart.direction === 'down' ? { x: across, y: along } : { x: along, y: across };
  const placeOf = (run: number | undefined): number => measures.runs[run ?? -1] ?? 0;
  const isUpright = (run: number | undefined): boolean => runs.list[run ?? -1]?.upright === true;
  const end = (node: number, run: number | undefined): Point =>
    isUpright(run)
      ? point(placeOf(run), measures.rows[lattice.row[node] ?? 0] ?? 0)
      : point(measures.columns[lattice.middle[node] ?? 0] ?? 0, placeOf(run));
  return chart.edges.map((edge) => {
    const own = runs.of[edge.index] ?? [];
    const corners = own.slice(1).map((run, index) => {
      const before = own[index];
      return isUpright(run) ? point(placeOf(run), placeOf(before)) : point(placeOf(before), placeOf(run));
    });
    return [end(edge.from, own[0]), ...corners, end(edge.to, own.at(-1))];
  });
};
