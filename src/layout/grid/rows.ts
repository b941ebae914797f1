import type { Chart, ChartEdge } from '../chart.ts';

/** What else than the edges decides where nodes stand along the flow. */
export interface RowRules {
  /** Pairs of nodes of which the second must stand below the first. */
  readonly after: readonly (readonly [number, number])[];
  /** All nodes of a segment stand below all of those before it; edges between segments lead that way. */
  readonly segments: Int32Array | undefined;
}

/**
 * How many rows the target of each edge stands below its source at least. What leaves a node by its side may stand
 * beside it, in the same row.
 */
export function usualGaps(chart: Chart): Uint8Array {
  return Uint8Array.from(chart.edges, (edge) => (mayStandBeside(chart, edge) ? 0 : 1));
}

/**
 * Gives each node its row: under all that lead to it, as near to them as can be (longest path). Touchpoints stand in the
 * first row, but one whose path joins much later comes down to where it joins.
 */
export function assignRows(chart: Chart, gaps: Uint8Array, { after, segments }: RowRules): Int32Array {
  const rows = new Int32Array(chart.nodes.length);
  const constraints: { readonly to: number; readonly gap: number }[][] = chart.nodes.map(() => []);
  for (const { index, from, to, back } of chart.edges)
    if (!back) constraints[from]?.push({ to, gap: gaps[index] ?? 1 });
  for (const [above, below] of after) constraints[above]?.push({ to: below, gap: 1 });
  const order = after.length === 0 ? chart.order : topological(constraints, chart.order);
  let floor = 0;
  let last = -1;
  let segment = 0;
  for (const node of order) {
    if (segments !== undefined && segments[node] !== segment) {
      segment = segments[node] ?? 0;
      floor = last + 1;
    }
    const row = Math.max(floor, rows[node] ?? 0);
    rows[node] = row;
    last = Math.max(last, row);
    for (const { to, gap } of constraints[node] ?? []) rows[to] = Math.max(rows[to] ?? 0, row + gap);
  }
  if (chart.stages.length === 0) lowerLateStarts(chart, order, constraints, rows);
  return rows;
}

/** A path that joins so many rows later comes down to where it joins. */
const lateStart = 4;

const lowerLateStarts = (
  chart: Chart,
  order: readonly number[],
  constraints: readonly (readonly { readonly to: number; readonly gap: number }[])[],
  rows: Int32Array,
): void => {
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
  for (let index = order.length - 1; index >= 0; index--) {
    const node = order[index] ?? 0;
    const exits = constraints[node] ?? [];
    if (!free[node] || exits.length !== 1) continue;
    const [exit] = exits;
    if (exit === undefined) continue;
    const latest = (rows[exit.to] ?? 0) - exit.gap;
    const joins = free[exit.to] !== true;
    if (!joins || latest - (rows[node] ?? 0) >= lateStart) rows[node] = Math.max(rows[node] ?? 0, latest);
  }
};

/** Whether an edge's target can stand in the row of its source: it leaves by a side. */
export const mayStandBeside = (chart: Chart, edge: ChartEdge): boolean => {
  const from = chart.nodes[edge.from];
  const to = chart.nodes[edge.to];
  if (edge.main || edge.back || from === undefined || to === undefined) return false;
  if (from.shape === 'parallel-bar' || to.shape === 'parallel-bar') return false;
  return from.outgoing.length <= mostBeside;
};

/** A node has a foot and two sides to send edges out of. */
const mostBeside = 3;

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
