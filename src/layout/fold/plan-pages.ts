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

/** Between tiles that stand side by side on a page, in px. */
const columnGap = 44;

/**
 * Cuts a chart so that each tile has room on a page of the given size, in px, and puts as many tiles on each page as fit
 * side by side. Undefined where no cuts make the tiles small enough.
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

/** Fills one page after the other; everything stands at the top of its page. */
function packPages(tiles: readonly LaidTile[], room: PageRoom): readonly (readonly PlacedTile[])[] {
  const pages: LaidTile[][] = [];
  let used = Number.POSITIVE_INFINITY;
  for (const tile of tiles) {
    const last = pages.at(-1);
    if (last !== undefined && used + columnGap + tile.box.width <= room.width + 0.01) {
      last.push(tile);
      used += columnGap + tile.box.width;
    } else {
      pages.push([tile]);
      used = tile.box.width;
    }
  }
  return pages.map((page) => {
    const whole = page.reduce((sum, { box }) => sum + box.width, columnGap * (page.length - 1));
    let left = room.inMiddle ? Math.max(0, (room.width - whole) / 2) : 0;
    return (room.fromRight ? page.toReversed() : page)
      .map((laid) => {
        const placed = { laid, dx: Math.floor(left - laid.box.x), dy: Math.ceil(-laid.box.y) };
        left += laid.box.width + columnGap;
        return placed;
      })
      .sort((a, b) => a.laid.tile - b.laid.tile);
  });
}
