import { depthFirst } from '../graph/depth-first.ts';
import type { AnalysedFlow } from './analysed-flow.ts';

/** More paths than these are not counted, as nobody walks them. */
export const mostPaths = 9999;

/**
 * In how many ways a case can go through a flow, from where the customer comes in to where a path stops; a loop is not
 * gone round. Each branch of a parallel is gone along whatever happens in the others, so that their numbers multiply.
 * `mostPaths` + 1 stands for all that is more.
 */
export function countPaths({ process, shape, entries, canStop, node, indexOf }: AnalysedFlow): number {
  const walk = depthFirst(shape, entries);
  const ways = new Float64Array(process.nodes.length);
  /** A way through a branch is over at the join. */
  const along = (edge: number): number => {
    const to = shape.to[edge] ?? 0;
    return node(to).kind === 'join' ? 1 : (ways[to] ?? 0);
  };
  for (const at of [...walk.order].reverse()) {
    const forward = (shape.outgoing[at] ?? []).filter((edge) => !walk.isBack(edge));
    const bar = node(at);
    const found =
      bar.kind === 'fork'
        ? forward.reduce((product, edge) => product * along(edge), 1) *
          (bar.partner === undefined ? 1 : (ways[indexOf(bar.partner)] ?? 0))
        : forward.reduce((sum, edge) => sum + along(edge), canStop(at) ? 1 : 0);
    ways[at] = Math.min(found, mostPaths + 1);
  }
  const all = entries.reduce((sum, entry) => sum + (ways[entry] ?? 0), 0);
  return Math.min(all, mostPaths + 1);
}
