import { depthFirst } from './depth-first.ts';
import type { Digraph } from './digraph.ts';

/** The starts and the ends of ways, and what they cost. */
export interface LongestPathOptions {
  readonly starts: readonly number[];
  /** What being at a node costs: 0 or more. */
  weight(node: number): number;
  /** How often an edge that goes back may be taken, each time that its loop is come to from outside. */
  rounds(edge: number): number;
  /**
   * Something else that being at a node adds, summed up along the same ways: of two ways of one length, the first
   * counts.
   */
  share?(node: number): number;
  /** Nodes where a way is over. */
  stopsAt?(node: number): boolean;
  /** The nodes at which the first of several branches that comes there is the one that counts. */
  race?(node: number): Race | undefined;
}

/**
 * Branches that begin at one node and of which the first to be done ends the others: what counts is the longest way
 * through the branch that is the shortest so. A branch that costs nothing says nothing, and counts only where all do.
 */
export interface Race {
  readonly start: number;
  /** The branch that an edge into the node comes out of. */
  branchOf(edge: number): number;
}

/**
 * `total` is the cost of the longest way from a start to a node, that of the node and of all its loops included; −1
 * where no way leads. `share` is what `share` adds up to on that way. `via` is the edge by which it comes, −1 at a
 * start. `loops` says what going round adds at a node.
 */
export interface LongestPaths {
  readonly total: Float64Array;
  readonly share: Float64Array;
  readonly via: Int32Array;
  readonly loops: ReadonlyMap<number, readonly Round[]>;
}

/** Going back by `edge`, `rounds` times, each of which costs `once`, of which `share` is a part. */
export interface Round {
  readonly edge: number;
  readonly rounds: number;
  readonly once: number;
  readonly share: number;
}

/**
 * The longest ways through a graph with loops. A way goes along the edges that lead forward; whenever it comes to the
 * head of a loop it may first go round, by each edge that leads back to that head as often as `rounds` says, and in
 * each round the loops inside begin again. Loops are summed up from the innermost one out, so it takes time in
 * proportion to edges times depth of nesting; beyond `depthLimit` the outer loops are passed through once.
 */
export function longestPaths(graph: Digraph, options: LongestPathOptions): LongestPaths {
  const walk = depthFirst(graph, options.starts, (node) => options.stopsAt?.(node) === true);
  const extra = new Float64Array(graph.size);
  const extraShare = new Float64Array(graph.size);
  const ownShare = (node: number): number => options.share?.(node) ?? 0;
  const loops = new Map<number, readonly Round[]>();
  const once = new Float64Array(graph.size).fill(-1);
  const onceShare = new Float64Array(graph.size);
  const bodyHead = new Int32Array(graph.size).fill(-1);
  let work = depthLimit * (graph.size + graph.from.length);
  for (const head of [...walk.order].reverse()) {
    const back = (graph.incoming[head] ?? []).filter(
      (edge) => isTaken(edge) && walk.isBack(edge) && options.rounds(edge) > 0,
    );
    if (back.length === 0 || work < 0) continue;
    const body = bodyOf(head, back);
    work -= body.length;
    once[head] = options.weight(head);
    onceShare[head] = ownShare(head);
    for (const node of body) relax(node, once, onceShare);
    const rounds = back.map((edge) => ({
      edge,
      rounds: options.rounds(edge),
      once: once[graph.from[edge] ?? 0] ?? 0,
      share: onceShare[graph.from[edge] ?? 0] ?? 0,
    }));
    for (const node of body) once[node] = -1;
    once[head] = -1;
    extra[head] = rounds.reduce((sum, round) => sum + round.rounds * round.once, 0);
    extraShare[head] = rounds.reduce((sum, round) => sum + round.rounds * round.share, 0);
    loops.set(head, rounds);
  }
  const total = new Float64Array(graph.size).fill(-1);
  const share = new Float64Array(graph.size);
  const via = new Int32Array(graph.size).fill(-1);
  for (const start of options.starts) {
    total[start] = options.weight(start) + (extra[start] ?? 0);
    share[start] = ownShare(start) + (extraShare[start] ?? 0);
  }
  for (const node of walk.order) via[node] = relax(node, total, share);
  return { total, share, via, loops };

  /** False for the edges behind a node where ways are over, and those of nodes that the walk never came to. */
  function isTaken(edge: number): boolean {
    const from = graph.from[edge] ?? 0;
    return walk.place[from] !== -1 && options.stopsAt?.(from) !== true;
  }

  function relax(node: number, distance: Float64Array, shares: Float64Array): number {
    let by = -1;
    const own = options.weight(node) + (extra[node] ?? 0);
    const race = options.race?.(node);
    const edges = graph.incoming[node] ?? [];
    for (const edge of race === undefined ? edges : firstDone(edges, race, distance)) {
      if (!isTaken(edge) || walk.isBack(edge)) continue;
      const from = graph.from[edge] ?? 0;
      const before = distance[from] ?? -1;
      if (before < 0 || before + own <= (distance[node] ?? -1)) continue;
      distance[node] = before + own;
      shares[node] = (shares[from] ?? 0) + ownShare(node) + (extraShare[node] ?? 0);
      by = edge;
    }
    return by;
  }

  /** The edge by which the branch comes that is done first, at the latest; none where no branch comes. */
  function firstDone(edges: readonly number[], race: Race, distance: Float64Array): readonly number[] {
    const latest = new Map<number, number>();
    const lengthOf = (edge: number): number => distance[graph.from[edge] ?? 0] ?? -1;
    for (const edge of edges) {
      if (!isTaken(edge) || walk.isBack(edge) || lengthOf(edge) < 0) continue;
      const branch = race.branchOf(edge);
      const known = latest.get(branch);
      if (known === undefined || lengthOf(edge) > lengthOf(known)) latest.set(branch, edge);
    }
    const begun = distance[race.start] ?? -1;
    const all = [...latest.values()];
    const timed = all.filter((edge) => lengthOf(edge) > begun);
    const [first, ...others] = timed.length === 0 ? all : timed;
    if (first === undefined) return [];
    return [others.reduce((best, edge) => (lengthOf(edge) < lengthOf(best) ? edge : best), first)];
  }

  /** The nodes between the head of a loop and the edges that go back to it, without the head, in topological order. */
  function bodyOf(head: number, back: readonly number[]): readonly number[] {
    const first = walk.place[head] ?? 0;
    const places: number[] = [];
    const open = back.map((edge) => graph.from[edge] ?? 0);
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      const place = walk.place[node] ?? -1;
      if (place <= first || bodyHead[node] === head) continue;
      bodyHead[node] = head;
      places.push(place);
      for (const edge of graph.incoming[node] ?? [])
        if (isTaken(edge) && !walk.isBack(edge)) open.push(graph.from[edge] ?? 0);
    }
    return [...Int32Array.from(places).sort()].map((place) => walk.order[place] ?? 0);
  }
}

const depthLimit = 16;

/** The nodes of the longest way to a node, the start first. */
export function longestWay(graph: Digraph, { total, via }: LongestPaths, node: number): readonly number[] {
  if ((total[node] ?? -1) < 0) return [];
  const way = [node];
  for (let edge = via[node] ?? -1; edge >= 0; edge = via[way.at(-1) ?? 0] ?? -1)
    way.push(graph.from[edge] ?? 0);
  return way.reverse();
}
