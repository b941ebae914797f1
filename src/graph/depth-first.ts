import type { Digraph } from './digraph.ts';

/**
 * A walk from the starts in the order of the edges. `order` is topological when the edges that go back are left out:
 * those that lead to a node which the walk is still below (the retreating edges). In a flow without irreducible loops
 * they are the same for every order of walking.
 */
export interface DepthFirst {
  readonly order: readonly number[];
  /** The place of each node in `order`; −1 where the walk never comes. */
  readonly place: Int32Array;
  isBack(edge: number): boolean;
}

/** Walks from the starts, and not beyond the nodes at which it stops; linear, without recursion. */
export function depthFirst(
  graph: Digraph,
  starts: readonly number[],
  stopsAt: (node: number) => boolean = () => false,
): DepthFirst {
  const next = new Int32Array(graph.size);
  const seen = new Uint8Array(graph.size);
  const finished: number[] = [];
  for (const start of starts) {
    if (seen[start] === 1) continue;
    seen[start] = 1;
    const stack = [start];
    for (let node = stack.at(-1); node !== undefined; node = stack.at(-1)) {
      const edge = stopsAt(node) ? undefined : graph.outgoing[node]?.[next[node] ?? 0];
      next[node] = (next[node] ?? 0) + 1;
      if (edge === undefined) {
        finished.push(node);
        stack.pop();
        continue;
      }
      const to = graph.to[edge] ?? 0;
      if (seen[to] === 1) continue;
      seen[to] = 1;
      stack.push(to);
    }
  }
  const order = finished.reverse();
  const place = new Int32Array(graph.size).fill(-1);
  for (const [at, node] of order.entries()) place[node] = at;
  return {
    order,
    place,
    isBack: (edge) => (place[graph.to[edge] ?? 0] ?? -1) <= (place[graph.from[edge] ?? 0] ?? -1),
  };
}
