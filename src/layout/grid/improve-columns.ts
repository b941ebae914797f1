import type { Chart } from '../chart.ts';
import type { Strands } from './strands.ts';

/** Which column of its lane each node stands in, counted from 0, and how many each lane has. */
export interface Columns {
  readonly columns: Int32Array;
  readonly columnsOfLane: Int32Array;
}

export function improveColumns(
  chart: Chart,
  _rows: Int32Array,
  strands: Strands,
  first: Float64Array,
): Columns {
  return countColumns(chart, strands, first);
}

/** Numbers the columns of each lane from 0; those that no strand stands in are dropped. */
export function countColumns(chart: Chart, strands: Strands, places: Float64Array): Columns {
  const lanes = Math.max(1, chart.lanes.length);
  const used: number[][] = Array.from({ length: lanes }, () => []);
  strands.list.forEach(({ lane, index }) => {
    used[lane]?.push(places[index] ?? 0);
  });
  const numbers = used.map((list) => {
    const sorted = [...new Set(list)].sort((a, b) => a - b);
    return new Map(sorted.map((place, number) => [place, number]));
  });
  const columns = new Int32Array(chart.nodes.length);
  for (const { nodes, lane, index } of strands.list)
    for (const node of nodes) columns[node] = numbers[lane]?.get(places[index] ?? 0) ?? 0;
  return { columns, columnsOfLane: Int32Array.from(numbers, ({ size }) => Math.max(1, size)) };
}
