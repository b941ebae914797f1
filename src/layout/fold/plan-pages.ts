import type { Box } from '../../shapes/geometry.ts';
import type { DrawnEdge } from '../drawing.ts';
import { chooseCuts } from './choose-cuts.ts';
import { roomBeside } from './clip-brackets.ts';
import { cutMargin } from './clip-frames.ts';
import { rowDepth } from './connector-row.ts';
import { cutRoute } from './cut-route.ts';
import { type Cut, findCuts } from './find-cuts.ts';
import { boundsOf, layTiles, type TileMeasures } from './lay-tiles.ts';
import { linkParts } from './link-parts.ts';
import { type PageRoom, type PlacedTile, packPages } from './pack-pages.ts';
import { type Slice, slices, type TileGrid, tileGrid } from './tile-grid.ts';
import { around, lyingChart, type UprightChart } from './upright.ts';

/** All that a chart offers for being cut, found once for all sizes of a page. */
export interface Foldable {
  readonly chart: UprightChart;
  readonly edges: readonly DrawnEdge[];
  /** Level cuts, from top to bottom. */
  readonly cuts: readonly Cut[];
  /** From where to where something stands between each of them and the next. */
  readonly spans: () => readonly Span[];
}

type Span = Pick<Box, 'x' | 'width'>;

export interface PagePlan {
  readonly pages: readonly (readonly PlacedTile[])[];
  /**
   * How many connectors stand at level cuts, and how many at upright ones, which part what stands beside one another.
   */
  readonly connectors: { readonly level: number; readonly upright: number };
}

export const foldable = (chart: UprightChart, edges: readonly DrawnEdge[]): Foldable => {
  const cuts = findCuts(chart);
  let spans: readonly Span[] | undefined;
  return {
    chart,
    edges,
    cuts,
    spans() {
      spans ??= spansBetween(chart, cuts);
      return spans;
    },
  };
};

function spansBetween(chart: UprightChart, cuts: readonly Cut[]): readonly Span[] {
  const { x, y, width, height } = chart.body;
  const bands = tileGrid(slices(y, y + height, cuts), () => slices(x, x + width, []));
  return bandCharts(chart, bands).map(({ body }) => body);
}

/**
 * Cuts a chart so that each tile has room on a page of the given size, in px, and puts as many on each page as fit:
 * first into bands, then each band that is too wide into strips. `stripPrice` says how much is given for bands that
 * need not be cut again, in units of what a cut costs. Undefined where no cuts make the tiles small enough.
 */
export function planPages(
  foldable: Foldable,
  measures: TileMeasures,
  room: PageRoom,
  stripPrice: number,
): PagePlan | undefined {
  const { chart, edges, cuts } = foldable;
  const inner = { ...room, width: room.width - roomBeside(chart) };
  if (inner.width <= 0) return undefined;
  const { x, y, width, height } = chart.body;
  const isTooWide = width > inner.width;
  const bounds = boundsOf(chart, chart.body);
  const endwise = (side: 'top' | 'bottom') => (cut: Cut | undefined) =>
    cut === undefined
      ? 0
      : cutMargin +
        rowDepth(cut.lines, side, measures.cell, ...bounds) +
        (isTooWide ? tightness : 0) +
        (side === 'top' ? cut.frames * measures.titleRow : 0);
  const levelCuts = chooseCuts(cuts, {
    from: y,
    to: y + height,
    most: room.height - measures.header,
    atStart: endwise('top'),
    atEnd: endwise('bottom'),
    ...(isTooWide ? { priceOf: stripPrices(foldable, inner, stripPrice) } : {}),
  });
  if (levelCuts === undefined) return undefined;
  const bands = slices(y, y + height, levelCuts);
  const whole = tileGrid(bands, () => slices(x, x + width, []));
  const strips = isTooWide
    ? bandCharts(chart, whole).map((band) => stripsOf(band, measures, inner))
    : whole.map((band) => band.strips);
  if (strips.includes(undefined)) return undefined;
  const grid = tileGrid(bands, (_, index) => strips[index] ?? []);
  const linked = linkParts(chart, edges, grid);
  const tiles = layTiles(chart, grid, linked, measures);
  // Rows of connectors may be wider than what they belong to.
  if (tiles.some(({ box }) => box.width > room.width + 0.5 || box.height > room.height + 0.5))
    return undefined;
  const upright = linked.connectors.filter(
    ({ gate }) => gate.side === 'left' || gate.side === 'right',
  ).length;
  const level = linked.connectors.length - upright;
  return { pages: packPages(tiles, room), connectors: { level, upright } };
}

