import { type Digraph, digraph, reversed } from './digraph.ts';
import { dominators, dominatorTree } from './dominators.ts';
import { reach } from './reach.ts';

/** Nodes with one way in, at `entry`, and one way out, behind `exit`. Both are among them. */
export interface Region {
  readonly entry: number;
  readonly exit: number;
  readonly size: number;
}

/**
 * The region with one way in and one way out whose size comes closest to `wanted`, of those with `least` to `most`
 * nodes. Such a region is a node, another that every way from it passes, and what lies between (R. Johnson, D. Pearson,
 * K. Pingali, The program structure tree, 1994); its size follows from the trees of dominators, and the few best are
 * then looked at for edges that lead out elsewhere. `stops` are the nodes where ways are over.
 */
export function regionOfSize(
  graph: Digraph,
  starts: readonly number[],
  stops: readonly number[],
  { least, wanted, most }: { readonly least: number; readonly wanted: number; readonly most: number },
): Region | undefined {
  const root = graph.size;
  const edges = graph.outgoing.flatMap((exits, from) =>
    exits.map((edge) => [from, graph.to[edge] ?? 0] as const),
  );
  const down = digraph(root + 1, [...edges, ...starts.map((start) => [root, start] as const)]);
  const up = reversed(digraph(root + 1, [...edges, ...stops.map((stop) => [stop, root] as const)]));
  const tree = dominatorTree(dominators(down, root));
  const after = dominators(up, root);
  const off = ({ size }: Region) => Math.abs(size - wanted);
  const byFit = (a: Region, b: Region) => off(a) - off(b) || a.entry - b.entry || a.exit - b.exit;
  let best: Region[] = [];
  for (let entry = 0; entry < graph.size; entry += 1) {
    let exit = after[entry] ?? -1;
    for (let steps = 0; exit >= 0 && exit !== root && steps < chainLimit; steps += 1) {
      const size = (tree.weight[entry] ?? 0) - (tree.weight[exit] ?? 0) + 1;
      if (size > most || !tree.dominates(entry, exit)) break;
      if (size >= least) best.push({ entry, exit, size });
      exit = after[exit] ?? -1;
    }
    if (best.length > 16 * candidateLimit) best = best.sort(byFit).slice(0, candidateLimit);
  }
  return best
    .sort(byFit)
    .slice(0, candidateLimit)
    .find((region) => isClosed(graph, region));
}

/** How many exits are tried for one entry, and how many regions are looked at closely: enough for any chart. */
const chainLimit = 64;
const candidateLimit = 64;

/** No edge leads into it but to its entry, or out of it but from its exit. */
function isClosed(graph: Digraph, { entry, exit, size }: Region): boolean {
  const inside = reach(graph, [entry], { stopsAt: (node) => node === exit });
  return (
    inside.order.length === size &&
    inside.order.every(
      (node) =>
        (node === entry || graph.incoming[node]?.every((edge) => inside.has(graph.from[edge] ?? 0))) &&
        (node !== exit || graph.outgoing[node]?.every((edge) => !inside.has(graph.to[edge] ?? 0))),
    )
  );
}
