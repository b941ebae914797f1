import { depthFirst } from '../graph/depth-first.ts';
import type { Node } from '../model/process.ts';
import type { AnalysedFlow } from './analysed-flow.ts';

/** More paths than these are not counted, as nobody walks them. */
export const mostPaths = 9999;

/**
 * In how many ways a case can go through a flow, from where the customer comes in to where a path stops; a loop is not
 * gone round. Each branch of a parallel is gone along whatever happens in the others, so that their numbers multiply,
 * and so do those of answers that may apply at the same time; of branches of which the first ends the others, one is.
 * `mostPaths` + 1 stands for all that is more.
 */
export function countPaths(flow: AnalysedFlow): number {
  const { process, ways: shape, entries, canStop, node, indexOf } = flow;
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
    const partner = bar.kind === 'fork' || bar.kind === 'decision' ? bar.partner : undefined;
    const together = partner === undefined ? 1 : (ways[indexOf(partner)] ?? 0);
    ways[at] = Math.min(waysFrom(bar, forward) * together + (canStop(at) ? 1 : 0), mostPaths + 1);
  }
  const all = entries.reduce((sum, entry) => sum + (ways[entry] ?? 0), 0);
  return Math.min(all, mostPaths + 1);

  function waysFrom(bar: Node, forward: readonly number[]): number {
    const sum = (edges: readonly number[]) => edges.reduce((total, edge) => total + along(edge), 0);
    const product = (edges: readonly number[], least: number) =>
      edges.reduce((total, edge) => total * (least + along(edge)), 1);
    if (bar.kind === 'fork' && bar.first !== true) return product(forward, 0);
    if (bar.kind !== 'decision' || bar.several !== true) return sum(forward);
    // Each answer may apply or not, but one does at least; what is done otherwise stands alone.
    const alone = forward.filter((edge) => flow.edge(edge).kind === 'otherwise');
    return (
      product(
        forward.filter((edge) => !alone.includes(edge)),
        1,
      ) -
      1 +
      sum(alone)
    );
  }
}