/** The room in px along a border for two turns of its lines: with less, they have to turn oftener. */
const tightness = 18;

/** The price of a band that has to be cut into strips. */
function stripPrices(
  { chart, cuts, spans }: Foldable,
  { width: most }: PageRoom,
  stripPrice: number,
): (start: Cut | undefined, end: Cut | undefined) => number {
  const indexes = new Map(cuts.map((cut, index) => [cut, index]));
  // For each end, the first start from which on all is narrow enough.
  const firstStarts = spans().map((_, end) => {
    let [left, right] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let start = end; start >= 0; start--) {
      const { x = 0, width = 0 } = spans()[start] ?? {};
      left = Math.min(left, x);
      right = Math.max(right, x + width);
      if (shownSpan(chart, { x: left, width: right - left }, most).width > most) return start + 1;
    }
    return 0;
  });
  return (start, end) => {
    const from = start === undefined ? 0 : (indexes.get(start) ?? 0) + 1;
    const to = end === undefined ? cuts.length : (indexes.get(end) ?? 0);
    return from < (firstStarts[to] ?? 0) ? stripPrice : 0;
  };
}

function stripsOf(
  band: UprightChart,
  { cell }: TileMeasures,
  { width: most }: PageRoom,
): readonly Slice[] | undefined {
  const { x, width } = shownSpan(band, band.body, most);
  const sideways = (side: 'left' | 'right') => (cut: Cut | undefined) =>
    cut === undefined
      ? 0
      : rowDepth(cut.lines, side, cell, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY) + cutMargin;
  const borders = band.lanes.slice(1).map((lane) => lane.x);
  const found = findCuts(lyingChart(band), borders);
  // Lanes are cut where they are cut: what is free of content beside the cut is theirs.
  const possible =
    borders.length === 0 ? found : found.map((cut) => ({ ...cut, above: cut.y, below: cut.y }));
  const cuts = chooseCuts(possible, {
    from: x,
    to: x + width,
    most,
    atStart: sideways('left'),
    atEnd: sideways('right'),
  });
  return cuts && slices(x, x + width, cuts);
}

/** From where to where something stands. */
function spanOf({ nodes, routes, labels, frames, lanes }: UprightChart): Span {
  const { x, width } = around([
    ...nodes,
    ...labels.filter((label) => label !== undefined),
    ...routes.flat().map((point) => ({ ...point, width: 0, height: 0 })),
    ...(lanes.length > 0 ? [] : frames),
  ]);
  return { x, width };
}

/**
 * From where to where what stands somewhere is shown: with the whole lanes that it stands in, or with as much of
 * them as it needs where those would be too wide.
 */
function shownSpan({ lanes }: UprightChart, { x, width }: Span, most: number): Span {
  const used = lanes.filter((lane) => lane.x < x + width && lane.x + lane.width > x);
  const hull = around(used);
  if (used.length === 0) return { x, width };
  if (hull.width <= most) return hull;
  const left = Math.max(hull.x, x - cutMargin);
  return { x: left, width: Math.min(hull.x + hull.width, x + width + cutMargin) - left };
}

/** What each band has of a chart. Routes that come through it more than once are several. */
function bandCharts(chart: UprightChart, bands: TileGrid): readonly UprightChart[] {
  const routes = chart.routes.map((route) => cutRoute(bands, route));
  return bands.map(({ from, to }, band) => {
    const isIn = (box: Box | undefined): boolean =>
      box !== undefined && box.y + box.height / 2 > from && box.y + box.height / 2 <= to;
    const parts = routes.map((route) =>
      route.filter(({ tile }) => tile === band).map(({ points }) => points),
    );
    const shown = {
      ...chart,
      nodes: chart.nodes.filter(isIn),
      routes: [...parts.map(([first]) => first ?? []), ...parts.flatMap(([, ...others]) => others)],
      labels: chart.labels.map((label) => (isIn(label) ? label : undefined)),
      frames: chart.frames.filter(({ y, height }) => y < to && y + height > from),
      titles: chart.titles.filter(isIn),
    };
    return { ...shown, body: { ...chart.body, ...spanOf(shown) } };
  });
}
