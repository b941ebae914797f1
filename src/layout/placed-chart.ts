import type { Box, Point, Side } from '../shapes/geometry.ts';
import type { Chart } from './chart.ts';

/** The places of everything in a chart, in px; everything is known by its index in the chart. */
export interface PlacedChart {
  readonly nodes: readonly Box[];
  /** What is said beside nodes, by node. */
  readonly annotations: readonly (PlacedAnnotation | undefined)[];
  /** From the outline of the source to that of the target: level and upright stretches, at least one. */
  readonly routes: readonly (readonly Point[])[];
  readonly lanes: readonly { readonly box: Box; readonly header: Box }[];
  /** Undefined for a stage without nodes. */
  readonly stages: readonly ({ readonly box: Box; readonly title: Box } | undefined)[];
}

/**
 * The standard annotation symbol (ISO 5807:1985, 9.4.3): an open bracket, at the given side of its box, and a dashed
 * line from the outline of the node to it.
 */
export interface PlacedAnnotation extends Box {
  readonly side: Side;
  readonly line: readonly [Point, Point];
}

/**
 * A chart, the places of everything in it, and those of its edges' labels: by edge, undefined for one without.
 * Which edges go back is said by this chart: placing may turn an edge round.
 */
export interface LabelledChart {
  readonly chart: Chart;
  readonly placed: PlacedChart;
  readonly labels: readonly (Box | undefined)[];
}
