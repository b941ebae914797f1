import type { Point, Side } from '../../shapes/geometry.ts';
import { type Slice, stripsAt, type TileGrid, tileOf } from './tile-grid.ts';

/** The place at which a line leaves a tile or comes into it: on which side, and how far along that side, px. */
export interface Gate {
  readonly tile: number;
  readonly side: Side;
  readonly at: number;
  /** One text for all lines that pass here the same way. */
  readonly key: string;
}

/** The part of a route that lies in one tile. */
export interface RoutePart {
  readonly tile: number;
  readonly points: readonly Point[];
  readonly entry: Gate | undefined;
  readonly exit: Gate | undefined;
}

/** Cuts a route of level and upright stretches at the borders of tiles. */
export function cutRoute(grid: TileGrid, route: readonly Point[]): readonly RoutePart[] {
  const parts: RoutePart[] = [];
  const [start] = route;
  if (start === undefined) return parts;
  let tile = tileOf(grid, start);
  let points: Point[] = [start];
  let entry: Gate | undefined;
  const pass = (at: Point, upright: boolean, forward: boolean, next: Point): void => {
    const beyond = tileOf(grid, next);
    const [out, into]: readonly [Side, Side] = upright
      ? forward
        ? ['bottom', 'top']
        : ['top', 'bottom']
      : forward
        ? ['right', 'left']
        : ['left', 'right'];
    const place = { at: upright ? at.x : at.y, key: `${out} ${at.x} ${at.y}` };
    const exit = { tile, side: out, ...place };
    parts.push({ tile, points: [...points, at], entry, exit });
    tile = beyond;
    points = [at];
    entry = { tile, side: into, ...place };
  };
  for (let index = 1; index < route.length; index++) {
    const from = route[index - 1] ?? start;
    const to = route[index] ?? start;
    const upright = from.x === to.x;
    const borders = bordersBetween(
      upright ? grid : stripsAt(grid, from.y),
      upright ? from.y : from.x,
      upright ? to.y : to.x,
    );
    borders.forEach((border, order) => {
      const following = borders[order + 1];
      const middle = following === undefined ? undefined : (border + following) / 2;
      const at = upright ? { x: from.x, y: border } : { x: border, y: from.y };
      const next = middle === undefined ? to : upright ? { x: from.x, y: middle } : { x: middle, y: from.y };
      pass(at, upright, upright ? to.y > from.y : to.x > from.x, next);
    });
    points.push(to);
  }
  parts.push({ tile, points, entry, exit: undefined });
  return parts;
}

/** The borders between two places, in the order in which one comes by. */
function bordersBetween(slices: readonly Slice[], from: number, to: number): readonly number[] {
  const [low, high] = from < to ? [from, to] : [to, from];
  const borders = slices
    .slice(1)
    .flatMap((slice) => (slice.from > low && slice.from < high ? [slice.from] : []));
  return from < to ? borders : borders.reverse();
}
