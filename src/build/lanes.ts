import type { Participant } from '../model/process.ts';
import type { ProcessDraft } from './draft.ts';
import type { IndexedEdge } from './finish-edges.ts';

/**
 * Who stands for each node in a swimlane chart, by index; nobody where no node of the flow has an owner. A node with an
 * owner stands with it. A touchpoint stands with the customer, if the customer does something in this flow. A join
 * stands where its fork does. All others stand with a node that leads to them, the first in the text that has a
 * lane by then and is no touchpoint; else with the first node they lead to; else with the node before them in the text.
 */
export function assignLanes(
  { nodes }: ProcessDraft,
  edges: readonly IndexedEdge[],
  owners: readonly Participant[],
): readonly (string | undefined)[] {
  const lanes: (string | undefined)[] = nodes.map(({ content }) => content.owner);
  if (owners.length === 0) return lanes;
  const customer = owners[0]?.id === 'customer' ? 'customer' : undefined;
  const before: number[][] = nodes.map(() => []);
  const after: number[][] = nodes.map(() => []);
  for (const { from, to } of edges) {
    before[to]?.push(from);
    after[from]?.push(to);
  }
  const laneAmong = (indexes: readonly number[] = []): string | undefined => {
    for (const index of indexes) if (lanes[index] !== undefined) return lanes[index];
    return undefined;
  };
  // The place where customers come in says little about who works then; the place where that work goes on says more.
  const workBefore = before.map((indexes) =>
    indexes.filter((index) => nodes[index]?.content.kind !== 'touchpoint'),
  );
  const spread = (index: number): void => {
    const node = nodes[index];
    if (node === undefined || lanes[index] !== undefined) return;
    if (node.content.kind === 'touchpoint') lanes[index] = customer;
    else if (node.fork !== undefined) lanes[index] = lanes[node.fork] ?? laneAmong(workBefore[index]);
    else lanes[index] = laneAmong(workBefore[index]);
  };
  for (let index = 0; index < nodes.length; index += 1) spread(index);
  for (let index = nodes.length - 1; index >= 0; index -= 1) lanes[index] ??= laneAmong(after[index]);
  for (let index = 0; index < nodes.length; index += 1) spread(index);
  for (let index = 0; index < nodes.length; index += 1)
    lanes[index] ??= laneAmong(before[index]) ?? lanes[index - 1] ?? owners[0]?.id;
  return lanes;
}
