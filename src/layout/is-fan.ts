import type { Chart } from './chart.ts';
import { arrangementLimits } from './weights.ts';

/** Whether a node sends all its edges out along the flow: a decision with many answers, or a bar. */
export const isFan = (chart: Chart, node: number): boolean =>
  chart.nodes[node]?.shape === 'parallel-bar' || hasTrunk(chart, node);

/**
 * Whether the edges of a node leave it as one line that parts
 * further on; those of a bar each have a place of their own.
 */
export const hasTrunk = (chart: Chart, node: number): boolean => {
  const { shape, outgoing } = chart.nodes[node] ?? { outgoing: [] };
  if (shape === 'parallel-bar') return false;
  return outgoing.filter((edge) => !chart.edges[edge]?.back).length >= arrangementLimits.manyAnswers;
};
