import type { Chart, ChartNode } from '../chart.ts';
import { distances } from './distances.ts';

/** Measures how much room a node takes across the way of the flow, in px. */
export const acrossOf = (chart: Chart, node: ChartNode): number =>
  chart.direction === 'down' ? node.width : node.height;

/** Measures how much room a node takes along the way of the flow, in px. */
export const alongOf = (chart: Chart, node: ChartNode): number =>
  chart.direction === 'down' ? node.height : node.width;

/** Measures how long a bar is at least, for the word in it, in px. */
export const shortestBar = ({ text }: ChartNode): number => even(text.width + 2 * distances.barPadding);

const even = (length: number): number => 2 * Math.ceil(length / 2);
