import { type Digraph, digraphOf } from '../graph/digraph.ts';
import type { Process } from '../model/process.ts';

/** The shape of a process: node and edge numbers are those of `nodes` and `edges`. */
export function processDigraph({ nodes, edges }: Pick<Process, 'nodes' | 'edges'>): Digraph {
  const index = new Map<string, number>();
  for (let node = 0; node < nodes.length; node += 1) index.set(nodes[node]?.id ?? '', node);
  return digraphOf(
    nodes.length,
    edges.map(({ from }) => index.get(from) ?? 0),
    edges.map(({ to }) => index.get(to) ?? 0),
  );
}
