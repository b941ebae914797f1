import { decisionOf } from '../model/node-parts.ts';
import type { AnalysedFlow } from './analysed-flow.ts';

/** True for a step that tells the customer something, or hands it to the customer. */
export const tellsCustomer = ({ node }: AnalysedFlow, at: number): boolean =>
  node(at).to.includes('customer');

/** True where the customer learns how it stands: he is told something, or takes part in what is done. */
export const isInTouch = (flow: AnalysedFlow, at: number): boolean =>
  tellsCustomer(flow, at) || flow.node(at).with.includes('customer');

/** True where the customer is heard: a touchpoint, or something that the customer does. */
export const hearsCustomer = ({ node }: AnalysedFlow, at: number): boolean =>
  node(at).kind === 'touchpoint' || node(at).owner === 'customer';

/** True where someone other than the customer does something. */
export const isWork = ({ node }: AnalysedFlow, at: number): boolean => {
  const { kind, owner } = node(at);
  return (kind === 'step' && owner !== 'customer') || kind === 'escalate' || kind === 'call';
};

/** How often an edge may lead back: as `max` says; round a loop without `max`, once counts for all. */
export function roundsOf({ node, edge, shape }: AnalysedFlow, at: number): number {
  const decision = decisionOf(node(shape.from[at] ?? 0));
  return edge(at).kind === 'retry' && decision?.kind === 'retry' ? decision.max : 1;
}
