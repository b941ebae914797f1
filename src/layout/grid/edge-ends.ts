import type { Chart, ChartEdge } from '../chart.ts';
import { isInFan } from '../is-in-fan.ts';
import { endWeights } from '../weights.ts';

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
    const fan = isInFan(chart, edge);
    return {
      leavesBySide: costOfSide(chart, edge, fan),
      leavesAhead: costAhead(chart, edge, fan),
      entersBySide: edge.back
        ? 0
        : isDecision(chart, edge.to)
          ? endWeights.intoDecisionBySide
          : endWeights.intoNodeBySide,
      entersAhead: edge.back ? endWeights.loopFromAhead : 0,
    };
  });

const costOfSide = (chart: Chart, edge: ChartEdge, fan: boolean): number => {
  if (!edge.back && fan) return endWeights.fanBySide;
  if (!edge.main) return 0;
  const from = chart.nodes[edge.from];
  const isInLane = from?.lane === chart.nodes[edge.to]?.lane;
  const { mainBySide, decisionIntoLane, intoLane, sideNeeded } = endWeights;
  const leaving = isInLane ? mainBySide : isDecision(chart, edge.from) ? decisionIntoLane : intoLane;
  // Two sides and the foot are all that there is to leave by.
  return leaving + ((from?.outgoing.length ?? 0) > 2 ? sideNeeded : 0);
};

const costAhead = (chart: Chart, edge: ChartEdge, fan: boolean): number => {
  const { onlyLoopAhead, loopAhead, branchAhead } = endWeights;
  if (edge.back) return chart.nodes[edge.from]?.outgoing.length === 1 ? onlyLoopAhead : loopAhead;
  return edge.main || fan ? 0 : branchAhead;
};

const isDecision = (chart: Chart, node: number): boolean => chart.nodes[node]?.shape === 'decision';
