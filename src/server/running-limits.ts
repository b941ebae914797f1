import { lazy } from '../analysis/lazy.ts';
import { type CaseLevel, levelsOf } from '../analysis/level-limits.ts';
import { type LongestWaits, longestTo, longestWaits, waitStarts } from '../analysis/longest-wait.ts';
import type { FlowContext } from '../lint/context.ts';
import { spelledKnown } from '../lint/spelled-waits.ts';
import type { FileView } from './snapshot.ts';

/** How long a case can have taken, at most, by the limits on its way. */
export interface RunningLimits {
  /**
   * From where the customer came in to the end of a node, when it is come to for the first time: no loop is gone round.
   * For a case of a level, or of none. Undefined where no path leads to it.
   */
  at(node: string, level?: CaseLevel): RunningLimit | undefined;
  /**
   * The longest to wherever a path stops, at the level at which it is longest: “at most 3 days”, or at least so long. A
   * loop counts as often as its `max` says, one without once.
   */
  readonly longest: string;
}

export interface RunningLimit {
  readonly seconds: number;
  /** In words, with working days as they were written. */
  readonly spelled: string;
  /** True where it is at least so much, as nobody knows how long something on the way lasts. */
  readonly isUnknown: boolean;
  /** Without the time for which the clock stops, in words; unset where it does not stop on any way there. */
  readonly counted?: string;
}

/** The limits of a flow, summed up along its longest ways. Undefined for a flow that has none. */
export function runningLimits(file: FileView, flow: number): RunningLimits | undefined {
  const context = file.flows()[flow];
  if (context === undefined) return undefined;
  const starts = waitStarts(context);
  const longest = levelsOf(context.process)
    .flatMap((level) => {
      const waits = longestWaits(context, starts, { level });
      const worst = longestTo(waits, [...waits.total.keys()]);
      return worst === undefined ? [] : [{ waits, ...worst }];
    })
    .reduce<Worst | undefined>(
      (most, next) => (most === undefined || next.seconds > most.seconds ? next : most),
      undefined,
    );
  if (longest === undefined || longest.seconds === 0) return undefined;
  const known = new Map<CaseLevel, (node: string) => RunningLimit | undefined>();
  return {
    longest: `${longest.waits.isUnknown(longest.node) ? 'at least' : 'at most'} ${spelledKnown(context, longest.waits, longest.node)}`,
    at(node, level) {
      const limitAt = known.get(level) ?? limitsAt(context, starts, level);
      known.set(level, limitAt);
      return limitAt(node);
    },
  };
}

interface Worst {
  readonly waits: LongestWaits;
  readonly node: number;
  readonly seconds: number;
}

function limitsAt(context: FlowContext, starts: readonly number[], level: CaseLevel) {
  const stops = (at: number): boolean => {
    const node = context.process.nodes[at];
    return node !== undefined && 'stopsClock' in node && node.stopsClock === true;
  };
  const waits = longestWaits(context, starts, { level, rounds: () => 0 });
  const counted = lazy(() =>
    context.process.nodes.some((_, at) => stops(at))
      ? longestWaits(context, starts, { level, rounds: () => 0, counts: (at) => !stops(at) })
      : undefined,
  );
  return (node: string): RunningLimit | undefined => {
    const index = context.indexOf(node);
    const seconds = waits.total[index] ?? -1;
    if (seconds < 0) return undefined;
    const without = counted();
    const stopped = without !== undefined && (without.total[index] ?? -1) < seconds;
    return {
      seconds,
      spelled: spelledKnown(context, waits, index),
      isUnknown: waits.isUnknown(index),
      ...(stopped ? { counted: spelledKnown(context, without, index) } : {}),
    };
  };
}
