import type { Identifier, Statement } from '../syntax/ast.ts';
import type { ClosedBranch, FlowPart } from './parts-of-flow.ts';

/** A node of a flow that has a name of its own. */
export interface NamedNode {
  readonly identifier: Identifier;
  readonly kind:
    | 'touchpoint'
    | 'anytime'
    | 'late'
    | 'meanwhile'
    | 'step'
    | 'question'
    | 'parallel'
    | 'end'
    | 'call'
    | 'unreadable';
  readonly place?: ClosedBranch;
}

/**
 * The names of a flow's nodes. Those of two nodes with one name are both in `all`; `byName` has the first. A call is
 * there under the name of its flow where that flow is called once and no node has the name. Stages, branches, cases
 * and problems are not nodes. A touchpoint
 * has a name but can't be a target, as no path leads to it; nor can what comes in from beside: see `isEntry`.
 */
export interface NodeNames {
  readonly all: readonly NamedNode[];
  readonly byName: ReadonlyMap<string, NamedNode>;
}

export function nodeNames(parts: readonly FlowPart[]): NodeNames {
  const all: NamedNode[] = [];
  const calls = new Map<string, NamedNode | 'several'>();
  for (const { item, place } of parts) {
    const named = namedNode(item);
    if (named === undefined) continue;
    const node = place === undefined ? named : { ...named, place };
    const { name } = node.identifier;
    if (node.kind === 'call') calls.set(name, calls.has(name) ? 'several' : node);
    else all.push(node);
  }
  const byName = new Map<string, NamedNode>();
  for (const node of all) if (!byName.has(node.identifier.name)) byName.set(node.identifier.name, node);
  for (const [name, call] of calls) if (call !== 'several' && !byName.has(name)) byName.set(name, call);
  return { all, byName };
}

function namedNode(item: FlowPart['item']): Omit<NamedNode, 'place'> | undefined {
  switch (item.kind) {
    case 'touchpoint':
    case 'anytime':
    case 'late':
      return named(item.kind, item.name.id);
    case 'meanwhile':
      return named(item.kind, item.name?.id);
    case 'step':
    case 'wait':
    case 'escalate':
      return named('step', item.name.id);
    case 'if-arm':
      return named('question', item.arm.question.id);
    case 'choose':
      return named('question', item.question.id);
    case 'parallel':
      return named('parallel', item.name?.id);
    case 'end':
      return named('end', item.name?.id);
    case 'unreadable':
      return named('unreadable', item.name?.id);
    case 'call':
      return named('call', item.flow);
    default:
      return undefined;
  }
}

const named = (
  kind: NamedNode['kind'],
  identifier: Identifier | undefined,
): Omit<NamedNode, 'place'> | undefined =>
  identifier === undefined || identifier.name === '' ? undefined : { identifier, kind };

/** Whether something is a place where a case comes in, to which no path can lead. */
export const isEntry = ({ kind }: { readonly kind: NamedNode['kind'] | Statement['kind'] }): boolean =>
  kind === 'touchpoint' || kind === 'anytime' || kind === 'late' || kind === 'meanwhile';
