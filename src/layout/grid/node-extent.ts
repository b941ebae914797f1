import type { Chart, ChartNode } from '../chart.ts';

/** Measures how much room a node takes across the way of the flow, in px. */
export const acrossOf = (chart: Chart, node: ChartNode): number =>
  chart.direction === 'down' ? node.width : node.height;

/** Measures how much room a node takes along the way of the flow, in px. */
export const alongOf = (chart: Chart, node: ChartNode): number =>
  chart.direction === 'down' ? node.height : node.width;
