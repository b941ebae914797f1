import type { Digraph } from './digraph.ts';

/**
 * Strongly connected components. `of` is the component of each node, −1 for a node that was left out. `members` are in
 * reverse topological order: an edge between two components leads to the one with the smaller number.
 */
export interface Components {
  readonly of: Int32Array;
  readonly members: readonly (readonly number[])[];
}

/** The part of a graph that counts: all of it unless said otherwise. */
export interface ComponentOptions {
  readonly nodes?: (node: number) => boolean;
  readonly edges?: (edge: number) => boolean;
}

/**
 * R. Tarjan, Depth-first search and linear graph algorithms (1972), without recursion. Members are in ascending order.
 */
export function components(graph: Digraph, options: ComponentOptions = {}): Components {
  const search = new ComponentSearch(graph, options);
  for (let root = 0; root < graph.size; root += 1) search.from(root);
  return search;
}

/** The state of Tarjan's search; names as in the paper. */
class ComponentSearch implements Components {
  readonly of: Int32Array;
  readonly members: number[][] = [];
  readonly #graph: Digraph;
  readonly #options: ComponentOptions;
  readonly #number: Int32Array;
  readonly #low: Int32Array;
  /** For each node how many of its edges have been followed. */
  readonly #followed: Int32Array;
  /** Nodes whose component is not yet known. */
  readonly #open: number[] = [];
  /** The way from the root to where the search is. */
  readonly #path: number[] = [];
  #count = 0;

  constructor(graph: Digraph, options: ComponentOptions) {
    this.#graph = graph;
    this.#options = options;
    this.of = new Int32Array(graph.size).fill(-1);
    this.#number = new Int32Array(graph.size);
    this.#low = new Int32Array(graph.size);
    this.#followed = new Int32Array(graph.size);
  }

  /** Finds the components of all that a node reaches and that was not reached before. */
  from(root: number): void {
    if (this.#number[root] !== 0 || this.#options.nodes?.(root) === false) return;
    this.#enter(root);
    for (let node = this.#path.at(-1); node !== undefined; node = this.#path.at(-1)) {
      const edge = this.#graph.outgoing[node]?.[this.#followed[node] ?? 0];
      if (edge === undefined) this.#leave(node);
      else this.#follow(node, edge);
    }
  }

  #enter(node: number): void {
    this.#count += 1;
    this.#number[node] = this.#count;
    this.#low[node] = this.#count;
    this.#open.push(node);
    this.#path.push(node);
  }

  #follow(node: number, edge: number): void {
    this.#followed[node] = (this.#followed[node] ?? 0) + 1;
    const target = this.#graph.to[edge] ?? 0;
    if (this.#options.edges?.(edge) === false || this.#options.nodes?.(target) === false) return;
    if (this.#number[target] === 0) this.#enter(target);
    else if (this.of[target] === -1) this.#lower(node, this.#number[target] ?? 0);
  }

  /** Goes back to where the search came from; a node that reaches none before itself begins a component. */
  #leave(node: number): void {
    this.#path.pop();
    const caller = this.#path.at(-1);
    if (caller !== undefined) this.#lower(caller, this.#low[node] ?? 0);
    if (this.#low[node] === this.#number[node]) this.#close(node);
  }

  #lower(node: number, to: number): void {
    this.#low[node] = Math.min(this.#low[node] ?? 0, to);
  }

  #close(first: number): void {
    const component = this.#open.splice(this.#open.lastIndexOf(first));
    for (const member of component) this.of[member] = this.members.length;
    this.members.push(component.sort((a, b) => a - b));
  }
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

/**
 * A shortest way round within a component, from `start` to the node before it comes again; empty where there is none.
 */
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
