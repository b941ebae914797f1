import type { Chart, ChartEdge } from '../chart.ts';
import { isFan } from '../is-fan.ts';

/** What it costs an edge to leave its source and to come to its target, by a side or along the flow. */
export interface EdgeEnds {
  readonly leavesBySide: number;
  readonly leavesAhead: number;
  readonly entersBySide: number;
  readonly entersAhead: number;
}

/** For each edge; none of it depends on where anything stands. */
export const edgeEnds = (chart: Chart): readonly EdgeEnds[] =>
  chart.edges.map((edge) => {
    const fan = isFan(chart, edge.from);
    return {
      leavesBySide: costOfSide(chart, edge, fan),
      leavesAhead: costAhead(chart, edge, fan),
      entersBySide: edge.back ? 0 : chart.nodes[edge.to]?.shape === 'decision' ? 32 : 20,
      entersAhead: edge.back ? 10 : 0,
    };
  });

const costOfSide = (chart: Chart, edge: ChartEdge, fan: boolean): number => {
  if (!edge.back && fan) return 40;
  if (!edge.main) return 0;
  const from = chart.nodes[edge.from];
  const into = from?.lane === chart.nodes[edge.to]?.lane ? 24 : from?.shape === 'decision' ? 10 : 2;
  // Two sides and the foot are all that there is to leave by.
  return into + ((from?.outgoing.length ?? 0) > 2 ? 24 : 0);
};

const costAhead = (chart: Chart, edge: ChartEdge, fan: boolean): number => {
  if (edge.back) return chart.nodes[edge.from]?.outgoing.length === 1 ? 6 : 24;
  return edge.main || fan ? 0 : 16;
};
