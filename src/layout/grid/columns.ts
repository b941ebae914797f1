import type { Chart } from '../chart.ts';
import type { Strands } from './strands.ts';

/** Which column of its lane each node stands in, counted from 0, and how many each lane has. */
export interface Columns {
  readonly columns: Int32Array;
  readonly columnsOfLane: Int32Array;
}

/** Numbers the columns of each lane from 0; those that no strand stands in are dropped. */
export function countColumns(chart: Chart, strands: Strands, places: Float64Array): Columns {
  const lanes = Math.max(1, chart.lanes.length);
  const used: number[][] = Array.from({ length: lanes }, () => []);
  strands.list.forEach(({ lane, index }) => {
    used[lane]?.push(places[index] ?? 0);
  });
  const distinct = used.map((list) => {
    const sorted = Float64Array.from(list).sort();
    return sorted.filter((place, at) => at === 0 || place !== sorted[at - 1]);
  });
  const columns = new Int32Array(chart.nodes.length);
  for (const { nodes, lane, index } of strands.list) {
    const column = Math.max(0, distinct[lane]?.indexOf(places[index] ?? 0) ?? 0);
    for (const node of nodes) columns[node] = column;
  }
  return { columns, columnsOfLane: Int32Array.from(distinct, ({ length }) => Math.max(1, length)) };
}
