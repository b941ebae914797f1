import type { Lattice } from './lattice.ts';
import type { Route } from './occupancy.ts';

/** How many channels beyond its two ends an edge looks for a free way. */
const reachX = 3;
const reachY = 3;
/** Between two ends that are further apart, channels are looked at so many lines from each. */
const farApart = 16;

/**
 * The ways that an edge may take from `from` to `to`: straight, with one bend, and up to four by way of the channels.
 * Channels are always free, so that there always is a way.
 */
export function routePatterns(lattice: Lattice, from: number, to: number): readonly Route[] {
  if (from === to) return selfLoops(lattice, from);
  const { width } = lattice;
  const at = (x: number, y: number): number => y * width + x;
  const routes: Route[] = [];
  const middle = (lattice.middle[from] ?? 0) | 0;
  const xu = nearestX(lattice, from, lattice.middle[to] ?? 0);
  const xv = nearestX(lattice, to, lattice.left[from] === lattice.right[from] ? middle : xu);
  const yu = lattice.row[from] ?? 0;
  const yv = lattice.row[to] ?? 0;
  const leftU = at(lattice.left[from] ?? 0, yu);
  const rightU = at(lattice.right[from] ?? 0, yu);
  const leftV = at(lattice.left[to] ?? 0, yv);
  const rightV = at(lattice.right[to] ?? 0, yv);
  const start = at(xu, yu);
  const end = at(xv, yv);
  const bar = (node: number): boolean => lattice.left[node] !== lattice.right[node];
  const sideFrom = !bar(from);
  const sideTo = !bar(to);

  if (yu === yv && sideFrom && sideTo)
    routes.push((lattice.right[from] ?? 0) < (lattice.left[to] ?? 0) ? [rightU, leftV] : [leftU, rightV]);
  if (yv > yu) {
    if (xu === xv) routes.push([start, end]);
    else {
      if (sideFrom) routes.push([start, at(xv, yu), end]);
      if (sideTo) routes.push([start, at(xu, yv), end]);
      for (const y of channelsBetween(yu, yv)) routes.push([start, at(xu, y), at(xv, y), end]);
    }
  }
  const low = Math.min(xu, xv);
  const high = Math.max(xu, xv);
  const below = yu + 1;
  const above = yv - 1;
  for (let x = Math.max(0, low - 2 * reachX); x <= Math.min(width - 1, high + 2 * reachX); x++) {
    if (lattice.isColumn[x] === 1 || (x > low + farApart && x < high - farApart)) continue;
    if (sideFrom && sideTo && yu !== yv) routes.push([start, at(x, yu), at(x, yv), end]);
    if (sideFrom && above !== yu) routes.push([start, at(x, yu), at(x, above), at(xv, above), end]);
    if (sideTo && below !== yv) routes.push([start, at(xu, below), at(x, below), at(x, yv), end]);
    if (below !== above) routes.push([start, at(xu, below), at(x, below), at(x, above), at(xv, above), end]);
  }
  return routes;
}

/** Out by a side, and round to the top. */
const selfLoops = (lattice: Lattice, node: number): readonly Route[] => {
  const { width } = lattice;
  const x = lattice.middle[node] ?? 0;
  const y = lattice.row[node] ?? 0;
  const at = (column: number, row: number): number => row * width + column;
  return [x + 1, x - 1].map((side) => [at(x, y), at(side, y), at(side, y - 1), at(x, y - 1), at(x, y)]);
};

/** Where along a bar an edge to `x` leaves it. */
const nearestX = (lattice: Lattice, node: number, x: number): number =>
  Math.max(lattice.left[node] ?? 0, Math.min(x, lattice.right[node] ?? 0));

function* channelsBetween(from: number, to: number): Generator<number> {
  for (let y = from + 1; y < to; y += 2) if (y < from + 1 + 2 * reachY || y > to - 1 - 2 * reachY) yield y;
}
