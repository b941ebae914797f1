import fc from 'fast-check';
import { type Digraph, digraph } from '../../src/graph/digraph.ts';

/** A graph with up to `nodes` nodes and a few edges more, loops and double edges among them; node 0 is its root. */
export const smallDigraph = (nodes = 7, edges = 11): fc.Arbitrary<Digraph> =>
  fc.integer({ min: 1, max: nodes }).chain((size) => {
    const node = fc.integer({ min: 0, max: size - 1 });
    return fc.array(fc.tuple(node, node), { maxLength: edges }).map((pairs) => digraph(size, pairs));
  });

/** Every node that some way from `start` leads to, without going through `without`: the plain definition. */
export function reachable(graph: Digraph, start: number, without = -1): ReadonlySet<number> {
  const found = new Set<number>();
  const visit = (node: number): void => {
    if (node === without || found.has(node)) return;
    found.add(node);
    graph.from.forEach((from, edge) => {
      if (from === node) visit(graph.to[edge] ?? -1);
    });
  };
  visit(start);
  return found;
}

/** Above is on every way from the root to below, or is it. */
export const dominatesByDefinition = (graph: Digraph, root: number, above: number, below: number): boolean =>
  reachable(graph, root).has(below) && !reachable(graph, root, above).has(below);

/** The edges that go back to a node which dominates where they come from. */
export const backEdges = (graph: Digraph, root: number): ReadonlySet<number> =>
  new Set(
    graph.from.flatMap((from, edge) =>
      dominatesByDefinition(graph, root, graph.to[edge] ?? -1, from) ? [edge] : [],
    ),
  );

/** True where all loops have one entry: without the edges back, no way comes to a node twice. */
export function isReducible(graph: Digraph, root: number): boolean {
  const back = backEdges(graph, root);
  const inside = reachable(graph, root);
  const forward = digraph(
    graph.size,
    graph.from.flatMap((from, edge) =>
      inside.has(from) && !back.has(edge) ? [[from, graph.to[edge] ?? 0] as const] : [],
    ),
  );
  return forward.from.every((from, edge) => !reachable(forward, forward.to[edge] ?? -1).has(from));
}

/**
 * All walks from the root that take an edge back at most `rounds` times each time its head is come to from outside:
 * `see` gets the nodes of each walk.
 */
export function everyWalk(
  graph: Digraph,
  root: number,
  rounds: (edge: number) => number,
  see: (walk: readonly number[]) => void,
): void {
  const back = backEdges(graph, root);
  const go = (walk: readonly number[], taken: ReadonlyMap<number, number>): void => {
    see(walk);
    const here = walk.at(-1);
    graph.from.forEach((from, edge) => {
      const to = graph.to[edge] ?? 0;
      if (from !== here) return;
      if (back.has(edge)) {
        const times = taken.get(edge) ?? 0;
        if (times < rounds(edge)) go([...walk, to], new Map([...taken, [edge, times + 1]]));
      } else go([...walk, to], new Map([...taken].filter(([other]) => graph.to[other] !== to)));
    });
  };
  go([root], new Map());
}
