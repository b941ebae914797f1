import type { Chart, ChartEdge } from '../chart.ts';
import type { Deadline } from '../deadline.ts';
import type { Lattice } from './lattice.ts';
import { Occupancy, type Route } from './occupancy.ts';
import { RouteCost } from './route-cost.ts';
import { routePatterns } from './route-patterns.ts';

export interface RoutedLattice {
  readonly routes: readonly Route[];
  /** Bends, length and crossings together; less is better. */
  readonly cost: number;
}

/**
 * Finds a way for each edge: the main ways first, then the others from short to long. In every further pass each edge
 * is taken out and looks again, now that it knows where all others run.
 */
export function routeEdges(
  chart: Chart,
  lattice: Lattice,
  order: readonly ChartEdge[],
  passes: number,
  deadline: Deadline,
  limit = Number.POSITIVE_INFINITY,
): RoutedLattice {
  const occupancy = new Occupancy(lattice);
  const costs = new RouteCost(chart, lattice, occupancy);
  const routes: Route[] = chart.edges.map(() => []);
  let total = 0;
  for (let pass = 0; pass < passes; pass++) {
    total = 0;
    for (const edge of order) {
      deadline();
      const old = routes[edge.index] ?? [];
      if (old.length > 0) occupancy.remove(edge.index, old);
      const best = bestRoute(edge, lattice, costs);
      occupancy.add(edge.index, best.route);
      routes[edge.index] = best.route;
      total += best.cost;
      if (pass === passes - 1 && total > limit) return { routes, cost: total };
    }
  }
  return { routes, cost: total };
}

const bestRoute = (
  edge: ChartEdge,
  lattice: Lattice,
  costs: RouteCost,
): { readonly route: Route; readonly cost: number } => {
  let best: { readonly route: Route; readonly cost: number } = { route: [], cost: Number.POSITIVE_INFINITY };
  for (const { bends, routes } of routePatterns(lattice, edge.from, edge.to)) {
    if (costs.least(edge, bends) >= best.cost) break;
    const candidates = routes.map((route) => ({ route, base: costs.base(edge, route) }));
    if (candidates.length > 1) candidates.sort((a, b) => a.base - b.base);
    for (const { route, base } of candidates) {
      if (base >= best.cost) break;
      const cost = base + costs.extra(edge, route, best.cost - base);
      if (cost < best.cost) best = { route, cost };
    }
  }
  return best;
};

/** The order in which edges look for their ways. */
export function routingOrder(chart: Chart, rows: Int32Array): readonly ChartEdge[] {
  const rank = (edge: ChartEdge): number => {
    const span = Math.abs((rows[edge.to] ?? 0) - (rows[edge.from] ?? 0));
    const group = edge.from === edge.to ? 3 : edge.back ? 2 : edge.main ? 0 : 1;
    return group * 1e6 + span;
  };
  return [...chart.edges].sort((a, b) => rank(a) - rank(b) || a.index - b.index);
}
