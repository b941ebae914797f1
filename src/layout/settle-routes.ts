import type { Box, Point, Side } from '../shapes/geometry.ts';
import { portPoint } from '../shapes/shape-geometry.ts';
import type { Chart } from './chart.ts';

/**
 * Makes routes that end at the boxes of their nodes end on the true outlines, drops points that no bend stands at, and
 * puts every point on whole pixels but for the ends, which lie where the outline is.
 */
export function settleRoutes(
  chart: Chart,
  nodes: readonly Box[],
  routes: readonly (readonly Point[])[],
): readonly (readonly Point[])[] {
  return chart.edges.map(({ index, from, to }) => {
    const route = straighten(routes[index] ?? []);
    const first = onOutline(chart, nodes, from, route[0], route[1]);
    const last = onOutline(chart, nodes, to, route.at(-1), route.at(-2));
    return first === undefined || last === undefined ? route : [first, ...route.slice(1, -1), last];
  });
}

/** Whole pixels, without repeated points and points in the middle of a straight stretch. */
export function straighten(route: readonly Point[]): readonly Point[] {
  const points: Point[] = [];
  for (const { x, y } of route) {
    const point = { x: Math.round(x), y: Math.round(y) };
    const last = points.at(-1);
    const before = points.at(-2);
    if (last !== undefined && last.x === point.x && last.y === point.y) continue;
    if (
      last !== undefined &&
      before !== undefined &&
      ((before.x === last.x && last.x === point.x) || (before.y === last.y && last.y === point.y))
    )
      points.pop();
    points.push(point);
  }
  return points;
}

const onOutline = (
  chart: Chart,
  nodes: readonly Box[],
  node: number,
  end: Point | undefined,
  next: Point | undefined,
): Point | undefined => {
  const shape = chart.nodes[node]?.shape;
  const box = nodes[node];
  if (shape === undefined || box === undefined || end === undefined || next === undefined) return undefined;
  const upright = end.x === next.x;
  const side: Side = upright ? (next.y < end.y ? 'top' : 'bottom') : next.x < end.x ? 'left' : 'right';
  const port = portPoint(shape, box, side, upright ? end.x : end.y);
  return { x: tidy(port.x), y: tidy(port.y) };
};

const tidy = (value: number): number => Math.round(value * 10) / 10;
