import type { Deadline } from '../deadline.ts';
import type { Box, Point } from '../drawing.ts';
import { fittingHeader, headerPadding } from '../lane-header.ts';
import { placeTitles } from '../place-titles.ts';
import type { PlacedChart } from '../placed-chart.ts';
import { settleRoutes } from '../settle-routes.ts';
import type { RoutedChart } from './clearances.ts';
import { acrossOf, alongOf, type Measures, measureLattice } from './measure-lattice.ts';

/** How far a bar reaches beyond the middle of its last column, in px. */
const barOverhang = 50;

/** What is known of a chart before anything is measured. */
export type UnmeasuredChart = Omit<RoutedChart, 'halfColumns' | 'halfRows' | 'titleRoom'>;

/** Measures a routed chart, and says where everything is; frames that are too narrow for their titles are widened. */
export function placeRouted(routed: UnmeasuredChart, deadline: Deadline): PlacedChart {
  const { chart } = routed;
  const titleRoom = chart.stages.map(() => 0);
  for (let round = 0; ; round++) {
    const placed = place({ ...routed, titleRoom }, measureLattice({ ...routed, titleRoom }, deadline));
    const titles = placeTitles(chart, placed.frames, placed.routes, deadline);
    const short = titles.some((title) => (title?.missing ?? 0) > 0);
    if (short && round < 4) {
      titles.forEach((title, stage) => {
        titleRoom[stage] = (titleRoom[stage] ?? 0) + (title?.missing ?? 0);
      });
      continue;
    }
    const stages = placed.frames.map((frame, stage) => {
      const title = titles[stage];
      return frame === undefined || title === undefined ? undefined : { box: frame, title: title.box };
    });
    return { nodes: placed.nodes, routes: placed.routes, lanes: placed.lanes, stages };
  }
}

type Placed = Omit<PlacedChart, 'stages'> & { readonly frames: readonly (Box | undefined)[] };

const place = (routed: Omit<RoutedChart, 'halfColumns' | 'halfRows'>, measures: Measures): Placed => {
  const { chart, lattice, frames } = routed;
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
    const across = bar ? high - low + 2 * barOverhang : acrossOf(chart, node);
    const along = bar ? Math.min(node.width, node.height) : alongOf(chart, node);
    return box((low + high - across) / 2, middle - along / 2, across, along);
  });
  const headerSize =
    2 * headerPadding +
    chart.lanes.reduce((most, lane, index) => {
      const { low, high } = measures.lanes[index] ?? { low: 0, high: 0 };
      return Math.max(most, fittingHeader(lane, high - low).height);
    }, 0);
  return {
    nodes,
    routes: settleRoutes(chart, nodes, placeRoutes(routed, measures)),
    lanes: chart.lanes.map((_, index) => {
      const { low, high } = measures.lanes[index] ?? { low: 0, high: 0 };
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
};

/** From the middle of the source by the corners to the middle of the target. */
const placeRoutes = (
  { chart, lattice, runs }: Omit<RoutedChart, 'halfColumns' | 'halfRows'>,
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
