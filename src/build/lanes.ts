import { isEntryKind } from '../model/node-parts.ts';
import type { Participant } from '../model/process.ts';
import type { ProcessDraft } from './draft.ts';
import type { IndexedEdge } from './finish-edges.ts';

/**
 * Who stands for each node in a swimlane chart, by index; nobody where no node of the flow has an owner (section 2 of
 * language 1.1). A node with an owner stands with it. What comes in from outside or beside stands with the owner of its
 * own next step, a person before a system. A join stands where the bar or the question does that it closes. All others
 * stand with the owner that most of the paths into them come from; at a draw a person before a system, then the owner
 * that most of their ways out go on to, then whoever was declared first. What no such path leads to stands with what it
 * leads to, or with the node before it in the text.
 */
export function assignLanes(
  { nodes }: ProcessDraft,
  edges: readonly IndexedEdge[],
  owners: readonly Participant[],
): readonly (string | undefined)[] {
  const lanes: (string | undefined)[] = nodes.map(({ content }) => content.owner);
  if (owners.length === 0) return lanes;
  const rankOf = new Map(owners.map(({ id }, rank) => [id, rank]));
  const systems = new Set(owners.flatMap(({ id, kind }) => (kind === 'system' ? [id] : [])));
  const before: number[][] = nodes.map(() => []);
  const after: number[][] = nodes.map(() => []);
  for (const { from, to } of edges) {
    before[to]?.push(from);
    after[from]?.push(to);
  }
  const entries = new Set(nodes.flatMap(({ content }, index) => (isEntryKind(content.kind) ? [index] : [])));
  const lanesAt = (indexes: readonly number[]): readonly string[] =>
    indexes.flatMap((index) => lanes[index] ?? []);
  const best = (candidates: readonly string[], further: readonly string[]): string | undefined => {
    const often = countsOf(candidates);
    const onward = countsOf(further);
    return [...often.keys()].sort(
      (a, b) =>
        (often.get(b) ?? 0) - (often.get(a) ?? 0) ||
        Number(systems.has(a)) - Number(systems.has(b)) ||
        (onward.get(b) ?? 0) - (onward.get(a) ?? 0) ||
        (rankOf.get(a) ?? 0) - (rankOf.get(b) ?? 0),
    )[0];
  };
  const firstAmong = (candidates: readonly string[]): string | undefined =>
    candidates.find((id) => !systems.has(id)) ?? candidates[0];
  const spread = (index: number): void => {
    const node = nodes[index];
    if (node === undefined || lanes[index] !== undefined || entries.has(index)) return;
    const into = lanesAt((before[index] ?? []).filter((from) => !entries.has(from)));
    lanes[index] =
      (node.fork === undefined ? undefined : lanes[node.fork]) ?? best(into, lanesAt(after[index] ?? []));
  };
  for (let index = 0; index < nodes.length; index += 1) spread(index);
  // What no work leads to, a question right behind a touchpoint, stands with what it leads to.
  for (let index = nodes.length - 1; index >= 0; index -= 1)
    if (!entries.has(index)) lanes[index] ??= firstAmong(lanesAt(after[index] ?? []));
  for (let index = 0; index < nodes.length; index += 1) spread(index);
  for (const index of entries) lanes[index] ??= firstAmong(lanesAt(after[index] ?? []));
  for (let index = 0; index < nodes.length; index += 1) lanes[index] ??= lanes[index - 1] ?? owners[0]?.id;
  return lanes;
}

function countsOf(ids: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}
