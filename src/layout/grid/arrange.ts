import type { Deadline } from '../deadline.ts';
import { searchLimits } from '../weights.ts';
import { arrangementCost } from './arrangement-cost.ts';
import { type Arrangement, branchesOf, candidates } from './candidates.ts';
import type { Ranked } from './phases.ts';
import { placeStrands } from './place-strands.ts';
import { usualGaps } from './rows.ts';

/**
 * Moves strands, and all that branches off them, to other columns, and side branches to the row of their source or
 * below it, as long as that makes the chart better: a local search, first improvement, each try costed on the
 * lattice with all edges routed. `searchLimits.routedEdges` bounds how many edges are routed in all.
 */
export function arrange({ chart, strands, assignRows }: Ranked, deadline: Deadline): Arrangement {
  const work = searchLimits.routedEdges;
  const gaps = usualGaps(chart);
  const rows = assignRows(gaps);
  let best: Arrangement = { rows, places: placeStrands(chart, rows, strands, deadline), gaps };
  if (chart.edges.length > work / searchLimits.fewestTries) return best;
  const costOf = arrangementCost(chart, strands, deadline);
  let left = work - chart.edges.length;
  let twice = false;
  let { cost: bestCost } = costOf(best, { limit: Number.POSITIVE_INFINITY, twice });
  // What each candidate of the best arrangement costs at least, however carefully its edges are routed, by its key.
  const floors = new Map<string, number>();
  const branches = branchesOf(strands);
  // To have each edge look for its way once tells well enough at first; what is best then has to stand a closer look.
  for (let better = true; left > 0 && (better || !twice); ) {
    if (!better) {
      twice = true;
      left -= chart.edges.length;
      bestCost = costOf(best, { limit: Number.POSITIVE_INFINITY, twice }).cost;
    }
    better = false;
    for (const { key, base, places, gaps } of candidates(chart, strands, branches, () => best)) {
      if (left <= 0) break;
      left -= chart.edges.length;
      if (base === best && (floors.get(key) ?? 0) >= bestCost) continue;
      const next = { rows: gaps === best.gaps ? best.rows : assignRows(gaps), places, gaps };
      const { cost, floor } = costOf(next, { limit: bestCost, twice });
      if (cost < bestCost - searchLimits.leastGain) {
        best = next;
        bestCost = cost;
        floors.clear();
        better = true;
      } else if (base === best) floors.set(key, floor);
    }
  }
  return best;
}
