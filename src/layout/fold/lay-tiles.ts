import type { Box, Side } from '../drawing.ts';
import { type Cell, type PlacedConnector, placeRow } from './connector-row.ts';
import type { EdgePart, LinkedParts } from './link-parts.ts';
import { bandOf, type Slice, stripOf, type TileGrid, tileOf } from './tile-grid.ts';
import { around, type UprightChart } from './upright.ts';

/** What stands in one tile, in the places of the upright chart; what was added lies around. px. */
export interface LaidTile {
  readonly tile: number;
  readonly box: Box;
  /** All by their index in the drawing. */
  readonly nodes: readonly number[];
  readonly lanes: readonly { readonly index: number; readonly box: Box }[];
  readonly frames: readonly TileFrame[];
  readonly parts: readonly EdgePart[];
  readonly connectors: readonly PlacedConnector[];
}

/** The part of a frame that lies in a tile, and the sides at which it goes on elsewhere. */
export interface TileFrame {
  readonly index: number;
  readonly box: Box;
  readonly open: readonly Side[];
  /** Whether its title stands in this tile. */
  readonly hasTitle: boolean;
}

/** Room between what stands next to a cut and the end of the tile, in px. */
export const cutMargin = 14;

export interface TileMeasures {
  readonly cell: Cell;
  /** How much a frame that goes on needs at its top for its title, in px. */
  readonly titleRow: number;
  /** How deep each frame lies in others. */
  readonly depths: readonly number[];
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
  return [...new Set([...nodes.keys(), ...parts.keys()])]
    .sort((a, b) => a - b)
    .map((tile): LaidTile => {
      const inside = { nodes: nodes.get(tile) ?? [], parts: parts.get(tile) ?? [] };
      const band = bandOf(grid, tile);
      const strip = stripOf(grid, tile);
      const frames = framesOf(chart, inside.nodes, band, strip, measures).map((frame) => ({
        ...frame,
        hasTitle: tileOf(grid, middleOf(chart.titles[frame.index])) === tile,
      }));
      const rows = Math.max(
        0,
        ...frames.flatMap(({ index, open }) =>
          open.includes('top') ? [((measures.depths[index] ?? 0) + 1) * measures.titleRow] : [],
        ),
      );
      const content = contentOf(chart, inside, frames, band, strip, rows);
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
      const laneTop = y - top.depth - chart.header;
      const laneHeight = chart.header + top.depth + height + bottom.depth;
      const lanes = chart.lanes.flatMap((lane, index) => {
        const from = Math.max(lane.x, x);
        const to = Math.min(lane.x + lane.width, x + width);
        return to - from < 1
          ? []
          : [{ index, box: { x: from, y: laneTop, width: to - from, height: laneHeight } }];
      });
      const box = around([
        { x: x - left.depth, y: laneTop, width: width + left.depth + right.depth, height: laneHeight },
        ...placed.map(({ cell }) => cell),
      ]);
      return { tile, box, ...inside, lanes, frames, connectors: placed };
    });
}

/** Connectors stay within lanes; without lanes there is room on both sides. */
export const boundsOf = ({ lanes }: UprightChart, { x, width }: Box): readonly [number, number] =>
  lanes.length > 0 ? [x, x + width] : [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];

const middleOf = (box: Box | undefined): { readonly x: number; readonly y: number } => ({
  x: (box?.x ?? 0) + (box?.width ?? 0) / 2,
  y: (box?.y ?? 0) + (box?.height ?? 0) / 2,
});

/** The parts of frames around these nodes. */
function framesOf(
  chart: UprightChart,
  nodes: readonly number[],
  band: Slice | undefined,
  strip: Slice | undefined,
  { titleRow, depths }: TileMeasures,
): readonly Omit<TileFrame, 'hasTitle'>[] {
  const middles = nodes.map((node) => middleOf(chart.nodes[node]));
  const frames = chart.frames.flatMap((frame, index): readonly Omit<TileFrame, 'hasTitle'>[] => {
    const { x, y, width, height } = frame;
    if (!middles.some((at) => at.x > x && at.x < x + width && at.y > y && at.y < y + height)) return [];
    const [start, top, end] = clipped(y, y + height, band);
    const [first, left, last] = clipped(x, x + width, strip);
    const open: Side[] = [];
    if (start) open.push('top');
    if (end.cut) open.push('bottom');
    if (first) open.push('left');
    if (last.cut) open.push('right');
    return [{ index, box: { x: left, y: top, width: last.at - left, height: end.at - top }, open }];
  });
  // The title of a frame stands below those of the frames around it.
  const deepest = Math.max(
    -1,
    ...frames.map(({ index, open }) => (open.includes('top') ? (depths[index] ?? 0) : -1)),
  );
  return frames.map((frame) => {
    if (!frame.open.includes('top')) return frame;
    const rows = (deepest + 1 - (depths[frame.index] ?? 0)) * titleRow;
    const { x, y, width, height } = frame.box;
    return { ...frame, box: { x, y: y - rows, width, height: height + rows } };
  });
}

/** Whether an interval is cut where it begins, where it begins and ends within the slice, and whether it is cut there. */
function clipped(
  from: number,
  to: number,
  slice: Slice | undefined,
): readonly [boolean, number, { readonly cut: boolean; readonly at: number }] {
  const starts = slice?.start !== undefined && from < slice.from;
  const ends = slice?.end !== undefined && to > slice.to;
  return [
    starts,
    starts ? slice.first - cutMargin : from,
    { cut: ends, at: ends ? slice.last + cutMargin : to },
  ];
}

/** The room of what a tile has of the chart, with what is added at the top for titles. */
function contentOf(
  chart: UprightChart,
  { nodes, parts }: Pick<LaidTile, 'nodes' | 'parts'>,
  frames: readonly Pick<TileFrame, 'box'>[],
  band: Slice | undefined,
  strip: Slice | undefined,
  rows: number,
): Box {
  const top = (band?.first ?? 0) - (band?.start === undefined ? 0 : cutMargin) - rows;
  const bottom = (band?.last ?? 0) + (band?.end === undefined ? 0 : cutMargin);
  if (chart.lanes.length > 0) {
    const { from, to } = strip ?? { from: 0, to: 0 };
    return { x: from, y: top, width: to - from, height: bottom - top };
  }
  const { x, width } = around([
    ...nodes.flatMap((node) => chart.nodes[node] ?? []),
    ...frames.map(({ box }) => box),
    ...parts.flatMap(({ route, edge, hasLabel }) => {
      const inner = route.points.slice(
        route.entry === undefined ? 0 : 1,
        route.exit === undefined ? undefined : -1,
      );
      const points = inner.map((point) => ({ ...point, width: 0, height: 0 }));
      const label = hasLabel ? chart.labels[edge] : undefined;
      return label === undefined ? points : [...points, label];
    }),
  ]);
  const left = x - (strip?.start === undefined ? 0 : cutMargin);
  const right = x + width + (strip?.end === undefined ? 0 : cutMargin);
  return { x: left, y: top, width: right - left, height: bottom - top };
}
