import type { Chart, ChartEdge } from '../chart.ts';
import type { Deadline } from '../deadline.ts';
import { LastUsers, type UsedSteps } from './last-users.ts';
import type { Lattice } from './lattice.ts';
import type { Route } from './occupancy.ts';

/** A straight stretch on one line of the lattice: of one edge, or of several that run there together. */
export interface Run {
  readonly index: number;
  /** True for one along the flow, on a line across (x); false for one on a line y. */
  readonly upright: boolean;
  readonly line: number;
  /** Between which crossing lines it reaches. */
  low: number;
  high: number;
  /**
   * The places at which other runs go off from it, or nodes are:
   * at the crossing line `at`, to a lower or a higher coordinate.
   */
  readonly turns: Turn[];
}

export interface Turn {
  readonly at: number;
  readonly side: -1 | 1;
  /** The run that goes off. */
  readonly run: number;
  readonly edge: number;
}

export interface Runs {
  readonly list: readonly Run[];
  /** For each edge the runs of its route, one after the other. */
  readonly of: readonly (readonly number[])[];
}

interface Segment {
  readonly edge: number;
  readonly upright: boolean;
  readonly line: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Cuts routes into straight runs. Where two edges with one source or one target run on the same steps, or turn into the
 * same run at the same point, they share a run: a trunk that branches out, or branches that join.
 */
export function findRuns(chart: Chart, lattice: Lattice, routes: readonly Route[], deadline: Deadline): Runs {
  const { segments, ofEdge } = cutIntoSegments(lattice, routes);
  const groups = new SegmentGroups(chart, segments, deadline);
  joinAlong(chart, segments, groups);
  joinAtCorners(segments, ofEdge, groups);
  return collect(segments, ofEdge, (segment) => groups.find(segment));
}

interface Segments {
  readonly segments: readonly Segment[];
  /** For each edge the indexes of its segments, one after the other. */
  readonly ofEdge: readonly (readonly number[])[];
}

const cutIntoSegments = ({ width }: Lattice, routes: readonly Route[]): Segments => {
  const segments: Segment[] = [];
  const row = (point: number): number => Math.floor(point / width);
  const ofEdge = routes.map((route, edge) => {
    const own: number[] = [];
    for (let index = 1; index < route.length; index++) {
      const from = route[index - 1] ?? 0;
      const to = route[index] ?? 0;
      const upright = from % width === to % width;
      own.push(segments.length);
      segments.push(
        upright
          ? { edge, upright, line: from % width, from: row(from), to: row(to) }
          : { edge, upright, line: row(from), from: from % width, to: to % width },
      );
    }
    return own;
  });
  return { segments, ofEdge };
};

/** Segments that are to be one run: a union-find over them. */
class SegmentGroups {
  readonly #chart: Chart;
  readonly #segments: readonly Segment[];
  readonly #deadline: Deadline;
  readonly #parent: number[];
  readonly #members: number[][];

  constructor(chart: Chart, segments: readonly Segment[], deadline: Deadline) {
    this.#chart = chart;
    this.#segments = segments;
    this.#deadline = deadline;
    this.#parent = segments.map((_, segment) => segment);
    this.#members = segments.map((_, segment) => [segment]);
  }

  /** The segment that stands for the group of another. */
  find(segment: number): number {
    const parent = this.#parent;
    let root = segment;
    while (parent[root] !== root) root = parent[root] ?? root;
    for (let at = segment; at !== root; ) {
      const next = parent[at] ?? root;
      parent[at] = root;
      at = next;
    }
    return root;
  }

  /** Whether the edges of two segments have one source or one target. */
  areRelated(a: number, b: number): boolean {
    const one = this.#chart.edges[this.#segments[a]?.edge ?? -1];
    const other = this.#chart.edges[this.#segments[b]?.edge ?? -1];
    return one !== undefined && other !== undefined && areRelated(one, other);
  }

