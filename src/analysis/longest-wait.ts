import type { Digraph } from '../graph/digraph.ts';
import { type LongestPaths, longestPaths, longestWay } from '../graph/longest-path.ts';
import { reach } from '../graph/reach.ts';
import { dayCountOf, elapsedSeconds, noTime, type TotalTime } from '../language/total-time.ts';
import { isSideEntry } from '../model/node-parts.ts';
import type { AnalysedFlow } from './analysed-flow.ts';
import { lazy } from './lazy.ts';
import { type WaitGraph, type WaitGraphOptions, waitGraph } from './longest-graph.ts';
import { races } from './longest-race.ts';
import { roundsFrom } from './longest-rounds.ts';

/** The longest ways to the nodes of a flow, in seconds; `share` are the seconds of working time on them. */
export interface LongestWaits
  extends LongestPaths,
    Pick<WaitGraph, 'limit' | 'written' | 'stage' | 'between'> {
  /** How many nodes of the graph are those of the process: the first. */
  readonly nodes: number;
  /** The graph whose nodes and edges the ways are made of; see `WaitGraph`. */
  readonly graph: Digraph;
  /** Seconds on a way and the seconds of working time that they were made of, as a sum of times. */
  timeOf(seconds: number, working: number): TotalTime;
  /** True where something is on a way to a node of which nobody knows how long it takes. */
  isUnknown(node: number): boolean;
}

/** The ends of ways, and what on them counts. */
export interface WaitOptions extends WaitGraphOptions {
  /** True where a working day counts as a day like any other; else as many as a week has are a week. */
  readonly countsDays?: boolean;
  /** How often an edge may lead back: as often as its `max` says if nothing is said. */
  rounds?(edge: number): number;
}

/**
 * The nodes at which customers come in; the first where the flow has none, or others call it. What may happen at any
 * time is none of them: no limit says when it does.
 */
export const waitStarts = ({ entries, node }: AnalysedFlow): readonly number[] =>
  entries.filter((at) => !isSideEntry(node(at)));

/** The longest ways by `within`, in seconds, from some nodes to all others, or to where `stopsAt` ends them. */
export function longestWaits(
  flow: AnalysedFlow,
  starts: readonly number[],
  { countsDays = false, rounds, ...counted }: WaitOptions = {},
): LongestWaits {
  const times = waitGraph(flow, starts, counted);
  const { graph, limit } = times;
  const hours = flow.hours();
  const secondsOf = (total: TotalTime): number =>
    countsDays ? dayCountOf(total, hours) : elapsedSeconds(total, hours);
  const isOver = (at: number): boolean => at < flow.process.nodes.length && counted.stopsAt?.(at) === true;
  const race = races(flow);
  const paths = longestPaths(graph, {
    starts: times.starts,
    weight: (at) => secondsOf(limit(at)),
    share: (at) => limit(at).working,
    rounds: rounds ?? roundsFrom(graph, times.starts, waitStarts(flow), times.rounds),
    stopsAt: isOver,
    ...(race && { race }),
  });
  const unknown = lazy(() => {
    const nodes = [...paths.total.keys()].filter((at) => (paths.total[at] ?? -1) >= 0 && limit(at).unknown);
    return reach(graph, nodes, { stopsAt: isOver });
  });
  return {
    ...paths,
    ...times,
    nodes: flow.process.nodes.length,
    timeOf: (seconds, working) => ({
      working,
      calendar: seconds - secondsOf({ ...noTime, working }),
      unknown: false,
    }),
    isUnknown: (node) => unknown().has(node),
  };
}

/** How long the longest way to a node lasts. */
export const waitTo = (waits: LongestWaits, node: number): TotalTime => ({
  ...waits.timeOf(Math.max(0, waits.total[node] ?? 0), waits.share[node] ?? 0),
  unknown: waits.isUnknown(node),
});

/** The nodes of the process on the longest way to one of them, the start first. */
export function nodesOnWay(waits: LongestWaits, node: number): readonly number[] {
  const { graph, via, nodes } = waits;
  return longestWay(graph, waits, node).flatMap((at) => (at < nodes ? [at] : waits.between(via[at] ?? -1)));
}

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
