import type { Digraph } from './digraph.ts';

/**
 * The immediate dominator of each node: the last one that every way from the root to it passes before it. The root's is
 * itself; −1 for a node that the root doesn't reach. T. Lengauer, R. Tarjan, A fast algorithm for finding dominators
 * (1979), the simple variant, O(m log n), without recursion. Post-dominators are those of the reversed graph.
 */
export function dominators(graph: Digraph, root: number): Int32Array {
  const { vertex, parent, number } = preorder(graph, root);
  const semi = Int32Array.from(number);
  const forest = new Forest(semi);
  const dominator = new Int32Array(graph.size).fill(-1);
  /** By node, those whose semi-dominator it is and whose dominator is not yet known. */
  const bucket: number[][] = Array.from({ length: graph.size }, () => []);

  for (let at = vertex.length - 1; at > 0; at -= 1) {
    const node = vertex[at] ?? 0;
    for (const edge of graph.incoming[node] ?? []) {
      const from = graph.from[edge] ?? 0;
      if (number[from] !== -1) semi[node] = Math.min(semi[node] ?? 0, semi[forest.evaluate(from)] ?? 0);
    }
    bucket[vertex[semi[node] ?? 0] ?? 0]?.push(node);
    const above = parent[node] ?? 0;
    forest.link(above, node);
    for (const waiting of bucket[above]?.splice(0) ?? []) {
      const nearest = forest.evaluate(waiting);
      dominator[waiting] = (semi[nearest] ?? 0) < (semi[waiting] ?? 0) ? nearest : above;
    }
  }
  for (const node of vertex.slice(1))
    if (dominator[node] !== vertex[semi[node] ?? 0]) dominator[node] = dominator[dominator[node] ?? 0] ?? -1;
  dominator[root] = root;
  return dominator;
}

/**
 * The forest that is linked as nodes are gone through backwards; «link» and «eval» of the paper, with path compression.
 */
class Forest {
  readonly #semi: Int32Array;
  readonly #ancestor: Int32Array;
  /** For each node, the one with the smallest semi-dominator between it and its ancestor. */
  readonly #best: Int32Array;

  constructor(semi: Int32Array) {
    this.#semi = semi;
    this.#ancestor = new Int32Array(semi.length).fill(-1);
    this.#best = Int32Array.from({ length: semi.length }, (_, node) => node);
  }

  link(above: number, node: number): void {
    this.#ancestor[node] = above;
  }

  /**
   * The node with the smallest semi-dominator on the way from the root of a node's tree, itself left out, to the node.
   */
  evaluate(node: number): number {
    const ancestor = this.#ancestor;
    const best = this.#best;
    if (ancestor[node] === -1) return node;
    const path: number[] = [];
    for (let at = node; (ancestor[ancestor[at] ?? -1] ?? -1) !== -1; at = ancestor[at] ?? -1) path.push(at);
    for (let at = path.pop(); at !== undefined; at = path.pop()) {
      const above = ancestor[at] ?? -1;
      if ((this.#semi[best[above] ?? 0] ?? 0) < (this.#semi[best[at] ?? 0] ?? 0)) best[at] = best[above] ?? 0;
      ancestor[at] = ancestor[above] ?? -1;
    }
    return best[node] ?? node;
  }
}

/** Depth first: the nodes in the order they are come to, each with its number and the node it was come to from. */
function preorder(graph: Digraph, root: number) {
  const number = new Int32Array(graph.size).fill(-1);
  const parent = new Int32Array(graph.size).fill(-1);
  const next = new Int32Array(graph.size);
  const vertex = [root];
  number[root] = 0;
  const stack = [root];
  for (let node = stack.at(-1); node !== undefined; node = stack.at(-1)) {
    const edge = graph.outgoing[node]?.[next[node] ?? 0];
    next[node] = (next[node] ?? 0) + 1;
    if (edge === undefined) {
      stack.pop();
      continue;
    }
    const to = graph.to[edge] ?? 0;
    if (number[to] !== -1) continue;
    number[to] = vertex.length;
    parent[to] = node;
    vertex.push(to);
    stack.push(to);
  }
  return { vertex, parent, number };
}

/** For asking in constant time whether one node dominates another: a walk over the tree of dominators. */
export function dominatorTree(dominator: Int32Array): {
  dominates(above: number, below: number): boolean;
  /** How many nodes a node dominates, itself among them. */
  readonly weight: Int32Array;
} {
  const size = dominator.length;
  const children: number[][] = Array.from({ length: size }, () => []);
  for (let node = 0; node < size; node += 1)
    if (dominator[node] !== -1 && dominator[node] !== node) children[dominator[node] ?? 0]?.push(node);
  const entered = new Int32Array(size).fill(-1);
  const weight = new Int32Array(size);
  let clock = 0;
  for (let root = 0; root < size; root += 1) {
    if (dominator[root] !== root) continue;
    const stack = [root];
    for (let node = stack.at(-1); node !== undefined; node = stack.at(-1)) {
      if (entered[node] === -1) {
        entered[node] = clock;
        clock += 1;
      }
      const child = children[node]?.pop();
      if (child !== undefined) {
        stack.push(child);
        continue;
      }
      stack.pop();
      weight[node] = clock - (entered[node] ?? 0);
    }
  }
  return {
    weight,
    dominates(above, below) {
      const [start, at] = [entered[above] ?? -1, entered[below] ?? -1];
      return start !== -1 && at >= start && at < start + (weight[above] ?? 0);
    },
  };
}
