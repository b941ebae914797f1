import type { Digraph } from '../graph/digraph.ts';
import { reach } from '../graph/reach.ts';
import type { Process } from '../model/process.ts';

/**
 * Tells which nodes are beside the work: what is done meanwhile. A case never goes there, and what is done there is
 * over by itself, at the latest when the work beside it is: so it is no part of any way, and needs no end.
 */
export function besideWork(
  { nodes, edges }: Pick<Process, 'nodes' | 'edges'>,
  shape: Digraph,
): (node: number) => boolean {
  const begins = [
    ...nodes.flatMap(({ kind }, node) => (kind === 'meanwhile' ? [node] : [])),
    ...edges.flatMap(({ kind }, edge) => (kind === 'meanwhile' ? [shape.to[edge] ?? 0] : [])),
  ];
  return begins.length === 0 ? () => false : reach(shape, begins).has;
}
