import type { Deadline } from '../deadline.ts';
import { routingCare, searchLimits } from '../weights.ts';
import { edgeEnds } from './edge-ends.ts';
import type { Route } from './occupancy.ts';
import type { Columned, Routed } from './phases.ts';
import { routeWell, routingOrder } from './route-edges.ts';

/**
 * Routes the edges with more and less care: what costs least in the lattice need not be the best picture. At least one.
 */
export function routeInWays(columned: Columned, deadline: Deadline): readonly Routed[] {
  const { chart, rows, lattice } = columned;
  const ends = edgeEnds(chart);
  const order = routingOrder(chart, rows);
  const routed = (care: Care): Routed => ({
    ...columned,
    routes: routeWell(chart, ends, lattice, order, care, deadline),
  });
  if (chart.nodes.length > searchLimits.carefulNodes) return [routed(routingCare.quickly)];
  const found: Routed[] = [];
  for (const care of routingCare.carefully) {
    const next = routed(care);
    // Equal routes make one and the same picture.
    if (!found.some(({ routes }) => areSame(routes, next.routes))) found.push(next);
  }
  return found;
}

type Care = Parameters<typeof routeWell>[4];

const areSame = (some: readonly Route[], others: readonly Route[]): boolean =>
  some.every((route, edge) => {
    const other = others[edge] ?? [];
    return route.length === other.length && route.every((point, at) => point === other[at]);
  });
