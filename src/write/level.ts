import { isEntryKind } from '../model/node-parts.ts';
import type { Level } from './regions.ts';
import type { WritingTask } from './task.ts';
import type { NodeUnit, ParallelUnit, StageUnit, Unit } from './unit.ts';

/** The units of a place, with those of one stage in one unit. `stage` is the one that the place itself is in. */
export function levelOf(
  task: WritingTask,
  given: readonly (NodeUnit | ParallelUnit)[],
  stage: string | undefined,
  incoming: number | undefined,
): Level {
  const parents = new Map(task.shape.stages.map(({ id, parent }) => [id, parent]));
  /** The outermost stage around a node that is inside of this place; undefined where it has none. */
  const outermost = (of: string | undefined): string | undefined => {
    for (let at = of; at !== undefined && at !== stage; at = parents.get(at))
      if (parents.get(at) === stage) return at;
    return undefined;
  };
  const grouped: (
    | NodeUnit
    | ParallelUnit
    | { readonly stage: string; readonly units: (NodeUnit | ParallelUnit)[] }
  )[] = [];
  const groups = new Map<string, (NodeUnit | ParallelUnit)[]>();
  for (const unit of given) {
    const frame = outermost(unit.node.stage);
    const group = frame === undefined ? undefined : groups.get(frame);
    if (frame === undefined) grouped.push(unit);
    else if (group !== undefined) group.push(unit);
    else {
      const units = [unit];
      groups.set(frame, units);
      grouped.push({ stage: frame, units });
    }
  }
  const units = grouped.map(
    (each): Unit => ('kind' in each ? each : stageUnit(task, each.stage, each.units, given, incoming)),
  );
  const unitAt = new Map<number, number>();
  for (const [at, { all }] of units.entries()) for (const node of all) unitAt.set(node, at);
  return { units, incoming, unitOf: (node) => unitAt.get(node) };
}

function stageUnit(
  { shares, nameCost }: WritingTask,
  stage: string,
  units: readonly (NodeUnit | ParallelUnit)[],
  around: readonly (NodeUnit | ParallelUnit)[],
  incoming: number | undefined,
): StageUnit {
  const all = units.flatMap((unit) => unit.all);
  const own = new Set(all);
  // A path falls in where most lines come in; where there is no name to jump to, in any case.
  const votes = new Map<number, number>();
  const vote = (node: number, votesMore: number): void => {
    votes.set(node, (votes.get(node) ?? 0) + votesMore);
  };
  for (const unit of around)
    for (const { index, kind, to } of unit.exits)
      if (own.has(to) && !own.has(unit.at) && kind !== 'retry')
        vote(to, 1 + (shares.ofExit[index] ?? 0) + nameCost(to));
  if (incoming !== undefined && own.has(incoming)) vote(incoming, incomingVotes);
  let head: number | undefined;
  let most = 0;
  for (const [node, count] of votes)
    if (count > most + 1e-9) {
      most = count;
      head = node;
    }
  return {
    kind: 'stage',
    stage,
    units,
    all,
    exits: units.flatMap(({ exits }) => exits.filter(({ to }) => !own.has(to))),
    ...(head === undefined ? {} : { head }),
    isEntered: units.some(({ node }) => isEntryKind(node.kind)),
  };
}

/** The votes of a path that comes into the place around the stage. */
const incomingVotes = 100;
