import { lazy } from '../analysis/lazy.ts';
import { longestTo, longestWaits, waitStarts } from '../analysis/longest-wait.ts';
import { spelledWait } from '../lint/spelled-waits.ts';
import type { FileView } from './snapshot.ts';

/** How long a case can have taken, at most, by the limits on its way. */
export interface RunningLimits {
  /**
   * From where the customer came in to the end of a node, when it is come to for the first time: no loop is gone round.
   * Undefined where no path leads to it.
   */
  at(node: string): RunningLimit | undefined;
  /** The longest to wherever a path stops, in words. A loop counts as often as its `max` says, one without once. */
  readonly longest: string;
}

export interface RunningLimit {
  readonly seconds: number;
  /** In words, with working days as they were written. */
  readonly spelled: string;
}

/** The limits of a flow, summed up along its longest ways. Undefined for a flow that has none. */
export function runningLimits(file: FileView, flow: number): RunningLimits | undefined {
  const context = file.flows()[flow];
  if (context === undefined) return undefined;
  const waits = longestWaits(context, waitStarts(context));
  const worst = longestTo(waits, [...waits.total.keys()]);
  if (worst === undefined || worst.seconds === 0) return undefined;
  const first = lazy(() => longestWaits(context, waitStarts(context), { rounds: () => 0 }));
  return {
    longest: spelledWait(context, waits, worst.node),
    at(node) {
      const index = context.indexOf(node);
      const seconds = first().total[index] ?? -1;
      return seconds < 0 ? undefined : { seconds, spelled: spelledWait(context, first(), index) };
    },
  };
}
