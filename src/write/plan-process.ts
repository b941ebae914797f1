import type { Gaps } from '../model/gaps.ts';
import type { Process } from '../model/process.ts';
import type { TimeWords } from '../model/time-label.ts';
import { closedBranchesOf, unitsOf } from './closed-branches.ts';
import { openEnd } from './exit.ts';
import { longReturns, namelessTargets, withLandings } from './landings.ts';
import type { Losses } from './losses.ts';
import { isNamedBy, type Naming } from './names.ts';
import { withOpenBranches } from './open-branches.ts';
import type { Item } from './plan.ts';
import { processShape } from './shape.ts';
import { arrangeUnits } from './structure.ts';
import { taskOf, type WritingTask } from './task.ts';
import { tellDeadEnds, tellFrames, tellUnsayable } from './unsayable.ts';
import type { Taste } from './weights.ts';

/** What is to be written of a process, and where. */
export interface Planned {
  readonly task: WritingTask;
  readonly items: readonly Item[];
}

/** Rounds in which what has no name gets a step before it; each leaves less to do. */
const mostRounds = 12;

/** Arranges the statements of a process. What they cannot say is reported, and then stands in another way. */
export function planOf(
  process: Process,
  gaps: Pick<Gaps, 'openExits'> | undefined,
  naming: Naming,
  taste: Taste,
  words: TimeWords,
  losses: Losses,
): Planned {
  let shape = processShape(process, gaps, losses);
  tellUnsayable(shape, words, losses);
  shape = withLandings(withOpenBranches(shape, [], losses), longReturns(shape), losses);
  let closed = closedBranchesOf(shape);
  for (; closed.refused.length > 0; closed = closedBranchesOf(shape))
    shape = withOpenBranches(shape, closed.refused, losses);
  if (gaps !== undefined) tellDeadEnds(shape, closed.insides, gaps, losses);
  for (let round = 0; ; round += 1) {
    const task = taskOf(shape, (node) => isNamedBy(naming, node), taste);
    const units = unitsOf(
      shape,
      closed.insides,
      shape.nodes.map((_, at) => at),
    );
    const { items } = arrangeUnits(task, units, undefined, undefined, openEnd);
    const nameless = namelessTargets(task, items, closed.insides);
    if (nameless.length === 0 || round === mostRounds) {
      for (const { to } of nameless)
        losses.add(
          shape.nodes[to],
          'is led to from where no path can lead: that path goes on with what follows',
        );
      tellFrames(items, shape, losses);
      return { task, items };
    }
    shape = withLandings(shape, nameless, losses);
    closed = closedBranchesOf(shape);
  }
}
