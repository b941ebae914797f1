import fc from 'fast-check';
import { type Digraph, digraph } from '../../src/graph/digraph.ts';

/** A graph with up to `nodes` nodes and a few edges more, loops and double edges among them; node 0 is its root. */
export const smallDigraph = (nodes = 7, edges = 11): fc.Arbitrary<Digraph> =>
  fc.integer({ min: 1, max: nodes }).chain((size) => {
    const node = fc.integer({ min: 0, max: size - 1 });
    return fc.array(fc.tuple(node, node), { maxLength: edges }).map((pairs) => digraph(size, pairs));
  });

/** Every node that some way from `start` leads to, without going through `without`: the plain definition. */
export function reachable(process: Digraph, start: number, without = -1): ReadonlySet<number> {
  const found = new Set<number>();
  const visit = (node: number): void => {
    if (node === without || found.has(node)) return;
    found.add(node);
    process.from.forEach((from, edge) => {
      if (from === node) visit(process.to[edge] ?? -1);
    });
  };
  visit(start);
  return found;
}

/** Above is on every way from the root to below, or is it. */
export const dominatesByDefinition = (
  process: Digraph,
  root: number,
  above: number,
  below: number,
): boolean => reachable(process, root).has(below) && !reachable(process, root, above).has(below);

/** The edges that go back to a node which dominates where they come from. */
export const backEdges = (process: Digraph, root: number): ReadonlySet<number> =>
  new Set(
    process.from.flatMap((from, edge) =>
      dominatesByDefinition(process, root, process.to[edge] ?? -1, from) ? [edge] : [],
    ),
  );

/** True where all loops have one entry: without the edges back, no way comes to a node twice. */
export function isReducible(process: Digraph, root: number): boolean {
  const back = backEdges(process, root);
  const inside = reachable(process, root);
  const forward = digraph(
    process.size,
    process.from.flatMap((from, edge) =>
      inside.has(from) && !back.has(edge) ? [[from, process.to[edge] ?? 0] as const] : [],
    ),
  );
  return forward.from.every((from, edge) => !reachable(forward, forward.to[edge] ?? -1).has(from));
}

/**
 * All walks from the root that take an edge back at most `rounds` times each time its head is come to from outside:
 * `see` gets the nodes of each walk.
 */
export function everyWalk(
  process: Digraph,
  root: number,
  rounds: (edge: number) => number,
  see: (walk: readonly number[]) => void,
): void {
  const back = backEdges(process, root);
  const go = (walk: readonly number[], taken: ReadonlyMap<number, number>): void => {
    see(walk);
    const here = walk.at(-1);
    process.from.forEach((from, edge) => {
      const to = process.to[edge] ?? 0;
      if (from !== here) return;
      if (back.has(edge)) {
        const times = taken.get(edge) ?? 0;
        if (times < rounds(edge)) go([...walk, to], new Map([...taken, [edge, times + 1]]));
      } else go([...walk, to], new Map([...taken].filter(([other]) => process.to[other] !== to)));
    });
  };
  go([root], new Map());
}
