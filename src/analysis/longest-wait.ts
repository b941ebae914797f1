import type { RelatedPlace } from '../diagnostic/diagnostic.ts';
import { type LongestPaths, longestPaths, longestWay } from '../graph/longest-path.ts';
import { workingDaySeconds } from '../language/duration.ts';
import type { FlowContext } from '../lint/context.ts';
import { counted, nodeName, spelledParts, spelledSum } from '../lint/wording.ts';
import { withinOf } from '../model/node-parts.ts';
import { limitOf, roundsOf, workingDaysIn } from './service-view.ts';

export interface LongestWaits extends LongestPaths {
  /** The seconds that each working day counts for in `total`; `share` are the working days. */
  readonly workingDay: number;
}

export interface WaitOptions {
  /** Nodes where a way is over. */
  stopsAt?(at: number): boolean;
  /** False for a node whose own time does not count. */
  counts?(at: number): boolean;
  /** The seconds that a working day counts for: 7/5 of a day unless told. */
  readonly workingDay?: number;
  /** How often an edge may lead back: as often as its `max` says unless told. */
  rounds?(edge: number): number;
}

/** The longest ways by `within`, in seconds, from some nodes to all others, or to where `stopsAt` ends them. */
export function longestWaits(
  flow: FlowContext,
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

/** How long the longest way to a node lasts, in words. */
export const spelledWait = (waits: LongestWaits, node: number): string =>
  spelledSum(waits.total[node] ?? 0, waits.share[node] ?? 0, waits.workingDay);

/** Of some nodes the one to which the way is longest, and how long, in seconds; the first of equal ones. */
export function longestTo(waits: LongestPaths, nodes: readonly number[]) {
  let worst: { readonly node: number; readonly seconds: number } | undefined;
  for (const node of nodes) {
    const seconds = waits.total[node] ?? -1;
    if (seconds >= 0 && seconds > (worst?.seconds ?? -1)) worst = { node, seconds };
  }
  return worst;
}

/** What takes longest on the way to a node, at most five places, in the order of the way. */
export function shares(
  flow: FlowContext,
  waits: LongestWaits,
  to: number,
  counts: (at: number) => boolean = () => true,
): readonly RelatedPlace[] {
  const parts = longestWay(flow.shape, waits, to).flatMap((at) => {
    const own = counts(at) ? limitOf(flow, at) : 0;
    const node = flow.node(at);
    const within = withinOf(node);
    const spelled = within === undefined ? spelledSum(own, workingDaysIn(flow, at)) : spelledParts(within);
    const rounds = (waits.loops.get(at) ?? []).filter(({ once }) => once > 0);
    return [
      ...(own === 0 ? [] : [{ seconds: own, span: flow.nameSpan(node), message: `up to ${spelled}` }]),
      ...rounds.map(({ edge, rounds: times, once, share }) => ({
        seconds: once * times,
        span: flow.exitSpan(flow.edge(edge)),
        message: `going back to ${nodeName(node)} ${times === 1 ? 'once' : counted(times, 'time')} adds ${spelledSum(once * times, share * times, waits.workingDay)}`,
      })),
    ];
  });
  const least = parts.map(({ seconds }) => seconds).sort((a, b) => b - a)[4] ?? 0;
  return parts
    .filter(({ seconds }) => seconds >= least)
    .slice(0, 5)
    .map(({ span, message }) => ({ span, message }));
}
