import { reversed } from '../graph/digraph.ts';
import { reach } from '../graph/reach.ts';
import { type Duration, durationSeconds } from '../language/duration.ts';
import { addTotals, noTime, type TotalTime } from '../language/total-time.ts';
import type { ServicePromise } from '../model/process-properties.ts';
import type { AnalysedFlow } from './analysed-flow.ts';
import { branchesBeside } from './branches-beside.ts';
import { type CaseLevel, levelsOf, withinAt } from './level-limits.ts';
import { limitOf } from './longest-limit.ts';
import { type LongestWaits, longestTo, longestWaits, nodesOnWay, waitStarts } from './longest-wait.ts';

/** A promise to cases of one level, and the longest that they can take. */
export interface PromisedCase {
  readonly level: CaseLevel;
  /** What was promised, as it is written, and in whole seconds. */
  readonly within: Duration;
  readonly promised: number;
  readonly waits: LongestWaits;
  /** The node at which the longest way is over, and its whole seconds; nothing where no way leads to the end. */
  readonly worst?: { readonly node: number; readonly seconds: number };
  /** The time on that way in which the clock stops, which is not among them. */
  readonly stopped: TotalTime;
  /** The nodes on that way at which it does. */
  readonly stops: readonly number[];
  /** The nodes on any of its ways of which nobody knows how long they last: then it can take longer still. */
  readonly unknown: readonly number[];
}

/** True for work that is counted: not for that at which the clock stops. */
export const countsTime = ({ node }: AnalysedFlow, at: number): boolean => {
  const of = node(at);
  return !('stopsClock' in of && of.stopsClock === true);
};

/** A promise, judged for each level to which it is made. */
export function promisedCases(flow: AnalysedFlow, promise: ServicePromise): readonly PromisedCase[] {
  const hours = flow.hours();
  const { starts, ends, stopsAt } = waysOfPromise(flow, promise);
  return levelsOfPromise(flow, promise).flatMap((level): readonly PromisedCase[] => {
    const within = withinAt(promise, level);
    if (within === undefined) return [];
    const counts = (at: number): boolean => countsTime(flow, at);
    const waits = longestWaits(flow, starts, { level, counts, ...(stopsAt && { stopsAt }) });
    const worst = longestTo(waits, ends);
    const stops =
      worst === undefined ? [] : nodesOnWay(waits, worst.node).filter((at) => !countsTime(flow, at));
    return [
      {
        level,
        within,
        promised: Math.round(durationSeconds(within, hours)),
        waits,
        ...(worst && { worst }),
        stopped: stops.reduce((sum, at) => addTotals(sum, limitOf(flow, at, level)), noTime),
        stops,
        unknown: unknownOnWays(waits, ends),
      },
    ];
  });
}

/** The nodes of unknown time between the starts and the ends of ways. */
function unknownOnWays(waits: LongestWaits, ends: readonly number[]): readonly number[] {
  const unknown = [...waits.total.keys()].filter(
    (at) => (waits.total[at] ?? -1) >= 0 && waits.limit(at).unknown,
  );
  if (unknown.length === 0) return [];
  const before = reach(reversed(waits.graph), ends);
  return unknown.filter((at) => before.has(at));
}

/** The levels of the flow, and those that the promise names; the limit for all others where some are left for it. */
function levelsOfPromise({ process }: AnalysedFlow, { withinByLevel }: ServicePromise): readonly CaseLevel[] {
  const named = withinByLevel.map(({ level }) => level);
  return [...new Set([...levelsOf(process), ...named])];
}

/** The nodes at which the clock of a promise begins, and those at which it is over. */
export interface WaysOfPromise {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  stopsAt?(at: number): boolean;
}

/**
 * The ways of a promise. What is done at the same time as the node at which it begins may take longer than that, so its
 * branches begin with it.
 */
export function waysOfPromise(flow: AnalysedFlow, { from, to }: ServicePromise): WaysOfPromise {
  const begin = from === undefined ? undefined : flow.indexOf(from);
  const end = to === undefined ? undefined : flow.indexOf(to);
  /** What is to be done too before the end: what comes together with the node, unless one branch is enough. */
  const besides = (node: number): readonly number[] =>
    branchesBeside(flow, node).flatMap(({ firsts, isAwaited, has }) =>
      isAwaited && (end === undefined || !has(end)) ? firsts : [],
    );
  return {
    starts: begin === undefined ? waitStarts(flow) : [begin, ...besides(begin)],
    ends:
      end === undefined
        ? flow.process.nodes.flatMap((_, at) => (flow.canStop(at) && !flow.leadsAnywhere(at) ? [at] : []))
        : [end],
    ...(end === undefined ? {} : { stopsAt: (at: number) => at === end }),
  };
}
