import type { Chart } from './chart.ts';
import type { Deadline } from './deadline.ts';
import { chooseColumns } from './grid/choose-columns.ts';
import { clearFrames } from './grid/clear-frames.ts';
import { measure } from './grid/measure.ts';
import { orderRuns } from './grid/order-runs.ts';
import { rank } from './grid/rank.ts';
import { routeInWays } from './grid/route-in-ways.ts';
import { takeBest } from './grid/take-best.ts';
import { labelEdges } from './label-edges.ts';
import type { LabelledChart } from './placed-chart.ts';

/**
 * Places a chart as one does by hand on squared paper: the usual way straight in one column, what branches off in
 * columns beside it, each step in a row below those that lead to it, lines in the channels between columns and
 * rows. These are all its phases, in order. The types between them are in `grid/phases.ts`, all weights and limits
 * in `weights.ts`.
 */
export function layOut(chart: Chart, deadline: Deadline): LabelledChart {
  const ranked = rank(chart, deadline);
  const columned = clearFrames(chooseColumns(ranked, deadline), chart, deadline);
  const routed = routeInWays(columned, deadline);
  const ordered = routed.map((way) => orderRuns(way, deadline));
  const measured = ordered.map((way) => measure(way, deadline));
  const best = takeBest(measured, deadline);
  return labelEdges(best, deadline);
}
