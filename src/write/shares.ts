import { depthFirst } from '../graph/depth-first.ts';
import { digraph } from '../graph/digraph.ts';
import { isForking } from '../model/node-parts.ts';
import type { Node } from '../model/process.ts';
import type { Exit } from './exit.ts';
import type { ProcessShape } from './shape.ts';

/** How many cases come to each node and take each exit, 0 to 1. */
export interface Shares {
  readonly ofNode: Float64Array;
  /** By `Exit.index`. */
  readonly ofExit: Float64Array;
}

/** The share of cases that is assumed for an exception without a percentage, and at least for any other way out. */
const rare = { exception: 0.08, least: 0.02, lastTry: 0.3 };

/** By the percents that are written, and guesses for the others; what goes round is left out. */
export function sharesOf({ nodes, exits }: ProcessShape): Shares {
  const all = exits.flat();
  const inside = all.filter(({ to }) => to >= 0);
  const graph = digraph(
    nodes.length,
    inside.map(({ from, to }) => [from, to]),
  );
  const roots = nodes.flatMap(({ kind }, at) => (kind === 'touchpoint' ? [at] : []));
  const { order, place } = depthFirst(graph, [...roots, ...nodes.map((_, at) => at)]);
  const ofNode = new Float64Array(nodes.length);
  const ofExit = new Float64Array(all.length);
  const first = roots.length === 0 ? [0] : roots;
  for (const root of first) ofNode[root] = 1 / first.length;
  for (const [at, node] of nodes.entries()) ofNode[at] = shareBeside(node) ?? ofNode[at] ?? 0;
  const forks = new Map(nodes.map(({ id }, at) => [id, at]));
  for (const at of order) {
    const node = nodes[at];
    const list = exits[at] ?? [];
    if (node === undefined) continue;
    const fork = node.kind === 'join' ? forks.get(node.partner) : undefined;
    const share = Math.min(1, fork === undefined ? (ofNode[at] ?? 0) : (ofNode[fork] ?? 0));
    ofNode[at] = share;
    const parts = partsOf(list, isForking(node), node.kind === 'decision' && node.decision.kind === 'retry');
    for (const [which, { index, to }] of list.entries()) {
      const taken = share * (parts[which] ?? 1);
      ofExit[index] = taken;
      if (to >= 0 && (place[to] ?? 0) > (place[at] ?? 0)) ofNode[to] = (ofNode[to] ?? 0) + taken;
    }
  }
  return { ofNode, ofExit };
}

/** How many cases come to what begins beside the way of a case. */
function shareBeside(node: Node): number | undefined {
  switch (node.kind) {
    case 'anytime':
      return node.probability ?? rare.least;
    case 'late':
      return rare.exception;
    case 'meanwhile':
      return 1;
    default:
      return undefined;
  }
}

function partsOf(list: readonly Exit[], isFork: boolean, isRetry: boolean): readonly number[] {
  if (isFork) return list.map(({ probability = 1 }) => probability);
  if (isRetry) return list.map(({ kind }) => (kind === 'retry' ? 1 - rare.lastTry : rare.lastTry));
  const told = list.map(
    ({ kind, probability }) =>
      probability ??
      (kind === 'problem' || kind === 'timeout' || kind === 'meanwhile' ? rare.exception : undefined),
  );
  const known = told.reduce<number>((sum, part) => sum + (part ?? 0), 0);
  const open = told.filter((part) => part === undefined).length;
  return told.map((part) => part ?? Math.max(rare.least, (1 - known) / open));
}
