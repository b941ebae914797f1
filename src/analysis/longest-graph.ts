import { type Digraph, digraphOf } from '../graph/digraph.ts';
import { longestPaths } from '../graph/longest-path.ts';
import { type Reached, reach } from '../graph/reach.ts';
import type { Duration } from '../language/duration.ts';
import { dayCountOf, elapsedSeconds, noTime, type TotalTime, totalOf } from '../language/total-time.ts';
import type { Stage } from '../model/process.ts';
import type { AnalysedFlow } from './analysed-flow.ts';
import { type CaseLevel, withinAt } from './level-limits.ts';
import { limitOf, writtenLimit } from './longest-limit.ts';
import { roundsOf } from './service-view.ts';
import { isSideEntry } from './side-entry.ts';
import { stagesAround } from './stages-around.ts';

/**
 * A process as its times add up. The first nodes and edges are those of its `ways`, with their numbers; behind them
 * stand nodes for stages whose own limit counts in place of those of their steps.
 */
export interface WaitGraph {
  readonly graph: Digraph;
  /** The nodes at which ways begin. */
  readonly starts: readonly number[];
  /** How long a node may take. */
  limit(at: number): TotalTime;
  /** As it was written, where it was. */
  written(at: number): Duration | undefined;
  /** The stage for which a node stands that is none of the process. */
  stage(at: number): Stage | undefined;
  /** How often an edge may be taken that leads back. */
  rounds(edge: number): number;
}

/** What is asked of a graph of times. */
export interface WaitGraphOptions {
  /** The level of the case. */
  readonly level?: CaseLevel;
  /** False for a node whose own time does not count. */
  counts?(at: number): boolean;
  /** The most seconds that count at a node, with a working day as a day; all of its time if nothing is said. */
  most?(at: number): number | undefined;
}

/** The times of a process on ways from some of its nodes. */
export function waitGraph(
  flow: AnalysedFlow,
  starts: readonly number[],
  { level, counts, most }: WaitGraphOptions,
): WaitGraph {
  const { process, ways } = flow;
  const limits: TotalTime[] = [];
  const own = (at: number): TotalTime => {
    limits[at] ??= counts?.(at) === false ? noTime : (cutAt(at) ?? limitOf(flow, at, level));
    return limits[at];
  };
  /** What counts of a time that counts in part. */
  const cutAt = (at: number): TotalTime | undefined => {
    const part = most?.(at);
    const isCut = part !== undefined && dayCountOf(limitOf(flow, at, level), flow.hours()) > part;
    return isCut ? { ...noTime, calendar: part } : undefined;
  };
  const written = (at: number): Duration | undefined =>
    cutAt(at) === undefined ? writtenLimit(flow, at, level) : undefined;
  const plain: WaitGraph = {
    graph: ways,
    starts,
    limit: own,
    written,
    stage: () => undefined,
    rounds: (edge) => roundsOf(flow, edge),
  };
  const frames = limitedStages(flow, { level, ...(counts && { counts }) }, own);
  if (frames.size === 0) return plain;

  const size = process.nodes.length;
  const nowhere = size;
  const stages: Stage[] = [];
  const from = [...ways.from];
  // What is done meanwhile is on no way.
  const to = ways.to.map((node, edge) => (flow.edge(edge).kind === 'meanwhile' ? nowhere : node));
  const frameOf = (node: number): Stage | undefined => frames.get(node);
  /** The edges of the process by which a stage is come to at a node, by the node that stands for it there. */
  const comingIn = new Map<number, number[]>();
  const doors = new Map<number, number>();
  const doorTo = (node: number, stage: Stage): number => {
    const known = doors.get(node);
    if (known !== undefined) return known;
    stages.push(stage);
    const door = size + stages.length;
    doors.set(node, door);
    comingIn.set(door, []);
    return door;
  };
  for (const [edge, before] of ways.from.entries()) {
    const node = to[edge] ?? nowhere;
    const stage = frameOf(node);
    if (stage === undefined || frameOf(before) === stage) continue;
    const door = doorTo(node, stage);
    to[edge] = door;
    comingIn.get(door)?.push(edge);
  }
  const begins = starts.map((start) => {
    const stage = frameOf(start);
    return stage === undefined ? start : doorTo(start, stage);
  });
  const between = from.length;
  const behindDoors: number[] = [];
  for (const [node, door] of doors) {
    from.push(door);
    to.push(node);
    behindDoors.push(door);
  }
  return {
    graph: digraphOf(size + 1 + stages.length, from, to),
    starts: begins,
    limit: (at) => {
      if (at < size) return frameOf(at) === undefined ? own(at) : noTime;
      const whole = stageLimit(stages[at - size - 1], level);
      return whole === undefined ? noTime : totalOf(whole, flow.hours());
    },
    written: (at) => (at < size ? written(at) : stageLimit(stages[at - size - 1], level)),
    stage: (at) => stages[at - size - 1],
    rounds: (edge) => {
      if (edge >= between)
        // What leads from the door of a stage to its node is the way by which the door was come to.
        return (comingIn.get(behindDoors[edge - between] ?? -1) ?? []).reduce(
          (most, before) => Math.max(most, roundsOf(flow, before)),
          0,
        );
      const stage = frameOf(ways.from[edge] ?? 0);
      // All rounds within a stage that has a limit are within that limit.
      return stage !== undefined && stage === frameOf(ways.to[edge] ?? 0) ? 0 : roundsOf(flow, edge);
    },
  };
}

