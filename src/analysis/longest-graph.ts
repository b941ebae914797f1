import { type Digraph, digraphOf } from '../graph/digraph.ts';
import { pathTo, reach } from '../graph/reach.ts';
import type { Duration } from '../language/duration.ts';
import { dayCountOf, noTime, type TotalTime, totalOf } from '../language/total-time.ts';
import type { Stage } from '../model/process.ts';
import type { AnalysedFlow } from './analysed-flow.ts';
import { type CaseLevel, withinAt } from './level-limits.ts';
import { limitOf, writtenLimit } from './longest-limit.ts';
import { type CoveredStage, coveredStages } from './longest-stage.ts';
import { roundsOf } from './service-view.ts';

/**
 * A process as its times add up. The first nodes and edges are those of its `ways`, with their numbers. Behind them
 * stand nodes for stages whose own limit counts in place of those of their steps, and for the doors into these.
 */
export interface WaitGraph {
  readonly graph: Digraph;
  /** The nodes at which ways begin. */
  readonly starts: readonly number[];
  /** How long a node may take. */
  limit(at: number): TotalTime;
  /** As it was written, where it was. */
  written(at: number): Duration | undefined;
  /** The stage of a node that is none of the process: of a door into it, or of one for its whole time. */
  stage(at: number): Stage | undefined;
  /** How often an edge may be taken that leads back. */
  rounds(edge: number): number;
  /** The nodes of the process for which an edge stands: those of a stage, whose limit counts for them. */
  between(edge: number): readonly number[];
}

/** What is asked of a graph of times. */
export interface WaitGraphOptions {
  /** The level of the case: that of one without a level if nothing is said. */
  readonly level?: CaseLevel;
  /** Nodes where a way is over. */
  stopsAt?(at: number): boolean;
  /** False for a node whose own time does not count. */
  counts?(at: number): boolean;
  /** The most seconds that count at a node, with a working day as a day; all of its time if nothing is said. */
  most?(at: number): number | undefined;
}

/** The times of a process on ways from some of its nodes. */
export function waitGraph(
  flow: AnalysedFlow,
  starts: readonly number[],
  { level, counts, most, stopsAt = () => false }: WaitGraphOptions,
): WaitGraph {
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
  const stages = coveredStages(flow, level, own, (at) => counts?.(at) !== false);
  if (stages.length === 0)
    return {
      graph: flow.ways,
      starts,
      limit: own,
      written,
      stage: () => undefined,
      rounds: (edge) => roundsOf(flow, edge),
      between: () => [],
    };

  const size = flow.process.nodes.length;
  const doors = new StageDoors(flow, stopsAt);
  const begins = stages.reduce<readonly number[]>((nodes, stage) => doors.add(stage, nodes), starts);
  const covered = new Set(stages.flatMap((stage) => [...stage.covered]));
  const stageAt = (at: number): Stage | undefined => doors.stages.get(at);
  const limitAt = (stage: Stage | undefined): Duration | undefined => stage && withinAt(stage, level);
  return {
    graph: doors.graph(),
    starts: begins,
    limit: (at) => {
      if (at < size) return covered.has(at) ? noTime : own(at);
      const whole = doors.wholes.has(at) ? limitAt(stageAt(at)) : undefined;
      return whole === undefined ? noTime : totalOf(whole, flow.hours());
    },
    written: (at) => (at < size ? written(at) : limitAt(stageAt(at))),
    stage: stageAt,
    rounds: (edge) => doors.rounds(edge, (one, other) => stages.some(isWithin(one, other))),
    between: (edge) => doors.between.get(edge) ?? [],
  };
}

/** All rounds within what a limit covers are within that limit. */
const isWithin =
  (one: number, other: number) =>
  ({ covered }: CoveredStage): boolean =>
    covered.has(one) && covered.has(other);

/**
 * The graph while stages are put into it, the outermost first. Each way into a stage comes to a door; from there it
 * goes on step by step, and to what the limit covers by a node that takes as long as that limit.
 */
