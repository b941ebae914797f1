import { depthFirst } from '../graph/depth-first.ts';
import { type Digraph, digraph } from '../graph/digraph.ts';
import type { Node, Process } from '../model/process.ts';

/**
 * The nodes as a walk comes to them: from each touchpoint, then from what nothing leads to, then from whatever is left.
 * What one walk comes to is in reverse postorder, usual path first.
 */
export function inWalkOrder({ nodes, edges }: Process): readonly Node[] {
  const index = new Map(nodes.map(({ id }, at) => [id, at]));
  const pairs = edges.flatMap(({ from, to }): (readonly [number, number])[] => {
    const [tail, head] = [index.get(from), index.get(to)];
    return tail === undefined || head === undefined ? [] : [[tail, head]];
  });
  // Backwards, as what a walk goes to last stands first in reverse postorder.
  const graph = digraph(nodes.length, pairs.reverse());
  const all = nodes.map((_, at) => at);
  const roots = [
    ...all.filter((at) => nodes[at]?.kind === 'touchpoint'),
    ...all.filter((at) => graph.incoming[at]?.length === 0),
    ...all,
  ];
  const walks = walkOf(graph, roots);
  const parts: Node[][] = roots.map(() => []);
  for (const at of depthFirst(graph, roots).order) {
    const node = nodes[at];
    if (node !== undefined) parts[walks[at] ?? 0]?.push(node);
  }
  return parts.flat();
}

/** For each node the root whose walk comes to it first, as an index into `roots`. */
function walkOf(graph: Digraph, roots: readonly number[]): Int32Array {
  const walks = new Int32Array(graph.size).fill(-1);
  for (const [walk, root] of roots.entries()) {
    const stack = [root];
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      if (walks[at] !== -1) continue;
      walks[at] = walk;
      for (const edge of graph.outgoing[at] ?? []) stack.push(graph.to[edge] ?? 0);
    }
  }
  return walks;
}
