import type { Point } from '../../shapes/geometry.ts';
import type { DrawnEdge } from '../drawing.ts';
import { cutRoute, type Gate, type RoutePart } from './cut-route.ts';
import { type TileGrid, tileOf } from './tile-grid.ts';
import type { UprightChart } from './upright.ts';

/** The way of an edge through the tiles. */
export interface EdgeWay {
  readonly edge: number;
  /** The parts that are drawn, in order: the first and the last, and one between them only where it shows something. */
  readonly kept: readonly RoutePart[];
  /** The one that its label stands at. */
  readonly labelled: RoutePart | undefined;
  /** True where it may come into its last tile together with all others that lead to the same node. */
  readonly isFree: boolean;
}

/** Cuts every edge at the borders of tiles. What of it only passes through a tile is left out. */
export function edgeWays(
  chart: UprightChart,
  edges: readonly DrawnEdge[],
  grid: TileGrid,
): readonly EdgeWay[] {
  const routes = chart.routes.map((route) => cutRoute(grid, route));
  const branching = branchingGates(routes, edges);
  return routes.map((parts, edge) => {
    const label = chart.labels[edge];
    const tile = label && tileOf(grid, { x: label.x + label.width / 2, y: label.y + label.height / 2 });
    const labelled = label && (parts.find((part) => part.tile === tile) ?? parts[0]);
    const last = parts.at(-1);
    const kept = parts.filter(
      (part, index) => index === 0 || part === last || part === labelled || branches(branching, part.entry),
    );
    const isFree = kept.length > 1 && last !== labelled && !branches(branching, last?.entry);
    return { edge, kept, labelled, isFree };
  });
}

const branches = (branching: ReadonlySet<string>, gate: Gate | undefined): boolean =>
  gate !== undefined && branching.has(gate.key);

/** The gates that edges pass together which lead to several nodes. */
function branchingGates(
  routes: readonly (readonly RoutePart[])[],
  edges: readonly DrawnEdge[],
): ReadonlySet<string> {
  const targets = new Map<string, string>();
  const branching = new Set<string>();
  routes.forEach((parts, edge) => {
    const to = edges[edge]?.to ?? '';
    for (const { exit } of parts) {
      if (exit === undefined) continue;
      const other = targets.get(exit.key);
      if (other !== undefined && other !== to) branching.add(exit.key);
      targets.set(exit.key, to);
    }
  });
  return branching;
}

/**
 * For each node, the edge by whose last part all free ones come in: one that goes on before one that goes back,
 * then the simplest.
 */
export function entryEdges(
  ways: readonly EdgeWay[],
  edges: readonly DrawnEdge[],
): ReadonlyMap<string, EdgeWay> {
  const chosen = new Map<string, { readonly way: EdgeWay; readonly cost: number }>();
  for (const way of ways) {
    const edge = edges[way.edge];
    const last = way.kept.at(-1);
    if (!way.isFree || edge === undefined || last === undefined) continue;
    const cost = (edge.back ? 1e6 : 0) + 1000 * last.points.length + lengthOf(last.points) / 1000;
    const known = chosen.get(edge.to);
    if (known === undefined || cost < known.cost) chosen.set(edge.to, { way, cost });
  }
  return new Map([...chosen].map(([id, { way }]) => [id, way]));
}

const lengthOf = (points: readonly Point[]): number =>
  points.reduce((sum, { x, y }, index) => {
    const before = points[index - 1];
    return before === undefined ? sum : sum + Math.abs(x - before.x) + Math.abs(y - before.y);
  }, 0);
