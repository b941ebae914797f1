import type { Point } from '../drawing.ts';
import type { Cut } from './find-cuts.ts';
import type { UprightChart } from './upright.ts';

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

/** A chart cut into tiles: bands, one below the other, each of them cut into strips. */
export interface TileGrid {
  readonly bands: readonly Slice[];
  readonly strips: readonly Slice[];
}

/** The tiles of a grid are known by numbers, in reading order: strips of the first band, then of the second. */
export const tileOf = ({ bands, strips }: TileGrid, { x, y }: Point): number =>
  indexIn(bands, y) * strips.length + indexIn(strips, x);

/** The slices that a tile lies in. */
export function slicesOf(
  { bands, strips }: TileGrid,
  tile: number,
): { readonly band: Slice; readonly strip: Slice } {
  const band = bands[Math.floor(tile / strips.length)];
  const strip = strips[tile % strips.length];
  if (band === undefined || strip === undefined) throw new Error(`There is no tile ${tile}`);
  return { band, strip };
}

export function tileGrid(chart: UprightChart, across: readonly Cut[], along: readonly Cut[]): TileGrid {
  const { x, y, width, height } = chart.body;
  return { bands: slices(y, y + height, across), strips: slices(x, x + width, along) };
}

function slices(from: number, to: number, cuts: readonly Cut[]): readonly Slice[] {
  return Array.from({ length: cuts.length + 1 }, (_, index) => {
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
}

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