class StageDoors {
  /** The stage of each node that is none of the process. */
  readonly stages = new Map<number, Stage>();
  /** The nodes that stand for the whole time of theirs. */
  readonly wholes = new Set<number>();
  readonly between = new Map<number, readonly number[]>();
  private readonly flow: AnalysedFlow;
  private readonly stopsAt: (at: number) => boolean;
  private readonly from: number[];
  private readonly to: number[];
  /** A node to which what is on no way leads. */
  private readonly nowhere: number;
  private size: number;

  constructor(flow: AnalysedFlow, stopsAt: (at: number) => boolean) {
    this.flow = flow;
    this.stopsAt = stopsAt;
    this.nowhere = flow.process.nodes.length;
    this.size = this.nowhere + 1;
    this.from = [...flow.ways.from];
    this.to = flow.ways.to.map((node, edge) => (flow.edge(edge).kind === 'meanwhile' ? this.nowhere : node));
  }

  graph(): Digraph {
    return digraphOf(this.size, this.from, this.to);
  }

  /** Puts in a stage; gives the nodes at which ways begin that began at `starts`. */
  add({ stage, inside, covered }: CoveredStage, starts: readonly number[]): readonly number[] {
    const { ways } = this.flow;
    const doors = new Map<number, number>();
    const doorOf = (node: number): number => {
      const known = doors.get(node);
      if (known !== undefined) return known;
      const door = this.addNode(stage);
      doors.set(node, door);
      return door;
    };
    for (const [edge, before] of [...this.from.entries()]) {
      const node = this.to[edge] ?? this.nowhere;
      if (!inside.has(node)) continue;
      if (!inside.has(before)) this.to[edge] = doorOf(node);
      else if (covered.has(node) && !covered.has(before)) this.to[edge] = this.nowhere;
    }
    const begins = starts.map((start) => (inside.has(start) ? doorOf(start) : start));
    const wholes = new Map<number, number>();
    const wholeBefore = (node: number): number => {
      const known = wholes.get(node);
      if (known !== undefined) return known;
      const whole = this.addNode(stage);
      this.wholes.add(whole);
      wholes.set(node, whole);
      this.addEdge(whole, node);
      return whole;
    };
    for (const [node, door] of doors) {
      if (covered.has(node)) {
        this.addEdge(door, wholeBefore(node));
        continue;
      }
      this.addEdge(door, node);
      const { stopsAt } = this;
      const steps = reach(ways, [node], { stopsAt, takes: (edge) => isStepBy(ways.to[edge] ?? node) });
      const found = new Set<number>();
      for (const at of steps.order)
        for (const edge of stopsAt(at) ? [] : (ways.outgoing[at] ?? [])) {
          const next = ways.to[edge] ?? node;
          if (!covered.has(next) || found.has(next)) continue;
          found.add(next);
          this.between.set(this.addEdge(door, wholeBefore(next)), pathTo(ways, steps, at));
        }
    }
    return begins;

    function isStepBy(node: number): boolean {
      return inside.has(node) && !covered.has(node);
    }
  }

  /** How often an edge may lead back; one from a door as often as what leads to the door. */
  rounds(edge: number, isWithinLimit: (from: number, to: number) => boolean): number {
    const { ways } = this.flow;
    if (edge < ways.from.length)
      return isWithinLimit(ways.from[edge] ?? 0, ways.to[edge] ?? 0) ? 0 : roundsOf(this.flow, edge);
    let most = 0;
    const open = [this.from[edge] ?? 0];
    const seen = new Set(open);
    for (const node of open)
      for (const [before, to] of this.to.entries()) {
        if (to !== node) continue;
        const start = this.from[before] ?? 0;
        if (before < ways.from.length) most = Math.max(most, roundsOf(this.flow, before));
        else if (!seen.has(start)) {
          seen.add(start);
          open.push(start);
        }
      }
    return most;
  }

  private addNode(stage: Stage): number {
    this.size += 1;
    this.stages.set(this.size - 1, stage);
    return this.size - 1;
  }

  private addEdge(from: number, to: number): number {
    this.from.push(from);
    this.to.push(to);
    return this.from.length - 1;
  }
}
