import { longestPaths } from '../graph/longest-path.ts';
import { lazy } from '../lint/lazy.ts';
import { longestWaits } from '../lint/longest-wait.ts';
import { limitOf } from '../lint/service-view.ts';
import type { FileView } from './snapshot.ts';

/** How long a case can have taken, at most, by the limits on its way. */
export interface RunningLimits {
  /**
   * Seconds from where the customer came in to the end of a node, when it is come to for the first time: no loop is gone
   * round. Undefined where no path leads to it.
   */
  at(node: string): number | undefined;
  /** The longest to wherever a path stops. A loop counts as often as its `max` says, one without once. */
  readonly longest: number;
}

/** The limits of a flow, summed up along its longest ways. Undefined for a flow that has none. */
export function runningLimits(file: FileView, flow: number): RunningLimits | undefined {
  const context = file.flows()[flow];
  if (context === undefined) return undefined;
  const { total } = longestWaits(context, context.entries);
  const longest = total.reduce((most, seconds) => Math.max(most, seconds), 0);
  if (longest === 0) return undefined;
  const first = lazy(() =>
    longestPaths(context.shape, {
      starts: context.entries,
      weight: (at) => limitOf(context, at),
      rounds: () => 0,
    }),
  );
  return {
    longest,
    at(node) {
      const seconds = first().total[context.indexOf(node)] ?? -1;
      return seconds < 0 ? undefined : seconds;
    },
  };
}
