import type { Node } from '../model/process.ts';
import { allItems, arrowsOf, type Item } from './plan.ts';
import type { ProcessShape } from './shape.ts';
import { isPossibleName, reservedNames, shortNames, takeName } from './short-names.ts';
import type { WritingTask } from './task.ts';

/**
 * Which nodes have a name: only those that something jumps to or that a promise begins or ends at, those too that had
 * one, or all that can. Where cases come in keeps the name that it had in any case.
 */
export type Naming = 'needed' | 'keep' | 'all';

/** Whether a node is to have a name though nothing jumps to it. A call is known by its flow's name. */
export function isNamedBy(naming: Naming, node: Node): boolean {
  switch (node.kind) {
    case 'call':
    case 'transfer':
    case 'join':
      return false;
    case 'decision':
      if (node.decision.kind === 'retry') return false;
      break;
    case 'touchpoint':
    case 'anytime':
    case 'late':
      if (keepsName(node)) return true;
      break;
    case 'meanwhile':
      // One without a name of its own reads like its time.
      if (node.name === undefined) return false;
      return naming === 'all' || keepsName(node);
  }
  if (node.label === '') return false;
  return naming === 'all' || (naming === 'keep' && keepsName(node));
}

const keepsName = ({ named, id }: Node): boolean => named && isPossibleName(id);

/**
 * Gives the nodes their names, in the order of the text: those that they had, where they had one. `flowName` is that
 * of a flow that is called; `promised` are the ids of nodes at which promises begin or end.
 */
export function namesOf(
  { shape, isNamed }: WritingTask,
  items: readonly Item[],
  flowName: (id: string) => string,
  promised: ReadonlySet<string>,
): ReadonlyMap<number, string> {
  const { nodes } = shape;
  const targets = targetsOf(shape, items, promised);
  const inOrder = [...allItems(items)].flatMap((item) =>
    item.kind === 'stage' || item.kind === 'arrow' ? [] : [item.at],
  );
  const taken = new Set<string>(reservedNames);
  for (const node of nodes) if (node.kind === 'call') taken.add(flowName(node.flow.id));
  const keeps = (at: number, node: Node): boolean =>
    node.kind !== 'call' && keepsName(node) && (targets.has(at) || isNamed(at));
  for (const [at, node] of nodes.entries()) if (keeps(at, node)) taken.add(node.id);
  const names = new Map<number, string>();
  for (const at of inOrder) {
    const node = nodes[at];
    if (node === undefined || !(targets.has(at) || isNamed(at))) continue;
    if (node.kind === 'call') names.set(at, flowName(node.flow.id));
    else if (keeps(at, node)) names.set(at, node.id);
    else names.set(at, takeName(shortNames(node.label), plainName(node), taken));
  }
  return names;
}

/** The nodes that need a name: something jumps there, or a promise begins or ends there. */
function targetsOf(
  { nodes, exits }: ProcessShape,
  items: readonly Item[],
  promised: ReadonlySet<string>,
): ReadonlySet<number> {
  const targets = new Set<number>();
  for (const item of allItems(items)) for (const target of arrowsOf(item)) targets.add(target);
  for (const list of exits) for (const { kind, to } of list) if (kind === 'retry') targets.add(to);
  for (const [at, node] of nodes.entries()) if (promised.has(node.id) && mayBePromised(node)) targets.add(at);
  return targets;
}

/** Whether a promise can begin or end at a node: it can have a name. */
const mayBePromised = (node: Node): boolean =>
  node.kind !== 'transfer' &&
  node.kind !== 'join' &&
  !(node.kind === 'decision' && node.decision.kind === 'retry');

/** The name of something whose label has no letter. */
function plainName({ kind }: Node): string {
  switch (kind) {
    case 'touchpoint':
    case 'anytime':
      return 'contact';
    case 'end':
      return 'finish';
    case 'decision':
      return 'question';
    case 'fork':
      return 'work';
    default:
      return `${kind}-1`;
  }
}
