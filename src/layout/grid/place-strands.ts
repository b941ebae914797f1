import type { Chart } from '../chart.ts';
import type { Deadline } from '../deadline.ts';
import type { Strand, Strands } from './strands.ts';

/** The rows that a strand keeps for itself in its column. */
export interface StrandExtent {
  readonly first: number;
  readonly last: number;
}

/** A strand's rows, and those below it down to where it joins another. */
export function strandExtent(chart: Chart, rows: Int32Array, strand: Strand): StrandExtent {
  const first = rows[strand.nodes[0] ?? 0] ?? 0;
  const foot = strand.nodes.at(-1) ?? 0;
  let last = rows[foot] ?? 0;
  for (const index of chart.nodes[foot]?.outgoing ?? []) {
    const edge = chart.edges[index];
    if (edge?.main === true && !edge.back) last = Math.max(last, (rows[edge.to] ?? 0) - 1);
  }
  return { first, last };
}

/**
 * A first column for each strand, from 0 in each lane: beside the strand that it branches off, where its rows are free
 * and the way to it is; to the right rather than to the left.
 */
export function placeStrands(
  chart: Chart,
  rows: Int32Array,
  strands: Strands,
  deadline: Deadline,
): Float64Array {
  const columns = new Float64Array(strands.list.length);
  const taken = new Map<number, StrandExtent[]>();
  const laneFactor = 1e6;
  const key = (lane: number, column: number): number => lane * laneFactor + column + laneFactor / 2;
  const isFree = (lane: number, column: number, { first, last }: StrandExtent): boolean =>
    (taken.get(key(lane, column)) ?? []).every((other) => other.last < first || other.first > last);
  for (const strand of strands.list) {
    const extent = strandExtent(chart, rows, strand);
    const parent = strand.parent === undefined ? undefined : strands.list[strand.parent.strand];
    const sameLane = parent !== undefined && parent.lane === strand.lane;
    const origin = sameLane ? (columns[parent.index] ?? 0) : 0;
    const home = sameLane ? 1 : 0;
    let column = origin + home;
    for (let reach = home; ; reach++) {
      deadline();
      column = origin + reach;
      if (isFree(strand.lane, column, extent)) break;
    }
    columns[strand.index] = column;
    const list = taken.get(key(strand.lane, column));
    if (list === undefined) taken.set(key(strand.lane, column), [extent]);
    else list.push(extent);
  }
  return columns;
}
