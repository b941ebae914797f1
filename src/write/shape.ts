import type { Gaps } from '../model/gaps.ts';
import { isEntryKind } from '../model/node-parts.ts';
import type { Edge, Node, Process, Stage } from '../model/process.ts';
import { type Exit, openEnd, type UnnumberedExit } from './exit.ts';
import type { Losses } from './losses.ts';
import { exitsOfStatement } from './statement-exits.ts';
import { inWalkOrder } from './walk-order.ts';

/**
 * A process as the writer sees it: each node has just those exits that its statement can have, in the order in which it
 * writes them. Nodes stand in the order of a walk from the touchpoints, so that what is written does not hang on the
 * order in which they happened to be given.
 */
export interface ProcessShape {
  readonly nodes: readonly Node[];
  readonly exits: readonly (readonly Exit[])[];
  readonly stages: readonly Stage[];
}

/** The shape of a process. What no statement can have is left out, and reported. */
export function processShape(
  whole: Process,
  gaps: Pick<Gaps, 'openExits'> | undefined,
  losses: Losses,
): ProcessShape {
  const nodes = inWalkOrder(whole);
  const index = new Map(nodes.map(({ id }, at) => [id, at]));
  const given: UnnumberedExit[][] = nodes.map(() => []);
  for (const edge of whole.edges) {
    const [from, to] = [index.get(edge.from), index.get(edge.to)];
    const node = from === undefined ? undefined : nodes[from];
    const target = to === undefined ? undefined : nodes[to];
    if (from === undefined || to === undefined || node === undefined || target === undefined)
      losses.add(node, `has a line that leads to nothing: “${edge.to}”`);
    else if (isEntryKind(target.kind))
      losses.add(node, `leads to “${target.label}”, where cases come in, and no path can`);
    else given[from]?.push(way(from, to, edge, edge.jump));
  }
  for (const exit of gaps?.openExits ?? []) {
    const from = index.get(exit.from);
    if (from !== undefined) given[from]?.push(way(from, openEnd, exit, false));
  }
  const sound = nodes.map((node, at) => exitsOfStatement(node, at, given[at] ?? [], losses));
  return {
    nodes: sound.map(({ node }) => node),
    exits: numbered(sound.map(({ ways }) => ways)),
    stages: whole.stages,
  };
}

/** Exits with their numbers. */
export function numbered(ways: readonly (readonly UnnumberedExit[])[]): readonly (readonly Exit[])[] {
  let index = 0;
  return ways.map((list) =>
    list.map((each) => {
      const exit = { ...each, index };
      index += 1;
      return exit;
    }),
  );
}

const way = (
  from: number,
  to: number,
  {
    kind,
    label,
    probability,
    name,
    timing,
    remarks,
  }: Pick<Edge, 'kind' | 'label' | 'probability' | 'name' | 'timing' | 'remarks'>,
  jump: boolean,
): UnnumberedExit => ({
  from,
  to,
  kind,
  jump,
  ...(label === undefined ? {} : { label }),
  ...(probability === undefined ? {} : { probability }),
  ...(name === undefined ? {} : { name }),
  ...(timing === undefined ? {} : { timing }),
  ...(remarks === undefined ? {} : { remarks }),
});
