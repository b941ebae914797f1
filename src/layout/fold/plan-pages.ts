import type { DrawnEdge } from '../drawing.ts';
import { chooseCuts } from './choose-cuts.ts';
import { rowDepth } from './connector-row.ts';
import { type Cut, findCuts } from './find-cuts.ts';
import { boundsOf, cutMargin, type LaidTile, layTiles, type TileMeasures } from './lay-tiles.ts';
import { linkParts } from './link-parts.ts';
import { tileGrid } from './tile-grid.ts';
import { lyingChart, type UprightChart } from './upright.ts';

/** All that a chart offers for being cut, found once for all sizes of a page. */
export interface Foldable {
  readonly chart: UprightChart;
  readonly edges: readonly DrawnEdge[];
  /** Level cuts, from top to bottom. */
  readonly across: readonly Cut[];
  /** Upright cuts, from left to right, as if the chart lay on its side. */
  readonly along: readonly Cut[];
}

/** A tile on its page: by how much it is moved from its place in the upright chart. px. */
export interface PlacedTile {
  readonly laid: LaidTile;
  readonly dx: number;
  readonly dy: number;
}

/** The room for tiles on a page as it is turned for them, px. */
export interface PageRoom {
  readonly width: number;
  readonly height: number;
  /** How tiles stand side by side: the first one at the left or at the right, all in the middle of the room or at its left. */
  readonly fromRight: boolean;
  readonly inMiddle: boolean;
}

export interface PagePlan {
  readonly pages: readonly (readonly PlacedTile[])[];
  readonly connectors: number;
}

export function foldable(chart: UprightChart, edges: readonly DrawnEdge[]): Foldable {
  const borders = chart.lanes.slice(1).map(({ x }) => x);
  return {
    chart,
    edges,
    across: findCuts(chart, edges),
    along: findCuts(lyingChart(chart), edges, borders),
  };
}

/** Between tiles that stand side by side on a page, and one below the other, in px. */
const columnGap = 44;
const rowGap = 36;

/**
 * Cuts a chart so that each tile has room on a page of the given size, in px, and puts as many on each page as fit. Undefined where no cuts make the tiles small enough.
 */
export function planPages(
  { chart, edges, across, along }: Foldable,
  measures: TileMeasures,
  room: PageRoom,
): PagePlan | undefined {
  const { cell, titleRow } = measures;
  const { x, y, width, height } = chart.body;
  const unbounded = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] as const;
  const sideways = (side: 'left' | 'right') => (cut: Cut | undefined) =>
    cut === undefined ? 0 : rowDepth(cut.lines, side, cell, ...unbounded) + cutMargin;
  const chosenAlong = chooseCuts(along, {
    from: x,
    to: x + width,
    most: room.width,
    atStart: sideways('left'),
    atEnd: sideways('right'),
  });
  if (chosenAlong === undefined) return undefined;
  const strips = tileGrid(chart, [], chosenAlong).strips.map(({ from, to }) => ({ from, to }));
  const endwise = (side: 'top' | 'bottom') => (cut: Cut | undefined) => {
    if (cut === undefined) return 0;
    const depths = strips.map(({ from, to }) => {
      const lines = cut.lines.filter((line) => line >= from && line < to);
      const bounds = boundsOf(chart, { x: from, y: 0, width: to - from, height: 0 });
      return rowDepth(lines, side, cell, ...bounds);
    });
    return Math.max(0, ...depths) + cutMargin + (side === 'top' ? cut.frames * titleRow : 0);
  };
  const chosenAcross = chooseCuts(across, {
    from: y,
    to: y + height,
    most: room.height - chart.header,
    atStart: endwise('top'),
    atEnd: endwise('bottom'),
  });
  if (chosenAcross === undefined) return undefined;
  const grid = tileGrid(chart, chosenAcross, chosenAlong);
  const linked = linkParts(chart, edges, grid);
  const tiles = layTiles(chart, grid, linked, measures);
  // Rows of connectors may be wider than what they belong to.
  if (tiles.some(({ box }) => box.width > room.width + 0.5 || box.height > room.height + 0.5))
    return undefined;
  return { pages: packPages(tiles, room), connectors: linked.connectors.length };
}

interface Row {
  readonly tiles: LaidTile[];
  readonly y: number;
  width: number;
  height: number;
}

/** Fills one page after the other: rows of tiles side by side, one below the other, as text is read. */
function packPages(tiles: readonly LaidTile[], room: PageRoom): readonly (readonly PlacedTile[])[] {
  const pages: Row[][] = [];
  for (const tile of tiles) {
    const { width, height } = tile.box;
    const page = pages.at(-1);
    const row = page?.at(-1);
    const below = row === undefined ? 0 : row.y + row.height + rowGap;
    if (row !== undefined && row.width + columnGap + width <= room.width && row.y + height <= room.height) {
      row.tiles.push(tile);
      row.width += columnGap + width;
      row.height = Math.max(row.height, height);
    } else if (page !== undefined && below + height <= room.height)
      page.push({ tiles: [tile], y: below, width, height });
    else pages.push([{ tiles: [tile], y: 0, width, height }]);
  }
  return pages.map((rows) => rows.flatMap((row) => placeRow(row, room)));
}

function placeRow(
  { tiles, y, width }: Row,
  { width: most, fromRight, inMiddle }: PageRoom,
): readonly PlacedTile[] {
  const start = inMiddle ? Math.max(0, (most - width) / 2) : 0;
  let before = 0;
  return tiles.map((laid) => {
    const { box } = laid;
    const left = fromRight ? start + width - before - box.width : start + before;
    before += box.width + columnGap;
    return { laid, dx: Math.floor(left - box.x), dy: Math.ceil(y - box.y) };
  });
}
