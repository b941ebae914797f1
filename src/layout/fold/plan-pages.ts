import type { Box, DrawnEdge } from '../drawing.ts';
import { chooseCuts } from './choose-cuts.ts';
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
}

export interface PagePlan {
  readonly pages: readonly (readonly PlacedTile[])[];
  readonly connectors: number;
}

export const foldable = (chart: UprightChart, edges: readonly DrawnEdge[]): Foldable => ({
  chart,
  edges,
  cuts: findCuts(chart),
});

/**
 * Cuts a chart so that each tile has room on a page of the given size, in px, and puts as many on each page as fit: first
 * into bands, then each band that is too wide into strips. Undefined where no cuts make the tiles small enough.
 */
export function planPages(
  { chart, edges, cuts }: Foldable,
  measures: TileMeasures,
  room: PageRoom,
): PagePlan | undefined {
  const { x, y, width, height } = chart.body;
  const isTooWide = width > room.width;
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
    most: room.height - chart.header,
    atStart: endwise('top'),
    atEnd: endwise('bottom'),
  });
  if (levelCuts === undefined) return undefined;
  const bands = slices(y, y + height, levelCuts);
  const whole = tileGrid(bands, () => slices(x, x + width, []));
  const strips = isTooWide
    ? bandCharts(chart, whole).map((band) => stripsOf(band, measures, room))
    : whole.map((band) => band.strips);
  if (strips.includes(undefined)) return undefined;
  const grid = tileGrid(bands, (_, index) => strips[index] ?? []);
  const linked = linkParts(chart, edges, grid);
  const tiles = layTiles(chart, grid, linked, measures);
  // Rows of connectors may be wider than what they belong to.
  if (tiles.some(({ box }) => box.width > room.width + 0.5 || box.height > room.height + 0.5))
    return undefined;
  return { pages: packPages(tiles, room), connectors: linked.connectors.length };
}

/** Where there is less room along a border, lines have to turn oftener: px, for two turns. */
const tightness = 18;

function stripsOf(
  band: UprightChart,
  { cell }: TileMeasures,
  { width: most }: PageRoom,
): readonly Slice[] | undefined {
  const { x, width } = band.body;
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

/** From where to where something stands: lanes at the sides that have nothing are left out. */
function widthOf({ nodes, routes, labels, frames, lanes }: UprightChart): Pick<Box, 'x' | 'width'> {
  const content = around([
    ...nodes,
    ...labels.filter((label) => label !== undefined),
    ...routes.flat().map(({ x, y }) => ({ x, y, width: 0, height: 0 })),
    ...(lanes.length > 0 ? [] : frames),
  ]);
  const used = lanes.filter(({ x, width }) => x < content.x + content.width && x + width > content.x);
  const { x, width } = used.length > 0 ? around(used) : content;
  return { x, width };
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
    return { ...shown, body: { ...chart.body, ...widthOf(shown) } };
  });
}
