import type { Duration } from '../language/duration.ts';
import type { Decision, FlowRef, Fork, Node, NodeKind } from './process.ts';

/** The longest that a node may take, where it is one that has a limit. */
export const withinOf = (node: Node): Duration | undefined => ('within' in node ? node.within : undefined);

/** How long a node usually takes: nothing, one value, from..to, or least..likely..most. */
export const takesOf = (node: Node): readonly Duration[] => ('takes' in node ? node.takes : []);

/** The flow that a node calls or transfers to. */
export const flowOf = (node: Node): FlowRef | undefined => ('flow' in node ? node.flow : undefined);

/** The requests that come in at a node. */
export const requestsOf = (node: Node): readonly string[] => ('requests' in node ? node.requests : []);

/** How a node says that the case is over, where it does. */
export const outcomeOf = (node: Node): 'success' | 'failure' | undefined =>
  'outcome' in node ? node.outcome : undefined;

/** What kind of question a node asks, where it is one. */
export const decisionOf = (node: Node): Decision['decision'] | undefined =>
  'decision' in node ? node.decision : undefined;

/** Who hands the case up at a node, where it is an escalation. */
export const handedUpByOf = (node: Node): string | undefined =>
  'handedUpBy' in node ? node.handedUpBy : undefined;

/** Whether a case comes in at a kind of node, or it begins beside the work: no path leads to it. */
export const isEntryKind = (kind: NodeKind): boolean => kind === 'touchpoint' || isSideEntry({ kind });

/** Whether something begins beside the way of a case: nothing leads to it, and customers do not come in there. */
export const isSideEntry = ({ kind }: { readonly kind: NodeKind }): boolean =>
  kind === 'anytime' || kind === 'late' || kind === 'meanwhile';

/** Whether a node is a bar at which branches begin, or a question of which several answers may apply. */
export const isForking = (node: Node): node is Fork | Decision =>
  node.kind === 'fork' || (node.kind === 'decision' && node.several === true);
