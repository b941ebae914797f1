import type { Chart, ChartEdge } from '../chart.ts';
import { arrangementLimits } from '../weights.ts';

/** What else than the edges decides where nodes stand along the flow. */
export interface RowRules {
  /** Pairs of nodes of which the second must stand below the first. */
  readonly after: readonly (readonly [number, number])[];
  /** Pairs of nodes of which the second must not stand above the first. */
  readonly notAbove?: readonly (readonly [number, number])[];
  /**
   * All nodes of a segment stand below all of those before it; edges between segments lead that way. Those of
   * `freeSegment` come first and stand beside the others.
   */
  readonly segments: Int32Array | undefined;
}

export const freeSegment = -1;

/**
 * How many rows the target of each edge stands below its source at least. What leaves a node by its side may stand
 * beside it, in the same row.
 */
export function usualGaps(chart: Chart): Uint8Array {
  return Uint8Array.from(chart.edges, (edge) => (mayStandBeside(chart, edge) ? 0 : 1));
}

/** Gives each node its row, where the gaps of the edges are these. */
export type AssignRows = (gaps: Uint8Array) => Int32Array;

/** A node that is to stand below another: `gap` rows at least, or as many as those of an edge. */
interface Constraint {
  readonly to: number;
  readonly edge?: number;
  readonly gap?: number;
}

/**
 * Puts each node under all that lead to it, as near to them as can be (longest path). Touchpoints stand in the
 * first row, but one whose path joins much later comes down to where it joins. What does not hang on the gaps is
 * found out once.
 */
export function rowAssigner(chart: Chart, { after, notAbove = [], segments }: RowRules): AssignRows {
  const constraints: Constraint[][] = chart.nodes.map(() => []);
  for (const { index, from, to, back } of chart.edges)
    if (!back) constraints[from]?.push({ to, edge: index });
  for (const [above, below] of after) constraints[above]?.push({ to: below });
  for (const [first, second] of notAbove) constraints[first]?.push({ to: second, gap: 0 });
  const order = after.length + notAbove.length === 0 ? chart.order : topological(constraints, chart.order);
  const late = chart.stages.length === 0 ? lateStarts(chart, order, constraints) : [];
  return (gaps) => {
    const gapOf = ({ edge, gap = 1 }: Constraint): number => (edge === undefined ? gap : (gaps[edge] ?? 1));
    const rows = new Int32Array(chart.nodes.length);
    let floor = 0;
    let last = -1;
    let segment = 0;
    for (const node of order) {
      const isFree = segments?.[node] === freeSegment;
      if (segments !== undefined && !isFree && segments[node] !== segment) {
        segment = segments[node] ?? 0;
        floor = last + 1;
      }
      const row = Math.max(isFree ? 0 : floor, rows[node] ?? 0);
      rows[node] = row;
      if (!isFree) last = Math.max(last, row);
      for (const constraint of constraints[node] ?? [])
        rows[constraint.to] = Math.max(rows[constraint.to] ?? 0, row + gapOf(constraint));
    }
    for (const { node, exit, joins } of late) {
      const latest = (rows[exit.to] ?? 0) - gapOf(exit);
      if (!joins || latest - (rows[node] ?? 0) >= arrangementLimits.rowsLater)
        rows[node] = Math.max(rows[node] ?? 0, latest);
    }
    return rows;
  };
}

/** A node of a path that begins at a touchpoint and on which nothing else has joined yet. */
interface LateStart {
  readonly node: number;
  readonly exit: Constraint;
  /** Whether what comes next is where the path joins. */
  readonly joins: boolean;
}

/** From the ends of such paths to their beginnings. */
const lateStarts = (
  chart: Chart,
  order: readonly number[],
  constraints: readonly (readonly Constraint[])[],
): readonly LateStart[] => {
  const free = chart.nodes.map(() => true);
  for (const { from, to, back } of chart.edges)
    if (!back && (chart.nodes[from]?.outgoing.length ?? 0) !== 1) free[to] = false;
  const incoming = chart.nodes.map(({ incoming: edges }) => edges.filter((edge) => !chart.edges[edge]?.back));
  for (const node of order)
    if (
      (incoming[node]?.length ?? 0) > 1 ||
      (incoming[node] ?? []).some((edge) => !free[chart.edges[edge]?.from ?? 0])
    )
      free[node] = false;
  return order.toReversed().flatMap((node): readonly LateStart[] => {
    const [exit, second] = constraints[node] ?? [];
    if (!free[node] || exit === undefined || second !== undefined) return [];
    return [{ node, exit, joins: free[exit.to] !== true }];
  });
};

/** Whether an edge's target can stand in the row of its source: it leaves by a side. */
export const mayStandBeside = (chart: Chart, edge: ChartEdge): boolean => {
  const from = chart.nodes[edge.from];
  const to = chart.nodes[edge.to];
  if (edge.main || edge.back || from === undefined || to === undefined) return false;
  if (from.shape === 'parallel-bar' || to.shape === 'parallel-bar') return false;
  return from.outgoing.length <= arrangementLimits.exitsBeside;
};

/** Kahn's algorithm, ties by the order given; constraints that would close a circle have been left out before. */
const topological = (
  constraints: readonly (readonly { readonly to: number }[])[],
  order: readonly number[],
): readonly number[] => {
  const open = new Int32Array(order.length);
  for (const exits of constraints) for (const { to } of exits) open[to] = (open[to] ?? 0) + 1;
  const sorted: number[] = order.filter((node) => open[node] === 0);
  for (let index = 0; index < sorted.length; index++)
    for (const { to } of constraints[sorted[index] ?? 0] ?? []) {
      const left = (open[to] ?? 0) - 1;
      open[to] = left;
      if (left === 0) sorted.push(to);
    }
  return sorted;
};
