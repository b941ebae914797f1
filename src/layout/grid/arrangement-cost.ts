import type { Chart } from '../chart.ts';
import type { Deadline } from '../deadline.ts';
import { arrangementWeights, routeWeights, searchLimits } from '../weights.ts';
import type { Arrangement } from './candidates.ts';
import { countColumns } from './columns.ts';
import { edgeEnds } from './edge-ends.ts';
import { addFrameRuns } from './frame-runs.ts';
import { frameFaults } from './frames.ts';
import { buildLattice } from './lattice.ts';
import { orderChannels } from './order-channels.ts';
import { routeEdges, routingOrder } from './route-edges.ts';
import { findRuns } from './runs.ts';
import type { Strands } from './strands.ts';

export interface ArrangementCost {
  /** At least `limit` where it is not less than that; then it need not be exact. */
  readonly cost: number;
  /** What the arrangement costs at least, however carefully its edges are routed; 0 where that is not known. */
  readonly floor: number;
}

/** Gives what an arrangement costs; see `routeEdges` for `limit` and `twice`. */
export type CostOfArrangement = (
  arrangement: Arrangement,
  options: { readonly limit: number; readonly twice: boolean },
) => ArrangementCost;

/**
 * Costs arrangements of one chart by routing all edges. The order of routing is kept for as long as the rows are
 * the same.
 */
export function arrangementCost(chart: Chart, strands: Strands, deadline: Deadline): CostOfArrangement {
  const ends = edgeEnds(chart);
  let sequence: { readonly rows: Int32Array; readonly order: ReturnType<typeof routingOrder> } | undefined;
  const orderFor = (rows: Int32Array) => {
    if (sequence?.rows !== rows) sequence = { rows, order: routingOrder(chart, rows) };
    return sequence.order;
  };
  return ({ rows, places }, { limit, twice }) => {
    const { columns, columnsOfLane } = countColumns(chart, strands, places);
    const lattice = buildLattice(chart, rows, columns, columnsOfLane);
    let cost = arrangementWeights.collision * (lattice.collisions + frameFaults(chart, lattice, deadline));
    for (const count of columnsOfLane) cost += arrangementWeights.column * count;
    cost += arrangementWeights.row * lattice.height;
    if (cost >= limit) return { cost, floor: cost };
    const routed = routeEdges(chart, ends, lattice, orderFor(rows), deadline, {
      limit: limit - cost,
      twice,
    });
    cost += routed.cost;
    const floor = routed.routes.length === 0 ? cost : 0;
    if (cost >= limit) return { cost, floor };
    const { runs } = addFrameRuns(chart, lattice, findRuns(chart, lattice, routed.routes, deadline));
    const channels = orderChannels(lattice, runs, searchLimits.channelRoundsOfTry, deadline);
    const more = Math.max(0, channels.crossings - routed.tangles);
    return {
      cost: cost + routeWeights.crossing * more + routeWeights.conflict * channels.conflicts,
      floor,
    };
  };
}
