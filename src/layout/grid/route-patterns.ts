import type { Lattice } from './lattice.ts';
import type { Route } from './occupancy.ts';

/** How many channels beyond its two ends an edge looks for a free way. */
const reachX = 3;
const reachY = 3;
/** Between two ends that are further apart, channels are looked at so many lines from each. */
const farApart = 16;

/**
 * The ways that an edge may take from `from` to `to`, grouped by their bends, the fewest first: straight or with one bend,
 * with two, with three, with four. Channels are always free, so that there always is a way.
 */
export function* routePatterns(
  lattice: Lattice,
  from: number,
  to: number,
): Generator<{ readonly bends: number; readonly routes: readonly Route[] }> {
  if (from === to) {
    yield { bends: 3, routes: selfLoops(lattice, from) };
    return;
  }
  const { width } = lattice;
  const at = (x: number, y: number): number => y * width + x;
  const [leftU = 0, rightU = 0, yu = 0] = [lattice.left[from], lattice.right[from], lattice.row[from]];
  const [leftV = 0, rightV = 0, yv = 0] = [lattice.left[to], lattice.right[to], lattice.row[to]];
  // A bar has no sides to leave by, but any place along it will do.
  const sideFrom = leftU === rightU;
  const sideTo = leftV === rightV;
  const xu = nearest(leftU, rightU, lattice.middle[to] ?? 0);
  const xv = nearest(leftV, rightV, sideFrom ? (lattice.middle[from] ?? 0) : xu);
  const start = at(xu, yu);
  const end = at(xv, yv);

  const few: Route[] = [];
  if (yu === yv && sideFrom && sideTo) few.push([start, end]);
  if (yv > yu && xu === xv) few.push([start, end]);
  if (yv > yu && xu !== xv && sideFrom) few.push([start, at(xv, yu), end]);
  if (yv > yu && xu !== xv && sideTo) few.push([start, at(xu, yv), end]);
  yield { bends: few.some((route) => route.length === 2) ? 0 : 1, routes: few };

  const channels = [...channelsNear(lattice, Math.min(xu, xv), Math.max(xu, xv))];
  const two: Route[] = [];
  if (yv > yu && xu !== xv)
    for (const y of channelsBetween(yu, yv)) two.push([start, at(xu, y), at(xv, y), end]);
  if (sideFrom && sideTo && yu !== yv) for (const x of channels) two.push([start, at(x, yu), at(x, yv), end]);
  yield { bends: 2, routes: two };

  const below = yu + 1;
  const above = yv - 1;
  const three: Route[] = [];
  for (const x of channels) {
    if (sideFrom) three.push([start, at(x, yu), at(x, above), at(xv, above), end]);
    if (sideTo) three.push([start, at(xu, below), at(x, below), at(x, yv), end]);
  }
  yield { bends: 3, routes: three };

  if (below === above) return;
  const around = (x: number): Route => [start, at(xu, below), at(x, below), at(x, above), at(xv, above), end];
  yield { bends: 4, routes: channels.map(around) };
  // Beyond the last column nothing is ever in the way.
  yield { bends: 4, routes: [around(0), around(width - 1)] };
}

/** Out by a side, and round to the top. */
const selfLoops = (lattice: Lattice, node: number): readonly Route[] => {
  const { width } = lattice;
  const x = lattice.middle[node] ?? 0;
  const y = lattice.row[node] ?? 0;
  const at = (column: number, row: number): number => row * width + column;
  return [x + 1, x - 1].map((side) => [at(x, y), at(side, y), at(side, y - 1), at(x, y - 1), at(x, y)]);
};

const nearest = (low: number, high: number, x: number): number => Math.max(low, Math.min(x, high));

function* channelsNear(lattice: Lattice, low: number, high: number): Generator<number> {
  const first = Math.max(0, low - 2 * reachX);
  const last = Math.min(lattice.width - 1, high + 2 * reachX);
  for (let x = first; x <= last; x++)
    if (lattice.isColumn[x] === 0 && (x <= low + farApart || x >= high - farApart)) yield x;
}

function* channelsBetween(from: number, to: number): Generator<number> {
  for (let y = from + 1; y < to; y += 2) if (y < from + 1 + 2 * reachY || y > to - 1 - 2 * reachY) yield y;
}
