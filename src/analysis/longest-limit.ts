import type { Duration } from '../language/duration.ts';
import {
  addTotals,
  elapsedSeconds,
  noTime,
  type TotalTime,
  totalOf,
  unknownTime,
} from '../language/total-time.ts';
import { type WorkingHours, workingSecondsADay, workingSecondsAWeek } from '../language/working-time.ts';
import { flowOf } from '../model/node-parts.ts';
import type { AnalysedFlow } from './analysed-flow.ts';
import { type CaseLevel, withinAt } from './level-limits.ts';

/** The limit of a node as it is written, for cases of a level. */
export const writtenLimit = (
  { node }: Pick<AnalysedFlow, 'node'>,
  at: number,
  level: CaseLevel,
): Duration | undefined => withinAt(node(at), level);

/**
 * The longest that a node may take by its `within`, for cases of a level; a call as long as the flow that it calls. No
 * time if none is said; unknown where it ends at a moment, or by a deadline, whose length nobody knows.
 */
export function limitOf(flow: AnalysedFlow, at: number, level?: CaseLevel): TotalTime {
  const within = writtenLimit(flow, at, level);
  if (within !== undefined) return totalOf(within, flow.hours());
  const node = flow.node(at);
  if (endsAtUnknownTime(flow, at)) return unknownTime;
  if (node.kind !== 'call') return noTime;
  const called = flow.collection.flowAt(flowOf(node));
  const summary = flow.collection.summaryOf(flowOf(node));
  if (called === undefined || summary === undefined) return noTime;
  return inHoursOf(flow.hours(), called.hours(), summary.longestAt(level));
}

/** True for what has a named `timeout` without a limit, or is over at a moment that is said in words. */
function endsAtUnknownTime(flow: AnalysedFlow, at: number): boolean {
  const node = flow.node(at);
  return (
    (node.kind === 'wait' && node.until !== undefined) ||
    flow.exits(at).some(({ kind, name }) => kind === 'timeout' && name !== undefined)
  );
}

/** A sum of times by other hours: where they make a working day another one, it counts by the calendar. */
function inHoursOf(own: WorkingHours, other: WorkingHours, total: TotalTime): TotalTime {
  const isSame =
    workingSecondsADay(own) === workingSecondsADay(other) &&
    workingSecondsAWeek(own) === workingSecondsAWeek(other);
  return isSame || total.working === 0
    ? total
    : addTotals(unknownIf(total.unknown), { ...noTime, calendar: elapsedSeconds(total, other) });
}

const unknownIf = (isUnknown: boolean): TotalTime => (isUnknown ? unknownTime : noTime);
