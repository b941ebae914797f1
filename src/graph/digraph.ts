import type { FlowGraph } from './flow-graph.ts';

/**
 * The bare shape of a graph, for algorithms: nodes are 0 … `size` − 1, edges are numbers too. `outgoing` and `incoming`
 * hold, for each node, the numbers of its edges, in the order in which they were given.
 */
export interface Digraph {
  readonly size: number;
  readonly from: readonly number[];
  readonly to: readonly number[];
  readonly outgoing: readonly (readonly number[])[];
  readonly incoming: readonly (readonly number[])[];
}

/** Edges as pairs of nodes; those with an end outside of the graph are not allowed. */
export function digraph(size: number, edges: readonly (readonly [from: number, to: number])[]): Digraph {
  const outgoing: number[][] = Array.from({ length: size }, () => []);
  const incoming: number[][] = Array.from({ length: size }, () => []);
  for (const [number, [from, to]] of edges.entries()) {
    outgoing[from]?.push(number);
    incoming[to]?.push(number);
  }
  return { size, from: edges.map(([from]) => from), to: edges.map(([, to]) => to), outgoing, incoming };
}

/** The shape of a flow: node and edge numbers are those of `nodes` and `edges`. */
export function shapeOf(flow: FlowGraph): Digraph {
  const index = new Map(flow.nodes.map(({ id }, number) => [id, number]));
  return digraph(
    flow.nodes.length,
    flow.edges.map(({ from, to }) => [index.get(from) ?? 0, index.get(to) ?? 0]),
  );
}

/** The nodes that edges of a node lead to. */
export const successors = (graph: Digraph, node: number): readonly number[] =>
  (graph.outgoing[node] ?? []).map((edge) => graph.to[edge] ?? 0);

/** The nodes that edges to a node come from. */
export const predecessors = (graph: Digraph, node: number): readonly number[] =>
  (graph.incoming[node] ?? []).map((edge) => graph.from[edge] ?? 0);

/** The same edges the other way round, with the same numbers. */
export const reversed = (graph: Digraph): Digraph => ({
  size: graph.size,
  from: graph.to,
  to: graph.from,
  outgoing: graph.incoming,
  incoming: graph.outgoing,
});
