import type { Chart, ChartEdge } from './chart.ts';
import { arrangementLimits } from './weights.ts';

/** Whether an edge is one of those that a node sends out along the flow: a decision's many answers, or a bar's. */
export const isInFan = (chart: Chart, edge: ChartEdge): boolean =>
  chart.nodes[edge.from]?.shape === 'parallel-bar' || isOnTrunk(chart, edge);

/**
 * Whether an edge leaves its node in one line with others that part
 * further on; those of a bar each have a place of their own.
 */
export const isOnTrunk = (chart: Chart, edge: ChartEdge): boolean => {
  const from = chart.nodes[edge.from];
  if (from === undefined || from.shape === 'parallel-bar' || isAside(chart, edge)) return false;
  const answers = from.outgoing.filter((index) => {
    const other = chart.edges[index];
    return other !== undefined && !other.back && !isAside(chart, other);
  });
  return answers.length >= arrangementLimits.manyAnswers;
};

/**
 * Whether an edge is none of its node's answers: what is done beside the work, and what a wait for events does when
 * none of them comes.
 */
const isAside = (chart: Chart, { from, source: { kind } }: ChartEdge): boolean =>
  kind === 'meanwhile' ||
  ((kind === 'timeout' || kind === 'problem') &&
    (chart.nodes[from]?.outgoing.some((index) => chart.edges[index]?.source.kind === 'when') ?? false));
