import type { AnalysedFlow } from './analysed-flow.ts';

/**
 * True for a flow in which nobody wrote any end, though its paths come to the bottom of the chart (or there are none).
 * A flow that only goes round for ever has a loop to blame instead.
 */
export function hasNoEnd(flow: AnalysedFlow): boolean {
  const { process } = flow;
  const written = process.nodes.some((_, at) => flow.isEnd(at) || flow.leadsAnywhere(at));
  return !written && (flow.gaps.openExits.length > 0 || process.nodes.length === 0);
}
