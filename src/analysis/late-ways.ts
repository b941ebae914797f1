import type { EdgeKind, Process, Stage } from '../model/process.ts';
import { stagesAround } from './stages-around.ts';

/**
 * The ways to what is done `late`, as pairs of nodes: from each node with a limit of its own and no timeout to the
 * `late` of its stage, or of the nearest around it that has one; and from each that a stage with a limit is around.
 * `exitsOf` are the kinds of a node's exits; `isUsual` is false for what is done only when something is late.
 */
export function lateWays(
  process: Pick<Process, 'nodes' | 'stages'>,
  exitsOf: (node: number) => readonly EdgeKind[],
  isUsual: (node: number) => boolean,
): readonly (readonly [from: number, to: number])[] {
  /** The first `late` of each stage, and of the flow as that of no stage. */
  const lates = new Map<string | undefined, number>();
  for (const [at, { kind, stage }] of process.nodes.entries())
    if (kind === 'late' && !lates.has(stage)) lates.set(stage, at);
  if (lates.size === 0) return [];
  const around = stagesAround(process);
  const lateOf = (stages: readonly Stage[]): number | undefined => {
    const stage = stages.find(({ id }) => lates.has(id));
    return lates.get(stage?.id);
  };
  return process.nodes.flatMap((node, at) => {
    if (!('withinByLevel' in node) || !isUsual(at)) return [];
    const stages = around(node.stage);
    const isOwn = isLimited(node) && !exitsOf(at).includes('timeout');
    const targets = [
      ...(isOwn ? [lateOf(stages)] : []),
      ...stages.flatMap((stage, place) => (isLimited(stage) ? [lateOf(stages.slice(place))] : [])),
    ];
    return [...new Set(targets)].flatMap((to) => (to === undefined ? [] : [[at, to] as const]));
  });
}

const isLimited = ({ within, withinByLevel }: Pick<Stage, 'within' | 'withinByLevel'>): boolean =>
  within !== undefined || withinByLevel.length > 0;
