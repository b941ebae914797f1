import type { DrawnEdge } from '../drawing.ts';
import type { Gate, RoutePart } from './cut-route.ts';
import { type EdgeWay, edgeWays, entryEdges } from './edge-ways.ts';
import type { TileGrid } from './tile-grid.ts';
import type { UprightChart } from './upright.ts';

/** A symbol at which lines end that go on elsewhere under the same number (`out`), or begin again (`in`). */
export interface Connector {
  /** No id of a node, as those begin with a letter. */
  readonly id: string;
  readonly number: number;
  readonly role: 'out' | 'in';
  readonly gate: Gate;
  /** Indexes of the edges that are cut here. */
  readonly edges: readonly number[];
}

/** What is drawn of an edge in one tile; all of it where there are no connectors. */
export interface EdgePart {
  readonly edge: number;
  readonly route: RoutePart;
  /** Undefined where the edge's own node stands. */
  readonly from: Connector | undefined;
  readonly to: Connector | undefined;
  readonly hasLabel: boolean;
  /** All edges that it stands for, with its own. */
  readonly edges: readonly number[];
}

export interface LinkedParts {
  readonly parts: readonly EdgePart[];
  /** In reading order of the tiles. */
  readonly connectors: readonly Connector[];
}

/**
 * Cuts all edges at the borders of tiles, and gives what belongs together one number. All that leads to one node
 * goes in by one connector, so that a number is a place to go on from; only what has its label there, or branches
 * there, has its own.
 */
export function linkParts(chart: UprightChart, edges: readonly DrawnEdge[], grid: TileGrid): LinkedParts {
  const ways = edgeWays(chart, edges, grid);
  const entries = entryEdges(ways, edges);
  const entryOf = (way: EdgeWay, part: RoutePart): EdgeWay | undefined =>
    way.isFree && part === way.kept.at(-1) ? entries.get(edges[way.edge]?.to ?? '') : undefined;
  const free = new Map<string, number[]>();
  for (const { edge, isFree } of ways) {
    const to = edges[edge]?.to ?? '';
    if (isFree) free.set(to, [...(free.get(to) ?? []), edge]);
  }
  const leaps = ways.flatMap((way) =>
    way.kept.flatMap((part, index): readonly Leap[] => {
      const exit = way.kept[index - 1]?.exit;
      const entry = (entryOf(way, part)?.kept.at(-1) ?? part).entry;
      return exit === undefined || entry === undefined ? [] : [{ edge: way.edge, exit, entry }];
    }),
  );
  const connectors = gatherConnectors(leaps);
  const parts = ways.flatMap((way) =>
    way.kept.flatMap((route): readonly EdgePart[] => {
      const by = entryOf(way, route);
      if (by !== undefined && by !== way) return [];
      return [
        {
          edge: way.edge,
          route,
          from: route.entry && connectors.get(keyOf('in', route.entry)),
          to: route.exit && connectors.get(keyOf('out', route.exit)),
          hasLabel: route === way.labelled,
          edges: by === undefined ? [way.edge] : (free.get(edges[way.edge]?.to ?? '') ?? []),
        },
      ];
    }),
  );
  return { parts, connectors: [...connectors.values()] };
}

/** From where an edge ends in one tile to where it begins again. */
interface Leap {
  readonly edge: number;
  readonly exit: Gate;
  readonly entry: Gate;
}

const keyOf = (role: 'out' | 'in', { key }: Gate): string => `${role} ${key}`;

/** By role and gate; gates that a leap joins have one number, counted from 1 in reading order of where lines end. */
function gatherConnectors(leaps: readonly Leap[]): ReadonlyMap<string, Connector> {
  const found = new Map<
    string,
    { readonly role: 'out' | 'in'; readonly gate: Gate; readonly edges: number[] }
  >();
  const groups = new Map<string, string>();
  const groupOf = (key: string): string => {
    let group = key;
    for (let next = groups.get(group); next !== undefined; next = groups.get(group)) group = next;
    return group;
  };
  for (const { edge, exit, entry } of leaps) {
    for (const [role, gate] of [
      ['out', exit],
      ['in', entry],
    ] as const) {
      const key = keyOf(role, gate);
      const connector = found.get(key) ?? { role, gate, edges: [] };
      found.set(key, connector);
      connector.edges.push(edge);
    }
    const [one, other] = [groupOf(keyOf('out', exit)), groupOf(keyOf('in', entry))];
    if (one !== other) groups.set(one, other);
  }
  const inOrder = [...found].sort(([, a], [, b]) => inReadingOrder(a, b));
  const numbers = new Map<string, number>();
  for (const [key, { role }] of inOrder)
    if (role === 'out' && !numbers.has(groupOf(key))) numbers.set(groupOf(key), numbers.size + 1);
  const names = new Map<string, number>();
  return new Map(
    inOrder.map(([key, { role, gate, edges }]) => {
      const number = numbers.get(groupOf(key)) ?? 0;
      const name = `${number}-${role}`;
      const count = (names.get(name) ?? 0) + 1;
      names.set(name, count);
      return [key, { id: count === 1 ? name : `${name}-${count}`, number, role, gate, edges }];
    }),
  );
}

const sideOrder = ['top', 'left', 'right', 'bottom'] as const;

const inReadingOrder = (a: { readonly gate: Gate }, b: { readonly gate: Gate }): number =>
  a.gate.tile - b.gate.tile ||
  sideOrder.indexOf(a.gate.side) - sideOrder.indexOf(b.gate.side) ||
  a.gate.at - b.gate.at;
