import type { Course, Point } from './picture.ts';

/** A curve whose ends are nearer than this is a rounded corner, which counts as one bend. */
const longestCorner = 30;
const curveParts = 8;

/** The course of an SVG path: straight pieces, curves in parts, rounded corners made sharp. */
export function readPath(data: string): Course {
  const points: Point[] = [];
  let curved = false;
  let at: Point = { x: 0, y: 0 };
  let first = at;
  const go = (to: Point): void => {
    const last = points.at(-1);
    if (last === undefined || Math.hypot(last.x - to.x, last.y - to.y) > 0.01) points.push(to);
    at = to;
  };
  const bend = (controls: readonly Point[], to: Point): void => {
    if (Math.hypot(to.x - at.x, to.y - at.y) <= longestCorner) {
      go({
        x: controls.reduce((sum, { x }) => sum + x, 0) / controls.length,
        y: controls.reduce((sum, { y }) => sum + y, 0) / controls.length,
      });
      go(to);
      return;
    }
    curved = true;
    const all = [at, ...controls, to];
    for (let part = 1; part <= curveParts; part++) go(onCurve(all, part / curveParts));
  };
  for (const [, command = '', written = ''] of data.matchAll(/([a-zA-Z])([^a-zA-Z]*)/g)) {
    const numbers = written.match(/[-+]?(?:\d*\.\d+|\d+\.?)(?:e[-+]?\d+)?/g)?.map(Number) ?? [];
    const relative = command === command.toLowerCase();
    const kind = command.toUpperCase();
    const size = sizes[kind] ?? 0;
    if (kind === 'Z') go(first);
    for (let start = 0; size > 0 && start + size <= numbers.length; start += size) {
      const base = relative ? at : { x: 0, y: 0 };
      const value = (index: number): number => numbers[start + index] ?? 0;
      const point = (index: number): Point => ({ x: base.x + value(index), y: base.y + value(index + 1) });
      if (kind === 'H') go({ x: base.x + value(0), y: at.y });
      else if (kind === 'V') go({ x: at.x, y: base.y + value(0) });
      else if (kind === 'C') bend([point(0), point(2)], point(4));
      else if (kind === 'S' || kind === 'Q') bend([point(0)], point(2));
      else go(point(size - 2));
      if (kind === 'M' && start === 0) first = at;
    }
  }
  return { points, curved };
}

/** How many numbers a command takes. */
const sizes: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, T: 2, A: 7 };

/** A point of a Bézier curve, by de Casteljau's construction. */
function onCurve(points: readonly Point[], t: number): Point {
  let level = points;
  while (level.length > 1)
    level = level.slice(1).map((to, index) => {
      const from = level[index] ?? to;
      return { x: from.x + t * (to.x - from.x), y: from.y + t * (to.y - from.y) };
    });
  return level[0] ?? { x: 0, y: 0 };
}
