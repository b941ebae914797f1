import type { Point } from '../../shapes/geometry.ts';
import type { Cut } from './find-cuts.ts';

/** One slice of an axis in px: from cut to cut, and where its content begins and ends. */
export interface Slice {
  readonly from: number;
  readonly to: number;
  readonly first: number;
  readonly last: number;
  /** Undefined where the chart itself begins or ends. */
  readonly start: Cut | undefined;
  readonly end: Cut | undefined;
}

/** A part of a chart from one level cut to the next, and the strips into which upright cuts part it. */
export interface Band extends Slice {
  readonly strips: readonly Slice[];
  /** The number of the tile that its first strip makes; the tiles of all bands are counted in reading order. */
  readonly firstTile: number;
}

/** The bands of a chart from top to bottom. */
export type TileGrid = readonly Band[];

export const tileOf = (grid: TileGrid, { x, y }: Point): number => {
  const band = grid[indexIn(grid, y)];
  return band === undefined ? 0 : band.firstTile + indexIn(band.strips, x);
};

/** The strips at a height. */
export const stripsAt = (grid: TileGrid, y: number): readonly Slice[] => grid[indexIn(grid, y)]?.strips ?? [];

/** The slices that a tile lies in. */
export function slicesOf(grid: TileGrid, tile: number): { readonly band: Band; readonly strip: Slice } {
  const band = grid.findLast(({ firstTile }) => firstTile <= tile);
  const strip = band?.strips[tile - band.firstTile];
  if (band === undefined || strip === undefined) throw new Error(`There is no tile ${tile}`);
  return { band, strip };
}

export function tileGrid(
  bands: readonly Slice[],
  stripsOf: (band: Slice, index: number) => readonly Slice[],
): TileGrid {
  let firstTile = 0;
  return bands.map((band, index) => {
    const strips = stripsOf(band, index);
    const made = { ...band, strips, firstTile };
    firstTile += strips.length;
    return made;
  });
}

/** What cuts make of an interval. */
export const slices = (from: number, to: number, cuts: readonly Cut[]): readonly Slice[] =>
  Array.from({ length: cuts.length + 1 }, (_, index) => {
    const start = cuts[index - 1];
    const end = cuts[index];
    return {
      from: start?.y ?? from,
      to: end?.y ?? to,
      first: start?.below ?? from,
      last: end?.above ?? to,
      start,
      end,
    };
  });

/** By bisection: a large chart has many slices, and every point of every line is looked up. */
function indexIn(all: readonly Slice[], at: number): number {
  let low = 0;
  let high = all.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at > (all[middle]?.to ?? at)) low = middle + 1;
    else high = middle;
  }
  return low;
}
