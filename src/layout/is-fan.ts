import type { Chart } from './chart.ts';

/** So many answers are sent out together from one point. */
const manyAnswers = 4;

/** Whether a node sends its edges out together: a decision with many answers, or a bar. */
export const isFan = (chart: Chart, node: number): boolean => {
  const { shape, outgoing } = chart.nodes[node] ?? { outgoing: [] };
  if (shape === 'parallel-bar') return true;
  return outgoing.filter((edge) => !chart.edges[edge]?.back).length >= manyAnswers;
};
