import type { Box, Point } from '../shapes/geometry.ts';
import { BoxIndex, stretchBox } from './box-index.ts';
import type { Chart } from './chart.ts';
import type { Deadline } from './deadline.ts';
import type { PlacedChart } from './placed-chart.ts';
import { scoreWeights } from './weights.ts';

/** What can be said against a placed chart. */
export interface ChartScore {
  readonly crossings: number;
  /** Lines of edges without a common end that lie on one another, and nodes in the way of lines. */
  readonly faults: number;
  /** All of it in one number, with bends, length (px) and area; less is better. */
  readonly score: number;
}

interface Stretch {
  readonly edge: number;
  readonly from: Point;
  readonly to: Point;
  readonly upright: boolean;
}

/** Scores a placed chart, so that of several the best can be taken. */
export function scoreChart(chart: Chart, placed: PlacedChart, deadline: Deadline): ChartScore {
  const stretches = new BoxIndex<Stretch>();
  const all: Stretch[] = [];
  let length = 0;
  let bends = 0;
  placed.routes.forEach((route, edge) => {
    bends += Math.max(0, route.length - 2);
    route.forEach((to, index) => {
      const from = route[index - 1];
      if (from === undefined) return;
      const stretch = { edge, from, to, upright: from.x === to.x };
      length += Math.abs(from.x - to.x) + Math.abs(from.y - to.y);
      stretches.add(stretchBox(from, to, 0.5), stretch);
      all.push(stretch);
    });
  });
  let faults = 0;
  const crossed = new Set<string>();
  for (const one of all) {
    deadline();
    for (const other of stretches.touching(stretchBox(one.from, one.to, 0.5))) {
      if (other.edge <= one.edge) continue;
      if (one.upright !== other.upright) {
        const at = crossing(one, other);
        if (at !== undefined) crossed.add(`${at.x} ${at.y}`);
      } else if (!related(chart, one.edge, other.edge) && together(one, other) > 1) faults++;
    }
  }
  placed.nodes.forEach((box, node) => {
    const inner = { x: box.x + 2, y: box.y + 2, width: box.width - 4, height: box.height - 4 };
    for (const { edge } of stretches.touching(inner)) {
      const source = chart.edges[edge];
      if (source?.from !== node && source?.to !== node && chart.nodes[node]?.shape !== 'decision') faults++;
    }
  });
  const { width, height } = sizeOf(placed.nodes, placed.routes);
  return {
    crossings: crossed.size,
    faults,
    score:
      scoreWeights.fault * faults +
      scoreWeights.crossing * crossed.size +
      scoreWeights.bend * bends +
      scoreWeights.length * length +
      scoreWeights.area * width * height,
  };
}

const related = (chart: Chart, one: number, other: number): boolean =>
  chart.edges[one]?.from === chart.edges[other]?.from || chart.edges[one]?.to === chart.edges[other]?.to;

const span = ({ from, to, upright }: Stretch): readonly [number, number] =>
  upright
    ? [Math.min(from.y, to.y), Math.max(from.y, to.y)]
    : [Math.min(from.x, to.x), Math.max(from.x, to.x)];

const together = (one: Stretch, other: Stretch): number => {
  const [a, b] = span(one);
  const [c, d] = span(other);
  return Math.min(b, d) - Math.max(a, c);
};

const crossing = (one: Stretch, other: Stretch): Point | undefined => {
  const [upright, level] = one.upright ? [one, other] : [other, one];
  const [top, bottom] = span(upright);
  const [left, right] = span(level);
  const { x } = upright.from;
  const { y } = level.from;
  return x > left + 1 && x < right - 1 && y > top + 1 && y < bottom - 1 ? { x, y } : undefined;
};

const sizeOf = (
  nodes: readonly Box[],
  routes: readonly (readonly Point[])[],
): { readonly width: number; readonly height: number } => {
  let [left, top, right, bottom] = [0, 0, 0, 0];
  const take = (x: number, y: number): void => {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  };
  for (const { x, y, width, height } of nodes) {
    take(x, y);
    take(x + width, y + height);
  }
  for (const route of routes) for (const { x, y } of route) take(x, y);
  return { width: right - left, height: bottom - top };
};
