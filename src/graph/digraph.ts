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
export const digraph = (size: number, edges: readonly (readonly [from: number, to: number])[]): Digraph =>
  digraphOf(
    size,
    edges.map(([from]) => from),
    edges.map(([, to]) => to),
  );

/** Edges as two lists of as many nodes: from where each leads, and to where. */
export function digraphOf(size: number, from: readonly number[], to: readonly number[]): Digraph {
  return { size, from, to, outgoing: edgesAt(size, from), incoming: edgesAt(size, to) };
}

/** For each node the edges at which it stands. As long as they must be: an array that grows has room for 16 more. */
function edgesAt(size: number, nodes: readonly number[]): readonly (readonly number[])[] {
  const counts = new Int32Array(size);
  for (const node of nodes) counts[node] = (counts[node] ?? 0) + 1;
  const found = Array.from(counts, (count) => new Array<number>(count));
  for (let edge = nodes.length - 1; edge >= 0; edge -= 1) {
    const node = nodes[edge] ?? 0;
    const at = (counts[node] ?? 0) - 1;
    counts[node] = at;
    const edges = found[node];
    if (edges !== undefined) edges[at] = edge;
  }
  return found;
}

/** The nodes that edges of a node lead to. */
export const successors = (graph: Digraph, node: number): readonly number[] =>
  (graph.outgoing[node] ?? []).map((edge) => graph.to[edge] ?? 0);

/** The nodes that edges to a node come from. */
export const predecessors = (graph: Digraph, node: number): readonly number[] =>
  (graph.incoming[node] ?? []).map((edge) => graph.from[edge] ?? 0);

/** A graph with all edges the other way round, with the same numbers. */
export const reversed = (graph: Digraph): Digraph => ({
  size: graph.size,
  from: graph.to,
  to: graph.from,
  outgoing: graph.incoming,
  incoming: graph.outgoing,
});
