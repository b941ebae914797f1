import type { Edge, Process } from '../model/process.ts';
import type { FlowOrder } from './find-back-edges.ts';
import { arrangementLimits } from './weights.ts';

const { shortBranch } = arrangementLimits;

/**
 * Tells for each node which of its exits the eye follows straight on: an index into the flow's edges, undefined where
 * nothing goes on. It is the first exit in the document, «yes» before «no», unless another one is plainly the usual
 * way: it alone leads to a success, is the more probable, or goes on where the first one only turns the case away.
 */
export function chooseMainEdges(
  process: Process,
  indexOf: ReadonlyMap<string, number>,
  order: FlowOrder,
): readonly (number | undefined)[] {
  const outgoing: number[][] = process.nodes.map(() => []);
  process.edges.forEach((edge, index) => {
    if (order.back[index] === false) outgoing[indexOf.get(edge.from) ?? 0]?.push(index);
  });
  const outcome = process.nodes.map(() => 0);
  const longest = process.nodes.map(() => 0);
  const main: (number | undefined)[] = process.nodes.map(() => undefined);
  for (const node of [...order.nodes].reverse()) {
    const exits = outgoing[node] ?? [];
    const target = (edge: number): number => indexOf.get(process.edges[edge]?.to ?? '') ?? 0;
    const lengthOf = (edge: number): number => longest[target(edge)] ?? 0;
    const outcomeOf = (edge: number): number => outcome[target(edge)] ?? 0;
    longest[node] = 1 + Math.max(0, ...exits.map(lengthOf));
    outcome[node] = Math.max(ownOutcome(process, node), ...exits.map(outcomeOf));
    const usual = exits.filter((edge) => !isException(process.edges[edge]));
    const candidates = usual.length > 0 ? usual : exits;
    const bestOutcome = Math.max(0, ...candidates.map(outcomeOf));
    const good = candidates.filter((edge) => outcomeOf(edge) === bestOutcome);
    const chance = (edge: number): number | undefined => process.edges[edge]?.probability;
    const probable = good.find((edge) => (chance(edge) ?? 0) > 0.5);
    const [first] = good;
    const turnedAway =
      first === undefined || process.nodes[node]?.kind !== 'decision' || lengthOf(first) > shortBranch
        ? undefined
        : good.find((edge) => lengthOf(edge) >= lengthOf(first) + shortBranch);
    main[node] = probable ?? turnedAway ?? first;
  }
  return main;
}

const isException = (edge: Edge | undefined): boolean =>
  edge?.kind === 'problem' || edge?.kind === 'timeout' || edge?.kind === 'meanwhile';

const ownOutcome = (process: Process, index: number): number => {
  const node = process.nodes[index];
  if (node?.kind === 'transfer') return 2;
  if (node?.kind !== 'end') return 0;
  return node.outcome === 'success' ? 3 : node.outcome === 'failure' ? 1 : 2;
};
