import type { FlowContext } from './flow-context.ts';

/**
 * Who has the case at a node, one after the other: who hands it up and who gets it, the first and the last owner of a
 * called flow. Nobody where no one is named, or where it is the customer's turn: a case that waits for him stays with
 * whoever had it.
 */
export function ownersAt({ node, project }: FlowContext, at: number): readonly string[] {
  const { kind, owner, handedUpBy, flow } = node(at);
  const called = kind === 'call' ? project.summaryOf(flow)?.owners : undefined;
  const owners = called === undefined ? [handedUpBy, owner] : [called.first, called.last];
  return owners.filter((name): name is string => name !== undefined && name !== 'customer');
}
