import type { Digraph } from './digraph.ts';
import { pathTo, reach } from './reach.ts';

/** What passing a node does to a fact. */
export type Effect = 'sets' | 'clears' | 'keeps';

/** What is known of a fact at each node; see `mustHold`. */
export interface MustHold {
  /** True where the fact holds when a node is come to, whatever the way. */
  before(node: number): boolean;
  /** A shortest way on which it doesn't, from where it was last cleared (or a start) to the node; empty if it holds. */
  counterExample(node: number): readonly number[];
}

/**
 * Forward dataflow of one fact with “and” where ways join. It fails at a node just when some way from a place that
 * clears it gets there past nothing that sets it: one search. `cleared` are all nodes that clear it and can be reached;
 * `starts` are nodes at which it doesn't hold to begin with.
 */
export function mustHold(
  graph: Digraph,
  cleared: readonly number[],
  starts: readonly number[],
  effect: (node: number) => Effect,
): MustHold {
  const failing = reach(graph, [...cleared, ...starts], { stopsAt: (node) => effect(node) === 'sets' });
  const atStart = new Set(starts);
  const failingEdge = (node: number): number | undefined =>
    graph.incoming[node]?.find((edge) => {
      const from = graph.from[edge] ?? 0;
      return failing.has(from) && effect(from) !== 'sets';
    });
  return {
    before: (node) => !atStart.has(node) && failingEdge(node) === undefined,
    counterExample(node) {
      const via = failing.via[node] ?? -2;
      const edge = via >= 0 ? via : failingEdge(node);
      if (edge === undefined) return atStart.has(node) ? [node] : [];
      return [...pathTo(graph, failing, graph.from[edge] ?? 0), node];
    },
  };
}
