import { decimal } from '../shapes/decimal.ts';
import type { Point } from '../shapes/geometry.ts';

/**
 * The data of an SVG path along `points` (px, each stretch level or upright), its corners rounded by quadratic curves
 * of at most `radius`, less where a stretch is short. `pulledBack` px are left off at the end, for an arrow head.
 */
export const roundedPath = (points: readonly Point[], radius: number, pulledBack: number): string => {
  const path = pullBack(points, pulledBack);
  const [start] = path;
  if (start === undefined) return '';
  let data = `M${decimal(start.x)} ${decimal(start.y)}`;
  let pen = start;
  for (let index = 1; index < path.length; index++) {
    const before = path[index - 1] ?? start;
    const here = path[index] ?? start;
    const after = path[index + 1];
    if (after === undefined) {
      data += straight(pen, here);
      continue;
    }
    // The first and the last stretch have one corner each, all others share theirs between two.
    const room = Math.min(
      distance(before, here) / (index === 1 ? 1 : 2),
      distance(here, after) / (index === path.length - 2 ? 1 : 2),
      radius,
    );
    if (room < 0.5 || onOneLine(before, here, after)) {
      data += straight(pen, here);
      pen = here;
      continue;
    }
    const enter = towards(here, before, room);
    const leave = towards(here, after, room);
    data += `${straight(pen, enter)}Q${decimal(here.x)} ${decimal(here.y)} ${decimal(leave.x)} ${decimal(leave.y)}`;
    pen = leave;
  }
  return data;
};

/** A straight line by the shortest command that draws it; none where there is no way to go. */
const straight = (from: Point, to: Point): string => {
  if (decimal(from.x) === decimal(to.x) && decimal(from.y) === decimal(to.y)) return '';
  if (decimal(from.x) === decimal(to.x)) return `V${decimal(to.y)}`;
  if (decimal(from.y) === decimal(to.y)) return `H${decimal(to.x)}`;
  return `L${decimal(to.x)} ${decimal(to.y)}`;
};

/** The path shortened at its end, but never by more than its last stretch. */
const pullBack = (points: readonly Point[], length: number): readonly Point[] => {
  const last = points.at(-1);
  const before = points.at(-2);
  if (last === undefined || before === undefined || length === 0) return points;
  const room = Math.min(length, distance(before, last));
  return [...points.slice(0, -1), towards(last, before, room)];
};

const distance = (a: Point, b: Point): number => Math.hypot(b.x - a.x, b.y - a.y);

const towards = (from: Point, to: Point, length: number): Point => {
  const whole = distance(from, to);
  if (whole === 0) return from;
  return { x: from.x + ((to.x - from.x) * length) / whole, y: from.y + ((to.y - from.y) * length) / whole };
};

const onOneLine = (a: Point, b: Point, c: Point): boolean =>
  Math.abs((b.x - a.x) * (c.y - b.y) - (b.y - a.y) * (c.x - b.x)) < 0.01;
