import { type Digraph, digraph } from '../graph/digraph.ts';
import { decisionOf, handedUpByOf } from '../model/node-parts.ts';
import type { AnalysedFlow } from './analysed-flow.ts';

/**
 * Who has the case at a node, one after the other: who hands it up and who gets it, the first and the last owner of a
 * called flow. Nobody where no one is named, where it is the customer's turn or somebody is waited for (a case that
 * waits stays with whoever had it), and where a system does it: it has no inbox in which a case lies.
 */
export function ownersAt(
  { node: nodeAt, collection, ownerKind }: AnalysedFlow,
  at: number,
): readonly string[] {
  const node = nodeAt(at);
  if (node.kind === 'wait') return [];
  const called = node.kind === 'call' ? collection.summaryOf(node.flow)?.owners : undefined;
  const owners = called === undefined ? [handedUpByOf(node), node.owner] : [called.first, called.last];
  return owners.filter((name): name is string => name !== undefined && ownerKind(name) === 'role');
}

/**
 * The ways that cases go when nothing goes wrong: without those of `problem` and `timeout`, without trying again, and
 * what is done when that does not help.
 */
export function usualWays({ process, shape, edge, node }: AnalysedFlow): Digraph {
  const isUsual = (at: number): boolean =>
    !['problem', 'timeout'].includes(edge(at).kind) &&
    decisionOf(node(shape.from[at] ?? 0))?.kind !== 'retry';
  return digraph(
    shape.size,
    process.edges.flatMap((_, at) =>
      isUsual(at) ? [[shape.from[at] ?? 0, shape.to[at] ?? 0] as const] : [],
    ),
  );
}
