import type { Digraph } from './digraph.ts';

/** How far a search goes. */
export interface ReachOptions {
  /** Nodes that are reached and not gone on from. */
  readonly stopsAt?: (node: number) => boolean;
  /** Edges that are taken; all of them if nothing is said. */
  readonly takes?: (edge: number) => boolean;
}

/** What a search found: `via` is the edge by which it first came to a node, −1 for a start, −2 where it never came. */
export interface Reached {
  readonly via: Int32Array;
  /** The nodes in the order in which they were found, nearest first. */
  readonly order: readonly number[];
  has(node: number): boolean;
}

/**
 * Breadth first search, in time proportional to what it finds. Starts may repeat. For the way back, reverse the graph.
 */
export function reach(graph: Digraph, starts: Iterable<number>, options: ReachOptions = {}): Reached {
  const via = new Int32Array(graph.size).fill(-2);
  const order: number[] = [];
  for (const start of starts)
    if (via[start] === -2) {
      via[start] = -1;
      order.push(start);
    }
  for (let at = 0; at < order.length; at += 1) {
    const node = order[at] ?? 0;
    if (options.stopsAt?.(node) === true) continue;
    for (const edge of graph.outgoing[node] ?? []) {
      const to = graph.to[edge] ?? 0;
      if (via[to] !== -2 || options.takes?.(edge) === false) continue;
      via[to] = edge;
      order.push(to);
    }
  }
  return { via, order, has: (node) => (via[node] ?? -2) !== -2 };
}

/** The shortest way from a start to a node, both included; empty where there is none. */
export function pathTo(graph: Digraph, reached: Reached, node: number): readonly number[] {
  if (!reached.has(node)) return [];
  const path = [node];
  for (let edge = reached.via[node] ?? -1; edge >= 0; edge = reached.via[path.at(-1) ?? 0] ?? -1)
    path.push(graph.from[edge] ?? 0);
  return path.reverse();
}
