import type { Box, Point, Side } from '../drawing.ts';
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
      const { band, strip } = slicesOf(grid, tile);
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
      const content = contentOf(chart, inside, frames, grid, band, strip, rows);
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
  band: Slice,
  strip: Slice,
  { titleRow, depths }: TileMeasures,
): readonly Omit<TileFrame, 'hasTitle'>[] {
  const middles = nodes.map((node) => middleOf(chart.nodes[node]));
  const frames = chart.frames.flatMap((frame, index): readonly Omit<TileFrame, 'hasTitle'>[] => {
    const { x, y, width, height } = frame;
    if (!middles.some((at) => at.x > x && at.x < x + width && at.y > y && at.y < y + height)) return [];
    const down = clip(y, y + height, band, endsOf(band));
    const across = clip(x, x + width, strip, stripEnds(chart, strip));
    const open: Side[] = [];
    if (down.isOpenBefore) open.push('top');
    if (across.isOpenBehind) open.push('right');
    if (down.isOpenBehind) open.push('bottom');
    if (across.isOpenBefore) open.push('left');
    const box = { x: across.from, y: down.from, width: across.to - across.from, height: down.to - down.from };
    return [{ index, box, open }];
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

/** A part of an axis, and whether what it is a part of goes on before and behind it. */
interface Clip {
  readonly from: number;
  readonly to: number;
  readonly isOpenBefore: boolean;
  readonly isOpenBehind: boolean;
}

/** What of an interval lies in a slice whose tiles reach from one end to the other. */
const clip = (from: number, to: number, slice: Slice, ends: readonly [number, number]): Clip => {
  const isOpenBefore = slice.start !== undefined && from < slice.from;
  const isOpenBehind = slice.end !== undefined && to > slice.to;
  return { from: isOpenBefore ? ends[0] : from, to: isOpenBehind ? ends[1] : to, isOpenBefore, isOpenBehind };
};

/** From where to where the tiles of a slice reach: a little beyond their content. */
const endsOf = ({ start, end, first, last }: Slice): readonly [number, number] => [
  first - (start === undefined ? 0 : cutMargin),
  last + (end === undefined ? 0 : cutMargin),
];

/** The same for strips: lanes keep their width wherever they are cut. */
const stripEnds = ({ lanes }: UprightChart, strip: Slice): readonly [number, number] =>
  lanes.length > 0 ? [strip.from, strip.to] : endsOf(strip);

/** The room of what a tile has of the chart, with what is added at the top for titles. */
function contentOf(
  chart: UprightChart,
  { nodes, parts }: Pick<LaidTile, 'nodes' | 'parts'>,
  frames: readonly Pick<TileFrame, 'box'>[],
  { strips }: TileGrid,
  band: Slice,
  strip: Slice,
  rows: number,
): Box {
  const dots = (points: readonly Point[]) => points.map((point) => ({ ...point, width: 0, height: 0 }));
  const boxes = [
    ...nodes.flatMap((node) => chart.nodes[node] ?? []),
    ...frames.map(({ box }) => box),
    ...parts.flatMap(({ route, edge, hasLabel }) => {
      const { points, entry, exit } = route;
      const inner = dots(points.slice(entry && 1, exit && -1));
      const label = hasLabel ? chart.labels[edge] : undefined;
      return label === undefined ? inner : [...inner, label];
    }),
  ];
  const own = around(boxes.length > 0 ? boxes : parts.flatMap(({ route }) => dots(route.points)));
  let [top, bottom] = endsOf(band);
  top -= rows;
  // A tile beside others in its band is no longer than what it has.
  if (strips.length > 1) {
    top = Math.max(top, own.y - cutMargin);
    bottom = Math.min(bottom, own.y + own.height + cutMargin);
  }
  const [left, right] =
    chart.lanes.length > 0
      ? [strip.from, strip.to]
      : [
          own.x - (strip.start === undefined ? 0 : cutMargin),
          own.x + own.width + (strip.end === undefined ? 0 : cutMargin),
        ];
  return { x: left, y: top, width: right - left, height: bottom - top };
}
