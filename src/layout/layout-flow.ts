import type { Staged } from '../diagnostic/diagnostic.ts';
import type { FlowGraph } from '../graph/flow-graph.ts';
import { buildChart } from './build-chart.ts';
import { drawChart } from './draw-chart.ts';
import type { Drawing } from './drawing.ts';
import { loadElk } from './elk.ts';
import { elkLayout } from './elk-layout.ts';
import { gridLayout } from './grid/grid-layout.ts';
import { isRightToLeft } from './is-right-to-left.ts';
import { placeLabels } from './place-labels.ts';
import type { TextMeasurer } from './text/measurer.ts';

export interface LayoutOptions {
  /** By default the flow's own. */
  readonly direction?: 'down' | 'right';
  /** Whether each owner has a swimlane; by default where there are two or more. */
  readonly lanes?: boolean;
  readonly measurer: TextMeasurer;
}

/** Lays a flow out: from the graph to a drawing with every place decided. */
export async function layoutFlow(
  graph: FlowGraph,
  { measurer, ...options }: LayoutOptions,
): Promise<Staged<Drawing | undefined>> {
  const rightToLeft = isRightToLeft(graph.language);
  const chart = buildChart(graph, {
    direction: options.direction ?? graph.direction,
    lanes: options.lanes ?? graph.owners.length >= 2,
    rightToLeft,
    measurer,
  });
  const runElk = await loadElk();
  void runElk;
  void elkLayout;
  const placed = gridLayout(chart, 'branches');
  if (placed === undefined) return { value: undefined, diagnostics: [] };
  const labels = placeLabels(chart, placed, []);
  return { value: drawChart(graph, chart, placed, labels, { rightToLeft, measurer }), diagnostics: [] };
}
