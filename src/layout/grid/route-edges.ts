import type { Chart, ChartEdge } from '../chart.ts';
import type { Deadline } from '../deadline.ts';
import { routeWeights, searchLimits } from '../weights.ts';
import type { EdgeEnds } from './edge-ends.ts';
import type { Lattice } from './lattice.ts';
import { leastCost } from './least-cost.ts';
import { forEachStep, Occupancy, type Route } from './occupancy.ts';
import { RouteCost } from './route-cost.ts';
import { groupsOfPatterns, type RouteCandidate, RoutePatterns } from './route-patterns.ts';

export interface RoutedLattice {
  readonly routes: readonly Route[];
  /** Bends, length and crossings together; less is better. */
  readonly cost: number;
  /** Crossings, counted in the cost, of edges that run together for a while, whatever their order in the channel. */
  readonly tangles: number;
}

/**
 * Finds a way for each edge: the main ways first, then the others from short to long; with `twice`, each then looks
 * once more, as it knows where the others run. `limit` ends it as soon as it is plain that it costs more than that.
 */
export function routeEdges(
  chart: Chart,
  ends: readonly EdgeEnds[],
  lattice: Lattice,
  order: readonly ChartEdge[],
  deadline: Deadline,
  { limit = Number.POSITIVE_INFINITY, twice = false } = {},
): RoutedLattice {
  const least = new Float64Array(chart.edges.length);
  let cost = 0;
  for (const edge of order) {
    const each = leastCost(edge, ends[edge.index] ?? noEnds, lattice);
    least[edge.index] = each;
    cost += each;
  }
  if (cost > limit) return { routes: [], cost, tangles: 0 };
  const net = new Net(chart, ends, lattice);
  let tangles = 0;
  for (const edge of order) {
    deadline();
    const found = net.route(edge);
    cost += found.cost - (least[edge.index] ?? 0);
    tangles += found.tangles;
    if (cost > limit + (twice ? routeWeights.secondThought : 0)) return { routes: net.routes, cost, tangles };
  }
  let better = false;
  for (const edge of twice ? order : []) better = net.improve(edge) || better;
  return better ? routedAs(chart, ends, lattice, order, net.routes) : { routes: net.routes, cost, tangles };
}

/** What given routes cost, each beside those before it. */
const routedAs = (
  chart: Chart,
  ends: readonly EdgeEnds[],
  lattice: Lattice,
  order: readonly ChartEdge[],
  routes: readonly Route[],
): RoutedLattice => {
  const net = new Net(chart, ends, lattice);
  let cost = 0;
  let tangles = 0;
  for (const edge of order) {
    const put = net.put(edge, routes[edge.index] ?? []);
    cost += put.cost;
    tangles += put.tangles;
  }
  return { routes, cost, tangles };
};

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

  /** Lets an edge take the best way that there is. */
  route(edge: ChartEdge): FoundRoute {
    const found = this.#best(edge, noRoute);
    this.#take(edge, found.route);
    return found;
  }

  /** Lets an edge take a better way than the one that it has, if there is one. */
  improve(edge: ChartEdge): boolean {
    const route = this.routes[edge.index] ?? [];
    this.remove(edge);
    const own = this.#weigh(edge, route);
    const found = this.#best(edge, own);
    this.#take(edge, found.route);
    return found !== own;
  }

  /** Lets an edge take a given way. */
  put(edge: ChartEdge, route: Route): FoundRoute {
    const own = this.#weigh(edge, route);
    this.#take(edge, route);
    return own;
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
    for (let group = 0; group < groupsOfPatterns && rivals.size < searchLimits.rivals; group++)
      for (const candidate of patterns.candidates(group, cost - routeWeights.worthMoving))
        for (const user of this.#users(patterns.route(candidate))) rivals.add(user);
    this.#take(edge, own);
    return [...rivals].slice(0, searchLimits.rivals).flatMap((index) => this.#chart.edges[index] ?? []);
  }

  /** Routes two edges again, the first one first; keeps that if both together cost less. */
  swap(first: ChartEdge, second: ChartEdge): void {
    const old = [this.routes[first.index] ?? [], this.routes[second.index] ?? []] as const;
    this.remove(first);
    this.remove(second);
    const before = this.put(first, old[0]).cost + this.put(second, old[1]).cost;
    this.remove(first);
    this.remove(second);
    const after = this.route(first).cost + this.route(second).cost;
    if (after < before - routeWeights.worthSwapping) return;
    this.remove(first);
    this.remove(second);
    this.#take(first, old[0]);
    this.#take(second, old[1]);
  }

  #best(edge: ChartEdge, known: FoundRoute): FoundRoute {
    const patterns = new RoutePatterns(this.#lattice, edge, this.#ends[edge.index] ?? noEnds);
    return bestRoute(edge, patterns, this.#costs, known);
  }

  #weigh(edge: ChartEdge, route: Route): FoundRoute {
    const cost = this.#costs.base(edge, route) + this.#costs.extra(edge, route, Number.POSITIVE_INFINITY);
    return { route, cost, tangles: this.#costs.tangles };
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

interface FoundRoute {
  readonly route: Route;
  readonly cost: number;
  /** Crossings, counted in the cost, with edges that it runs along with. */
  readonly tangles: number;
}

const noRoute: FoundRoute = { route: [], cost: Number.POSITIVE_INFINITY, tangles: 0 };

/** The best way that is better than one that is known. */
const bestRoute = (
  edge: ChartEdge,
  patterns: RoutePatterns,
  costs: RouteCost,
  known: FoundRoute,
): FoundRoute => {
  let best = known;
  for (let group = 0; group < groupsOfPatterns; group++) {
    const candidates = patterns.candidates(group, best.cost);
    if (candidates.length > 1) candidates.sort(byBase);
    for (const candidate of candidates) {
      const { base } = candidate;
      if (base >= best.cost) break;
      const route = patterns.route(candidate);
      const cost = base + costs.extra(edge, route, best.cost - base);
      if (cost < best.cost) best = { route, cost, tangles: costs.tangles };
    }
  }
  return best;
};

const byBase = (a: RouteCandidate, b: RouteCandidate): number => a.base - b.base;

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
