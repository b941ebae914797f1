import { type LongestPaths, longestPaths } from '../graph/longest-path.ts';
import { workingDaySeconds } from '../language/duration.ts';
import type { AnalysedFlow } from './analysed-flow.ts';
import { limitOf, roundsOf, workingDaysIn } from './service-view.ts';

/** The longest ways to the nodes of a flow, in seconds. */
export interface LongestWaits extends LongestPaths {
  /** The seconds that each working day counts for in `total`; `share` are the working days. */
  readonly workingDay: number;
}

/** The ends of ways, and what on them counts. */
export interface WaitOptions {
  /** Nodes where a way is over. */
  stopsAt?(at: number): boolean;
  /** False for a node whose own time does not count. */
  counts?(at: number): boolean;
  /** The seconds that a working day counts for: 7/5 of a day if nothing is said. */
  readonly workingDay?: number;
  /** How often an edge may lead back: as often as its `max` says if nothing is said. */
  rounds?(edge: number): number;
}

/** The longest ways by `within`, in seconds, from some nodes to all others, or to where `stopsAt` ends them. */
export function longestWaits(
  flow: AnalysedFlow,
  starts: readonly number[],
  { stopsAt, counts, workingDay = workingDaySeconds, rounds }: WaitOptions = {},
): LongestWaits {
  const share = (at: number): number => (counts?.(at) === false ? 0 : workingDaysIn(flow, at));
  const weight = (at: number): number =>
    counts?.(at) === false ? 0 : limitOf(flow, at) - share(at) * (workingDaySeconds - workingDay);
  const paths = longestPaths(flow.shape, {
    starts,
    weight,
    share,
    rounds: rounds ?? ((edge) => roundsOf(flow, edge)),
    ...(stopsAt === undefined ? {} : { stopsAt }),
  });
  return { ...paths, workingDay };
}

/** The node, of some, to which the way is longest, and how long, in seconds; the first of equal ones. */
export function longestTo(waits: LongestPaths, nodes: readonly number[]) {
  let worst: { readonly node: number; readonly seconds: number } | undefined;
  for (const node of nodes) {
    const seconds = waits.total[node] ?? -1;
    if (seconds >= 0 && seconds > (worst?.seconds ?? -1)) worst = { node, seconds };
  }
  return worst;
}
