import type { Chart } from '../chart.ts';
import type { Deadline } from '../deadline.ts';
import { arrangementLimits } from '../weights.ts';
import { freeSegment } from './rows.ts';

/**
 * Pairs of nodes of which the second must stand below the first, so that of two stages side by side in the flow, the
 * one that leads to the other stands wholly above it. Stages that lead to each other have no order.
 */
export function stageOrder(chart: Chart, deadline: Deadline): readonly (readonly [number, number])[] {
  const pairs: [number, number][] = [];
  const constraints = chart.nodes.map(() => [] as number[]);
  for (const { from, to, back } of chart.edges) if (!back) constraints[from]?.push(to);
  const members = membersOf(chart);
  for (const [index, one] of members.entries())
    for (
      let next = index + 1;
      next < Math.min(members.length, index + arrangementLimits.nearStages);
      next++
    ) {
      const other = members[next];
      if (other === undefined || chart.stages[index]?.parent !== chart.stages[next]?.parent) continue;
      if (one.length === 0 || other.length === 0) continue;
      deadline();
      const ahead = reaches(constraints, one, other);
      const behind = reaches(constraints, other, one);
      if (ahead === behind) continue;
      const [above, below] = ahead ? [one, other] : [other, one];
      for (const from of above)
        for (const to of below) {
          pairs.push([from, to]);
          constraints[from]?.push(to);
        }
    }
  return pairs;
}

/** The nodes of each stage, those of the stages in it included. */
const membersOf = (chart: Chart): readonly (readonly number[])[] => {
  const members: number[][] = chart.stages.map(() => []);
  for (const { index, stage } of chart.nodes)
    for (let at = stage; at !== undefined; at = chart.stages[at]?.parent) members[at]?.push(index);
  return members;
};

const reaches = (
  constraints: readonly (readonly number[])[],
  from: readonly number[],
  to: readonly number[],
): boolean => {
  const goal = new Set(to);
  const seen = new Set(from);
  const open = [...from];
  for (let node = open.pop(); node !== undefined; node = open.pop())
    for (const next of constraints[node] ?? []) {
      if (goal.has(next)) return true;
      if (seen.has(next)) continue;
      seen.add(next);
      open.push(next);
    }
  return false;
};

/**
 * For each node the number of its segment: a stretch of the document that lies in one stage. Where segments stand one
 * below the other in the order of the document, frames can't be in each other's way. `free` are the nodes that stand
 * beside all segments.
 */
export function documentSegments(chart: Chart, free: readonly number[]): Int32Array {
  const segments = new Int32Array(chart.nodes.length);
  for (const node of free) segments[node] = freeSegment;
  let segment = 0;
  let before: Chart['nodes'][number] | undefined;
  for (const node of chart.nodes) {
    if (segments[node.index] === freeSegment) continue;
    if (before !== undefined && node.stage !== before.stage) segment++;
    segments[node.index] = segment;
    before = node;
  }
  return segments;
}

/**
 * A copy of the chart in which every edge that leads to an earlier segment counts as one that goes back, and all others
 * as forward.
 */
export function followSegments(chart: Chart, segments: Int32Array): Chart {
  const segmentOf = (node: number): number => segments[node] ?? 0;
  const edges = chart.edges.map((edge) => {
    const way = segmentOf(edge.to) - segmentOf(edge.from);
    const back = way === 0 ? edge.back : way < 0;
    return { ...edge, back, main: edge.main && !back };
  });
  return { ...chart, edges, order: chart.order.toSorted((a, b) => segmentOf(a) - segmentOf(b)) };
}
