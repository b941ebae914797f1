import type { Chart } from './chart.ts';
import type { Box, Point } from './drawing.ts';

/** Where everything of a chart stands, in px; everything is known by its index in the chart. */
export interface PlacedChart {
  readonly nodes: readonly Box[];
  /** From the outline of the source to that of the target: level and upright stretches, at least one. */
  readonly routes: readonly (readonly Point[])[];
  readonly lanes: readonly { readonly box: Box; readonly header: Box }[];
  /** Undefined for a stage without nodes. */
  readonly stages: readonly ({ readonly box: Box; readonly title: Box } | undefined)[];
}

/** A chart and its places. Which edges go back is said by this chart: placing may turn an edge round. */
export interface ChartPlacement {
  readonly chart: Chart;
  readonly placed: PlacedChart;
  /** The same again, with more room along these edges for their labels. */
  readonly withRoomFor?: (edges: ReadonlySet<number>) => PlacedChart;
}

/** The same with the labels of its edges: their boxes by edge, undefined for an edge without one. */
export interface LabelledChart extends ChartPlacement {
  readonly labels: readonly (Box | undefined)[];
}
