import type { Digraph } from './digraph.ts';

/**
 * Strongly connected components. `of` is the component of each node, −1 for a node that was left out. `members` are in
 * reverse topological order: an edge between two components leads to the one with the smaller number.
 */
export interface Components {
  readonly of: Int32Array;
  readonly members: readonly (readonly number[])[];
}

export interface ComponentOptions {
  readonly nodes?: (node: number) => boolean;
  readonly edges?: (edge: number) => boolean;
}

/** R. Tarjan, Depth-first search and linear graph algorithms (1972), without recursion. Members are in ascending order. */
export function components(graph: Digraph, options: ComponentOptions = {}): Components {
  const { size, to, outgoing } = graph;
  const of = new Int32Array(size).fill(-1);
  const number = new Int32Array(size);
  const low = new Int32Array(size);
  const next = new Int32Array(size);
  const members: number[][] = [];
  const open: number[] = [];
  const calls: number[] = [];
  let count = 0;
  const enter = (node: number) => {
    count += 1;
    number[node] = count;
    low[node] = count;
    open.push(node);
    calls.push(node);
  };
  for (let root = 0; root < size; root += 1) {
    if (number[root] !== 0 || options.nodes?.(root) === false) continue;
    enter(root);
    for (let node = calls.at(-1); node !== undefined; node = calls.at(-1)) {
      const at = next[node] ?? 0;
      const edge = outgoing[node]?.[at];
      if (edge !== undefined) {
        next[node] = at + 1;
        const target = to[edge] ?? 0;
        if (options.edges?.(edge) === false || options.nodes?.(target) === false) continue;
        if (number[target] === 0) enter(target);
        else if (of[target] === -1) low[node] = Math.min(low[node] ?? 0, number[target] ?? 0);
        continue;
      }
      calls.pop();
      const caller = calls.at(-1);
      if (caller !== undefined) low[caller] = Math.min(low[caller] ?? 0, low[node] ?? 0);
      if (low[node] !== number[node]) continue;
      const component: number[] = [];
      for (let member = open.pop(); member !== undefined; member = member === node ? undefined : open.pop()) {
        of[member] = members.length;
        component.push(member);
      }
      members.push(component.sort((a, b) => a - b));
    }
  }
  return { of, members };
}

/** Components that can be gone round: more than one node, or an edge from a node to itself. */
export function loops(graph: Digraph, options: ComponentOptions = {}): readonly (readonly number[])[] {
  const { members } = components(graph, options);
  return members.filter(
    ([first, second]) =>
      second !== undefined ||
      (first !== undefined &&
        graph.outgoing[first]?.some((edge) => graph.to[edge] === first && options.edges?.(edge) !== false)),
  );
}

/** A shortest way round within a component, from `start` to the node before it comes again; empty where there is none. */
export function wayRound(
  graph: Digraph,
  loop: readonly number[],
  start = loop[0] ?? 0,
  takes: (edge: number) => boolean = () => true,
): readonly number[] {
  const inside = new Set(loop);
  // The node that each is come to from; as small as the loop, since a large graph may have very many of them.
  const before = new Map<number, number>([[start, start]]);
  for (const node of before.keys())
    for (const edge of graph.outgoing[node] ?? []) {
      const to = graph.to[edge] ?? 0;
      if (!inside.has(to) || !takes(edge)) continue;
      if (to === start) return wayBack(before, start, node);
      if (!before.has(to)) before.set(to, node);
    }
  return [];
}

function wayBack(before: ReadonlyMap<number, number>, start: number, last: number): readonly number[] {
  const way = [last];
  for (let node = last; node !== start; node = way.at(-1) ?? start) way.push(before.get(node) ?? start);
  return way.reverse();
}
