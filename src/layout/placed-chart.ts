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
