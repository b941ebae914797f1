import type { Node } from '../model/process.ts';
import type { ProcessShape } from './shape.ts';
import { type Shares, sharesOf } from './shares.ts';
import { homeSearchLimits, type Taste, weights } from './weights.ts';

/** What is the same for all tries of writing one process. */
export interface WritingTask {
  readonly shape: ProcessShape;
  readonly shares: Shares;
  /** How many ways lead into each node. */
  readonly waysIn: Int32Array;
  /** What an arrow to a node costs beside its being one: much, where the node can have no name. */
  nameCost(node: number): number;
  /** Whether a node is to have a name even where nothing jumps to it. */
  isNamed(node: number): boolean;
  readonly taste: Taste;
  /** How much of the search's work is left. */
  readonly budget: { work: number };
}

export function taskOf(shape: ProcessShape, isNamed: (node: Node) => boolean, taste: Taste): WritingTask {
  const waysIn = new Int32Array(shape.nodes.length);
  for (const list of shape.exits) for (const { to } of list) if (to >= 0) waysIn[to] = (waysIn[to] ?? 0) + 1;
  const nameCosts = nameCostsOf(shape, isNamed);
  return {
    shape,
    shares: sharesOf(shape),
    waysIn,
    nameCost: (node) => nameCosts[node] ?? weights.nameless,
    isNamed: (at) => {
      const node = shape.nodes[at];
      return node !== undefined && isNamed(node);
    },
    taste,
    budget: { work: homeSearchLimits.work },
  };
}

function nameCostsOf({ nodes }: ProcessShape, isNamed: (node: Node) => boolean): readonly number[] {
  const calls = new Map<string, number>();
  for (const node of nodes)
    if (node.kind === 'call') calls.set(node.flow.id, (calls.get(node.flow.id) ?? 0) + 1);
  const taken = new Set(nodes.flatMap((node) => (node.kind !== 'call' && isNamed(node) ? [node.id] : [])));
  return nodes.map((node) => {
    switch (node.kind) {
      case 'touchpoint':
      case 'anytime':
      case 'late':
      case 'meanwhile':
      case 'transfer':
      case 'join':
        return weights.nameless;
      case 'call':
        return calls.get(node.flow.id) === 1 && !taken.has(node.flow.id) ? 0 : weights.nameless;
      case 'decision':
        if (node.decision.kind === 'retry') return weights.nameless;
        return unlabelled(node);
      default:
        return unlabelled(node);
    }
  });
}

/** A thing with a name and no label reads like its name: a label appears. An `end` says “End” in either case. */
const unlabelled = ({ label }: Node): number => (label === '' ? weights.unlabelled : 0);
