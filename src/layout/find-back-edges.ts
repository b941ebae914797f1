import { isSideEntry } from '../model/node-parts.ts';
import type { Process } from '../model/process.ts';

/** What the direction of a chart follows from. Edges are those of the flow, by index. */
export interface FlowOrder {
  /** True for an edge that closes a loop. */
  readonly back: readonly boolean[];
  /** Indexes of all nodes: each stands after all that lead to it by an edge that is not a loop's. */
  readonly nodes: readonly number[];
}

/**
 * Finds the edges that close loops: those that a depth-first search from the touchpoints, in document order, sees come
 * back to a node that is still open. What was written as a jump is followed last, so that of two ways round a loop the
 * one that the document reads on with counts as forward.
 */
export function findBackEdges(
  process: Pick<Process, 'nodes' | 'edges'>,
  indexOf: ReadonlyMap<string, number>,
): FlowOrder {
  const outgoing: number[][] = process.nodes.map(() => []);
  const incoming = process.nodes.map(() => 0);
  const targets = process.edges.map((edge) => indexOf.get(edge.to) ?? 0);
  for (const jump of [false, true])
    process.edges.forEach((edge, index) => {
      if (edge.jump !== jump) return;
      outgoing[indexOf.get(edge.from) ?? 0]?.push(index);
      if (edge.from !== edge.to) incoming[targets[index] ?? 0] = (incoming[targets[index] ?? 0] ?? 0) + 1;
    });
  const all = process.nodes.map((_, index) => index);
  const touchpoints = all.filter((index) => process.nodes[index]?.kind === 'touchpoint');
  /** What begins beside the work is looked at after all beginnings of the work itself. */
  const isEntry = (index: number): boolean => {
    const node = process.nodes[index];
    return node !== undefined && isSideEntry(node);
  };
  const sources = all
    .filter((index) => incoming[index] === 0)
    .sort((a, b) => Number(isEntry(a)) - Number(isEntry(b)));

  const back = process.edges.map(() => false);
  const finished: number[] = [];
  const state = new Uint8Array(process.nodes.length);
  const seen = 1;
  const done = 2;
  for (const root of [...touchpoints, ...sources, ...all]) {
    if (state[root] !== 0) continue;
    state[root] = seen;
    const stack = [{ node: root, next: 0 }];
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const edge = outgoing[top.node]?.[top.next++];
      if (edge === undefined) {
        state[top.node] = done;
        finished.push(top.node);
        stack.pop();
        continue;
      }
      const target = targets[edge] ?? 0;
      if (state[target] === seen) back[edge] = true;
      else if (state[target] === 0) {
        state[target] = seen;
        stack.push({ node: target, next: 0 });
      }
    }
  }
  return { back, nodes: finished.reverse() };
}
