import { type Digraph, digraph } from '../graph/digraph.ts';
import { decisionOf, handedUpByOf } from '../model/node-parts.ts';
import type { NodeKind, Participant } from '../model/process.ts';
import type { AnalysedFlow } from './analysed-flow.ts';

/**
 * Who has the case at a node, one after the other: who hands it up and who gets it, the first and the last owner of a
 * called flow. Nobody where no one is named, where it is the customer's turn or somebody is waited for (a case that
 * waits stays with whoever had it), where a question is asked or answered only, and where a system does it: it has no
 * inbox in which a case lies.
 */
export function ownersAt(
  { node: nodeAt, collection, ownerKind }: AnalysedFlow,
  at: number,
): readonly string[] {
  const node = nodeAt(at);
  if (!worksOnCase.has(node.kind)) return [];
  const called = node.kind === 'call' ? collection.summaryOf(node.flow)?.owners : undefined;
  const owners = called === undefined ? [handedUpByOf(node), node.owner] : [called.first, called.last];
  return owners.filter((name): name is string => name !== undefined && isStaff(ownerKind(name)));
}

/** What someone does who has the case: not who only answers a question, or is called up. */
const worksOnCase: ReadonlySet<NodeKind> = new Set(['step', 'escalate', 'call']);

/** True for people who serve, of the house or of a party outside of it; not for the customer, nor for a system. */
export const isStaff = (kind: Participant['kind']): boolean => kind === 'role' || kind === 'party';

/**
 * The ways that cases go when nothing goes wrong: without those of `problem` and `timeout`, without trying again, and
 * what is done when that does not help.
 */
export function usualWays({ ways, edge, node }: AnalysedFlow): Digraph {
  const isUsual = (at: number): boolean =>
    !['problem', 'timeout'].includes(edge(at).kind) && decisionOf(node(ways.from[at] ?? 0))?.kind !== 'retry';
  return digraph(
    ways.size,
    ways.outgoing.flatMap((exits) =>
      exits.filter(isUsual).map((at) => [ways.from[at] ?? 0, ways.to[at] ?? 0] as const),
    ),
  );
}
