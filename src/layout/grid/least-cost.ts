import type { ChartEdge } from '../chart.ts';
import { routeWeights } from '../weights.ts';
import type { EdgeEnds } from './edge-ends.ts';
import type { Lattice } from './lattice.ts';

/**
 * What no way of an edge can cost less than, whatever else runs in the lattice: that of the best of its patterns (see
 * route-patterns.ts), were nothing in its way.
 */
export function leastCost({ from, to, back }: ChartEdge, ends: EdgeEnds, lattice: Lattice): number {
  const { leavesBySide, leavesAhead, entersAhead } = ends;
  const { left, right, row, middle, roughX, roughY } = lattice;
  const { bend, way } = routeWeights;
  if (from === to) return 3 * bend + leavesBySide + entersAhead;
  const sideFrom = left[from] === right[from];
  const sideTo = left[to] === right[to];
  const xFrom = nearest(left[from] ?? 0, right[from] ?? 0, middle[to] ?? 0);
  const xTo = nearest(left[to] ?? 0, right[to] ?? 0, sideFrom ? (middle[from] ?? 0) : xFrom);
  const yFrom = row[from] ?? 0;
  const yTo = row[to] ?? 0;
  const length =
    way *
    (Math.abs((roughX[xFrom] ?? 0) - (roughX[xTo] ?? 0)) +
      Math.abs((roughY[yFrom] ?? 0) - (roughY[yTo] ?? 0)));
  const towards = xTo > xFrom === back ? 1 : 0;
  if (yFrom === yTo && sideFrom && sideTo) return length + Math.min(leavesBySide + towards, 3 * bend);
  const isBelow = yTo > yFrom;
  const sameColumn = xFrom === xTo;
  if (isBelow && sameColumn) return length + Math.min(leavesAhead + entersAhead, 2 * bend);
  // Out of a column into the channel beside it and back.
  const detour = sameColumn ? 2 * way * Math.abs((roughX[xFrom + 1] ?? 0) - (roughX[xFrom] ?? 0)) : 0;
  // Past its row into the channel behind it and back.
  const turn = isBelow ? 0 : 2 * way * Math.abs((roughY[yTo] ?? 0) - (roughY[yTo - 1] ?? 0));
  const around = leastThroughChannel(ends, sideFrom, sideTo, detour, turn);
  return length + (isBelow ? Math.min(around, leastDown(ends, sideFrom, sideTo, towards)) : around);
}

/**
 * The least cost of bends and ends of a way that turns off in a channel beside its ends, longer by `detour` and by
 * a `turn` for each end along the flow.
 */
const leastThroughChannel = (
  { leavesBySide, leavesAhead, entersBySide, entersAhead }: EdgeEnds,
  sideFrom: boolean,
  sideTo: boolean,
  detour: number,
  turn: number,
): number => {
  const { bend } = routeWeights;
  let least = 4 * bend + leavesAhead + entersAhead + detour + 2 * turn;
  if (sideFrom) least = Math.min(least, 3 * bend + leavesBySide + entersAhead + detour + turn);
  if (sideTo) least = Math.min(least, 3 * bend + leavesAhead + entersBySide + detour + turn);
  if (sideFrom && sideTo) least = Math.min(least, 2 * bend + leavesBySide + entersBySide + detour);
  return least;
};

/** The least cost of bends and ends of a way to another column further down that only ever goes on down. */
const leastDown = (
  { leavesBySide, leavesAhead, entersBySide, entersAhead }: EdgeEnds,
  sideFrom: boolean,
  sideTo: boolean,
  towards: number,
): number => {
  const { bend } = routeWeights;
  let least = 2 * bend + leavesAhead + entersAhead;
  if (sideFrom) least = Math.min(least, bend + leavesBySide + entersAhead + towards);
  if (sideTo) least = Math.min(least, bend + leavesAhead + entersBySide);
  return least;
};

const nearest = (low: number, high: number, x: number): number => Math.max(low, Math.min(x, high));