  /**
   * Makes one group of two. Refuses where that would lay two
   * edges on one another that have nothing to do with each other.
   */
  join(a: number, b: number): boolean {
    const low = Math.min(this.find(a), this.find(b));
    const high = Math.max(this.find(a), this.find(b));
    if (low === high) return false;
    this.#deadline();
    const [one = [], other = []] = [this.#members[low], this.#members[high]];
    const apart = (first: number, second: number): boolean =>
      this.areRelated(first, second) || !overlap(this.#segments[first], this.#segments[second]);
    if (!one.every((first) => other.every((second) => apart(first, second)))) return false;
    this.#parent[high] = low;
    one.push(...other);
    return true;
  }
}

/** Joins segments on the same steps, of edges with one source or one target. */
const joinAlong = (chart: Chart, segments: readonly Segment[], groups: SegmentGroups): void => {
  const ofSource = new LastUsers();
  const ofTarget = new LastUsers();
  segments.forEach(({ edge, upright, line, from: start, to: end }, segment) => {
    const { from: source, to: target } = chart.edges[edge] ?? { from: 0, to: 0 };
    const steps = { low: Math.min(start, end), high: Math.max(start, end), user: segment };
    const lineOf = (node: number): number => (2 * line + (upright ? 1 : 0)) * chart.nodes.length + node;
    // Who was on these steps before, of the edges with the same source and of those with the same target: as they
    // are met.
    const met = [...ofSource.take(lineOf(source), steps), ...ofTarget.take(lineOf(target), steps)];
    const way = (used: UsedSteps): number =>
      end > start ? Math.max(used.low, start) : -Math.min(used.high, start);
    for (const { user } of met.sort((a, b) => way(a) - way(b))) groups.join(segment, user);
  });
};

/**
 * Joins segments that turn into one run at one point. Joining at one end can make the runs at the other end meet as
 * well: as often as routes have corners.
 */
const joinAtCorners = (
  segments: readonly Segment[],
  ofEdge: Segments['ofEdge'],
  groups: SegmentGroups,
): void => {
  const corners = ofEdge.flatMap((own) =>
    own.flatMap((segment, index) =>
      [own[index - 1], own[index + 1]].flatMap((neighbour) =>
        neighbour === undefined ? [] : [{ segment, neighbour }],
      ),
    ),
  );
  for (let changed = true; changed; ) {
    changed = false;
    const meeting = new Map<string, number[]>();
    for (const { segment, neighbour } of corners) {
      const key = `${groups.find(neighbour)} ${segments[segment]?.line ?? 0}`;
      const others = meeting.get(key);
      if (others === undefined) {
        meeting.set(key, [segment]);
        continue;
      }
      for (const other of others)
        if (groups.areRelated(segment, other) && groups.join(segment, other)) changed = true;
      others.push(segment);
    }
  }
};

const overlap = (one: Segment | undefined, other: Segment | undefined): boolean =>
  one !== undefined &&
  other !== undefined &&
  Math.min(one.from, one.to) <= Math.max(other.from, other.to) &&
  Math.min(other.from, other.to) <= Math.max(one.from, one.to);

const areRelated = (one: ChartEdge, other: ChartEdge): boolean =>
  one.from === other.from || one.to === other.to;

const collect = (
  segments: readonly Segment[],
  ofEdge: readonly (readonly number[])[],
  find: (segment: number) => number,
): Runs => {
  const list: Run[] = [];
  const runOf = new Map<number, Run>();
  segments.forEach(({ upright, line, from, to }, segment) => {
    const root = find(segment);
    let run = runOf.get(root);
    if (run === undefined) {
      run = {
        index: list.length,
        upright,
        line,
        low: Math.min(from, to),
        high: Math.max(from, to),
        turns: [],
      };
      runOf.set(root, run);
      list.push(run);
    }
    run.low = Math.min(run.low, from, to);
    run.high = Math.max(run.high, from, to);
  });
  const of = ofEdge.map((own) => own.map((segment) => runOf.get(find(segment))?.index ?? 0));
  ofEdge.forEach((own, edge) => {
    own.forEach((segment, index) => {
      const run = list[of[edge]?.[index] ?? -1];
      const here = segments[segment];
      if (run === undefined || here === undefined) return;
      for (const [neighbour, at] of [
        [index - 1, here.from],
        [index + 1, here.to],
      ] as const) {
        const next = segments[own[neighbour] ?? -1];
        const nextRun = of[edge]?.[neighbour];
        if (next === undefined || nextRun === undefined) continue;
        const away = neighbour < index ? next.from : next.to;
        const side = away > here.line ? 1 : -1;
        if (!run.turns.some((turn) => turn.run === nextRun && turn.side === side && turn.at === at))
          run.turns.push({ at, side, run: nextRun, edge });
      }
    });
  });
  return { list, of };
};
