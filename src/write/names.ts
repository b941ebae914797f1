import type { Node } from '../model/process.ts';
import { allItems, arrowsOf, type Item } from './plan.ts';
import { isPossibleName, reservedNames, shortNames, takeName } from './short-names.ts';
import type { WritingTask } from './task.ts';

/**
 * Which nodes have a name: only those that something jumps to (touchpoints have one always), those too that had one, or
 * all that can.
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
      return true;
  }
  if (node.label === '') return false;
  return naming === 'all' || (naming === 'keep' && keepsName(node));
}

const keepsName = ({ named, id }: Node): boolean => named && isPossibleName(id);

/**
 * Gives the nodes their names, in the order of the text: those that they had, where they had one. `flowName` is that
 * of a flow that is called.
 */
export function namesOf(
  { shape, isNamed }: WritingTask,
  items: readonly Item[],
  flowName: (id: string) => string,
): ReadonlyMap<number, string> {
  const { nodes, exits } = shape;
  const targets = new Set<number>();
  const inOrder: number[] = [];
  for (const item of allItems(items)) {
    for (const target of arrowsOf(item)) targets.add(target);
    if (item.kind !== 'stage' && item.kind !== 'arrow') inOrder.push(item.at);
  }
  for (const list of exits) for (const { kind, to } of list) if (kind === 'retry') targets.add(to);
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

/** The name of something whose label has no letter. */
function plainName({ kind }: Node): string {
  switch (kind) {
    case 'touchpoint':
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
