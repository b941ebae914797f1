import type { Chart, ChartEdge } from '../chart.ts';
import type { Deadline } from '../deadline.ts';
import type { EdgeEnds } from './edge-ends.ts';
import type { Lattice } from './lattice.ts';
import { leastCost } from './least-cost.ts';
import { forEachStep, Occupancy, type Route } from './occupancy.ts';
import { RouteCost } from './route-cost.ts';
import { type Candidate, groupsOfPatterns, RoutePatterns } from './route-patterns.ts';

export interface RoutedLattice {
  readonly routes: readonly Route[];
  /** Bends, length and crossings together; less is better. */
  readonly cost: number;
}

/**
 * Finds a way for each edge: the main ways first, then the others from short to long. `limit` ends it as soon as it is sure
 * to cost more than that; the cost is then what it costs at least.
 */
export function routeEdges(
  chart: Chart,
  ends: readonly EdgeEnds[],
  lattice: Lattice,
  order: readonly ChartEdge[],
  deadline: Deadline,
  limit = Number.POSITIVE_INFINITY,
): RoutedLattice {
  const least = new Float64Array(chart.edges.length);
  let cost = 0;
  for (const edge of order) {
    const each = leastCost(edge, ends[edge.index] ?? noEnds, lattice);
    least[edge.index] = each;
    cost += each;
  }
  if (cost > limit) return { routes: [], cost };
  const net = new Net(chart, ends, lattice);
  for (const edge of order) {
    deadline();
    cost += net.route(edge) - (least[edge.index] ?? 0);
    if (cost > limit) break;
  }
  return { routes: net.routes, cost };
}

const noEnds: EdgeEnds = { leavesBySide: 0, leavesAhead: 0, entersBySide: 0, entersAhead: 0 };

/**
 * Finds a way for each edge, and then better ones: each edge looks again now that it knows where all others run. With
 * `swaps`, two that are in each other's way try it in the other order.
 */
export function routeWell(
  chart: Chart,
  ends: readonly EdgeEnds[],
  lattice: Lattice,
  order: readonly ChartEdge[],
  { passes, swaps }: { readonly passes: number; readonly swaps: boolean },
  deadline: Deadline,
): readonly Route[] {
  const net = new Net(chart, ends, lattice);
  for (const edge of order) {
    deadline();
    net.route(edge);
  }
  for (let pass = 0; pass < passes; pass++) {
    for (const edge of order) {
      deadline();
      net.remove(edge);
      net.route(edge);
    }
    for (const edge of swaps ? order : []) {
      deadline();
      for (const rival of net.rivals(edge)) net.swap(edge, rival);
    }
  }
  return net.routes;
}

/** Edges that run in a lattice, and what each costs there. */
class Net {
  readonly routes: Route[];
  readonly #chart: Chart;
  readonly #ends: readonly EdgeEnds[];
  readonly #lattice: Lattice;
  readonly #occupancy: Occupancy;
  readonly #costs: RouteCost;

  constructor(chart: Chart, ends: readonly EdgeEnds[], lattice: Lattice) {
    this.#chart = chart;
    this.#ends = ends;
    this.#lattice = lattice;
    this.#occupancy = new Occupancy(lattice);
    this.#costs = new RouteCost(chart, ends, lattice, this.#occupancy);
    this.routes = chart.edges.map(() => []);
  }

  /** Lets an edge take the best way that there is; returns what it costs. */
  route(edge: ChartEdge): number {
    const patterns = new RoutePatterns(this.#lattice, edge, this.#ends[edge.index] ?? noEnds);
    const { route, cost } = bestRoute(edge, patterns, this.#costs);
    this.#take(edge, route);
    return cost;
  }

  remove(edge: ChartEdge): void {
    this.#occupancy.remove(edge.index, this.routes[edge.index] ?? []);
    this.routes[edge.index] = [];
  }

  /** Edges that hold what an edge would rather take than the way it has. */
  rivals(edge: ChartEdge): readonly ChartEdge[] {
    const own = this.routes[edge.index] ?? [];
    this.remove(edge);
    const rivals = new Set<number>();
    const cost = this.#costs.base(edge, own) + this.#costs.extra(edge, own, Number.POSITIVE_INFINITY);
    const patterns = new RoutePatterns(this.#lattice, edge, this.#ends[edge.index] ?? noEnds);
    for (let group = 0; group < groupsOfPatterns && rivals.size < mostRivals; group++)
      for (const candidate of patterns.candidates(group, cost - worthIt))
        for (const user of this.#users(patterns.route(candidate))) rivals.add(user);
    this.#take(edge, own);
    return [...rivals].slice(0, mostRivals).flatMap((index) => this.#chart.edges[index] ?? []);
  }

  /** Routes two edges anew, the first one first; keeps that if both together cost less. */
  swap(first: ChartEdge, second: ChartEdge): void {
    const old = [this.routes[first.index] ?? [], this.routes[second.index] ?? []] as const;
    this.remove(first);
    this.remove(second);
    const before = this.#put(first, old[0]) + this.#put(second, old[1]);
    this.remove(first);
    this.remove(second);
    const after = this.route(first) + this.route(second);
    if (after < before - 0.5) return;
    this.remove(first);
    this.remove(second);
    this.#take(first, old[0]);
    this.#take(second, old[1]);
  }

  #put(edge: ChartEdge, route: Route): number {
    const cost = this.#costs.base(edge, route) + this.#costs.extra(edge, route, Number.POSITIVE_INFINITY);
    this.#take(edge, route);
    return cost;
  }

  #take(edge: ChartEdge, route: Route): void {
    this.#occupancy.add(edge.index, route);
    this.routes[edge.index] = route;
  }

  #users(route: Route): ReadonlySet<number> {
    const users = new Set<number>();
    forEachStep(this.#lattice.width, route, (point, upright) => {
      for (const user of upright ? this.#occupancy.upright(point) : this.#occupancy.level(point))
        users.add(user);
    });
    return users;
  }
}

/** A way that is not better by this is not worth another edge's moving. */
const worthIt = 10;
const mostRivals = 6;

const bestRoute = (
  edge: ChartEdge,
  patterns: RoutePatterns,
  costs: RouteCost,
): { readonly route: Route; readonly cost: number } => {
  let best: { readonly route: Route; readonly cost: number } = { route: [], cost: Number.POSITIVE_INFINITY };
  for (let group = 0; group < groupsOfPatterns; group++) {
    const candidates = patterns.candidates(group, best.cost);
    if (candidates.length > 1) candidates.sort(byBase);
    for (const candidate of candidates) {
      const { base } = candidate;
      if (base >= best.cost) break;
      const route = patterns.route(candidate);
      const cost = base + costs.extra(edge, route, best.cost - base);
      if (cost < best.cost) best = { route, cost };
    }
  }
  return best;
};

const byBase = (a: Candidate, b: Candidate): number => a.base - b.base;

/** The order in which edges look for their ways: the main ways first, loops last, in each the short before the long. */
export function routingOrder(chart: Chart, rows: Int32Array): readonly ChartEdge[] {
  // Keys sort faster than edges do. There is room for a million rows, and for as many edges.
  const keys = Float64Array.from(chart.edges, ({ index, from, to, back, main }) => {
    const span = Math.abs((rows[to] ?? 0) - (rows[from] ?? 0));
    const group = from === to ? 3 : back ? 2 : main ? 0 : 1;
    return (group * 1e6 + span) * 1e6 + index;
  }).sort();
  return Array.from(keys, (key) => chart.edges[key % 1e6]).filter((edge) => edge !== undefined);
}