const stageLimit = (stage: Stage | undefined, level: CaseLevel): Duration | undefined =>
  stage && withinAt(stage, level);

/** The nodes that a case comes to without anything being late: what is done then, or meanwhile, is in no limit. */
const usualNodes = ({ shape, entries, node, isBeside }: AnalysedFlow): Reached =>
  reach(
    shape,
    entries.filter((at) => !isSideEntry(node(at))),
    { takes: (edge) => !isBeside(shape.to[edge] ?? 0) },
  );

/**
 * The nodes whose time is that of a stage around them, with the outermost such stage. Its limit counts in place of
 * those of its steps where they can take longer together, or where one of them has none.
 */
function limitedStages(
  flow: AnalysedFlow,
  { level, counts }: WaitGraphOptions,
  limit: (at: number) => TotalTime,
): ReadonlyMap<number, Stage> {
  const { process, ways } = flow;
  const byNode = new Map<number, Stage>();
  const limited = process.stages.filter((stage) => stageLimit(stage, level) !== undefined);
  if (limited.length === 0) return byNode;
  const usual = usualNodes(flow);
  const aroundStage = stagesAround(process);
  const around = process.nodes.map(({ stage }) => aroundStage(stage));
  for (const stage of limited) {
    const isInside = (at: number): boolean => around[at]?.includes(stage) === true;
    const inside = process.nodes.flatMap((_, at) =>
      isInside(at) && !byNode.has(at) && usual.has(at) ? [at] : [],
    );
    const isTimed = (at: number): boolean =>
      counts?.(at) !== false && ['step', 'wait', 'escalate', 'call'].includes(flow.node(at).kind);
    const isOpen = inside.some((at) => isTimed(at) && elapsedSeconds(limit(at)) === 0);
    const most = elapsedSeconds(totalOf(stageLimit(stage, level) ?? [], flow.hours()), flow.hours());
    const isOver = (): boolean => {
      const starts = inside.filter(
        (at) =>
          (ways.incoming[at] ?? []).every((edge) => !isInside(ways.from[edge] ?? 0)) ||
          (ways.incoming[at] ?? []).some((edge) => !isInside(ways.from[edge] ?? 0)),
      );
      const { total } = longestPaths(ways, {
        starts,
        weight: (at) => (isInside(at) ? elapsedSeconds(limit(at), flow.hours()) : 0),
        rounds: (edge) => roundsOf(flow, edge),
        stopsAt: (at) => !isInside(at),
      });
      return inside.some((at) => Math.round(total[at] ?? 0) > Math.round(most));
    };
    if (isOpen || isOver()) for (const at of inside) byNode.set(at, stage);
  }
  return byNode;
}
