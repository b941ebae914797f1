import type { Box, Point, Side } from '../../shapes/geometry.ts';
import { clipBrackets, type TileBracket } from './clip-brackets.ts';
import {
  clipFrames,
  cutMargin,
  type FrameMeasures,
  framesAround,
  middleOf,
  type Reach,
  reachOf,
  rowsOf,
  type TileFrame,
} from './clip-frames.ts';
import { type Cell, type PlacedConnector, placeRow } from './connector-row.ts';
import type { EdgePart, LinkedParts } from './link-parts.ts';
import { type Slice, slicesOf, type TileGrid, tileOf } from './tile-grid.ts';
import { around, type UprightChart } from './upright.ts';

/** What stands in one tile, in the places of the upright chart; what was added lies around. px. */
export interface LaidTile {
  readonly tile: number;
  readonly box: Box;
  /** All by their index in the drawing. */
  readonly nodes: readonly number[];
  /** With how far their headers reach down. */
  readonly lanes: readonly { readonly index: number; readonly box: Box; readonly header: number }[];
  readonly frames: readonly TileFrame[];
  readonly parts: readonly EdgePart[];
  readonly connectors: readonly PlacedConnector[];
  readonly brackets: readonly TileBracket[];
}

export interface TileMeasures extends FrameMeasures {
  readonly cell: Cell;
  /** How far the headers of lanes reach down; 0 without lanes. */
  readonly header: number;
}

/** Lays out each tile that has something in it, in reading order. */
export function layTiles(
  chart: UprightChart,
  grid: TileGrid,
  linked: LinkedParts,
  measures: TileMeasures,
): readonly LaidTile[] {
  const nodes = Map.groupBy(
    chart.nodes.map((_, index) => index),
    (index) => tileOf(grid, middleOf(chart.nodes[index])),
  );
  const parts = Map.groupBy(linked.parts, ({ route }) => route.tile);
  const connectors = Map.groupBy(linked.connectors, ({ gate }) => gate.tile);
  const tiles = [...new Set([...nodes.keys(), ...parts.keys()])]
    .sort((a, b) => a - b)
    .map((tile) => {
      const inside = { nodes: nodes.get(tile) ?? [], parts: parts.get(tile) ?? [] };
      const { band, strip } = slicesOf(grid, tile);
      const own = ownRoom(chart, inside);
      const holds = framesAround(chart, inside.nodes);
      const reach = reachOf(chart, own, holds, band, strip);
      const frames = clipFrames(chart, holds, reach, measures);
      const rows = rowsOf(frames, measures);
      const content = contentOf(chart, own, frames, reach, strip, rows);
      const bySide = Map.groupBy(connectors.get(tile) ?? [], ({ gate }) => gate.side);
      const row = (side: Side, at: number, low: number, high: number) =>
        placeRow(bySide.get(side) ?? [], { side, at, low, high }, measures.cell);
      const { x, y, width, height } = content;
      const [low, high] = boundsOf(chart, content);
      const top = row('top', y, low, high);
      const bottom = row('bottom', y + height, low, high);
      const left = row('left', x, y, y + height);
      const right = row('right', x + width, y, y + height);
      const placed = [...top.placed, ...left.placed, ...right.placed, ...bottom.placed];
      const { header } = measures;
      const laneTop = y - top.depth - header;
      const laneHeight = header + top.depth + height + bottom.depth;
      const lanes = chart.lanes.flatMap((lane, index) => {
        const from = Math.max(lane.x, x);
        const to = Math.min(lane.x + lane.width, x + width);
        return to - from < 1
          ? []
          : [{ index, header, box: { x: from, y: laneTop, width: to - from, height: laneHeight } }];
      });
      const box = around([
        { x: x - left.depth, y: laneTop, width: width + left.depth + right.depth, height: laneHeight },
        ...placed.map(({ cell }) => cell),
      ]);
      const laid = { tile, box, ...inside, lanes, frames, connectors: placed };
      const all = { ...content, x: x - left.depth, width: width + left.depth + right.depth };
      return { laid, room: { all, content, band } };
    });
  const clipped = clipBrackets(
    chart,
    tiles.map(({ room }) => room),
  );
  return tiles.map(({ laid }, index): LaidTile => {
    const brackets = clipped[index] ?? [];
    const beside = brackets.flatMap(({ box, label }) => (label === undefined ? [box] : [box, label]));
    return { ...laid, box: around([laid.box, ...beside]), brackets };
  });
}

/** Connectors stay within lanes; without lanes there is room on both sides. */
export const boundsOf = ({ lanes }: UprightChart, { x, width }: Box): readonly [number, number] =>
  lanes.length > 0 ? [x, x + width] : [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];

/** The room of nodes, of labels, and of lines up to where they are cut. */
function ownRoom(chart: UprightChart, { nodes, parts }: Pick<LaidTile, 'nodes' | 'parts'>): Box {
  const dots = (points: readonly Point[]) => points.map((point) => ({ ...point, width: 0, height: 0 }));
  const boxes = [
    ...nodes.flatMap((node) => chart.nodes[node] ?? []),
    ...parts.flatMap(({ route, edge, hasLabel }) => {
      const { points, entry, exit } = route;
      const inner = dots(points.slice(entry && 1, exit && -1));
      const label = hasLabel ? chart.labels[edge] : undefined;
      return label === undefined ? inner : [...inner, label];
    }),
  ];
  return around(boxes.length > 0 ? boxes : parts.flatMap(({ route }) => dots(route.points)));
}

/** The room of what a tile has of the chart, with those rows. */
function contentOf(
  { lanes }: UprightChart,
  own: Box,
  frames: readonly TileFrame[],
  { top, bottom, left, right }: Reach,
  { start, end }: Slice,
  rows: number,
): Box {
  const y = top - rows;
  const height = bottom - y;
  if (lanes.length > 0) return { x: left, y, width: right - left, height };
  const all = around([own, ...frames.map(({ box }) => box)]);
  const from = all.x - (start === undefined ? 0 : cutMargin);
  const to = all.x + all.width + (end === undefined ? 0 : cutMargin);
  return { x: from, y, width: to - from, height };
}
