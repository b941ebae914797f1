import { type LongestPaths, longestPaths } from '../graph/longest-path.ts';
import { dayCountOf, elapsedSeconds, noTime, type TotalTime } from '../language/total-time.ts';
import type { AnalysedFlow } from './analysed-flow.ts';
import { limitOf, roundsOf } from './service-view.ts';

/** The longest ways to the nodes of a flow, in seconds; `share` are the seconds of working time on them. */
export interface LongestWaits extends LongestPaths {
  /** Seconds on a way and the seconds of working time that they were made of, as a sum of times. */
  timeOf(seconds: number, working: number): TotalTime;
}

/** The ends of ways, and what on them counts. */
export interface WaitOptions {
  /** Nodes where a way is over. */
  stopsAt?(at: number): boolean;
  /** False for a node whose own time does not count. */
  counts?(at: number): boolean;
  /** True where a working day counts as a day like any other; else as many as a week has are a week. */
  readonly countsDays?: boolean;
  /** How often an edge may lead back: as often as its `max` says if nothing is said. */
  rounds?(edge: number): number;
}

/** The longest ways by `within`, in seconds, from some nodes to all others, or to where `stopsAt` ends them. */
export function longestWaits(
  flow: AnalysedFlow,
  starts: readonly number[],
  { stopsAt, counts, countsDays = false, rounds }: WaitOptions = {},
): LongestWaits {
  const secondsOf = countsDays ? dayCountOf : elapsedSeconds;
  const limits: TotalTime[] = [];
  const limit = (at: number): TotalTime => {
    limits[at] ??= counts?.(at) === false ? noTime : limitOf(flow, at);
    return limits[at];
  };
  const paths = longestPaths(flow.shape, {
    starts,
    weight: (at) => secondsOf(limit(at)),
    share: (at) => limit(at).working,
    rounds: rounds ?? ((edge) => roundsOf(flow, edge)),
    ...(stopsAt === undefined ? {} : { stopsAt }),
  });
  return {
    ...paths,
    timeOf: (seconds, working) => ({
      working,
      calendar: seconds - secondsOf({ ...noTime, working }),
      unknown: false,
    }),
  };
}

/** How long the longest way to a node lasts. */
export const waitTo = (waits: LongestWaits, node: number): TotalTime =>
  waits.timeOf(Math.max(0, waits.total[node] ?? 0), waits.share[node] ?? 0);

/**
 * The node, of some, to which the way is longest, and how long, in whole seconds; the first of equal ones.
 */
export function longestTo(waits: LongestPaths, nodes: readonly number[]) {
  let worst: { readonly node: number; readonly seconds: number } | undefined;
  for (const node of nodes) {
    const seconds = Math.round(waits.total[node] ?? -1);
    if (seconds >= 0 && seconds > (worst?.seconds ?? -1)) worst = { node, seconds };
  }
  return worst;
}
