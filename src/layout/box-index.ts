import type { Box } from '../shapes/geometry.ts';

interface Entry<Item> {
  readonly box: Box;
  readonly item: Item;
}

/**
 * A grid whose cells are at least as wide and as high as the boxes in it, so that each lies in four of them at most.
 */
interface Grid<Item> {
  readonly width: number;
  readonly height: number;
  readonly cells: Map<number, Entry<Item>[]>;
}

/** The smallest cell, in px. */
const smallest = 128;

/**
 * Finds the boxes near a place without looking at all of them. Lines are long and thin, so boxes of a kind, by
 * width and by height, have a grid of their own: a line through a whole chart lies in as few cells as a label does.
 */
export class BoxIndex<Item> {
  readonly #grids = new Map<number, Grid<Item>>();

  add(box: Box, item: Item): void {
    const [across, along] = [sizeClass(box.width), sizeClass(box.height)];
    let grid = this.#grids.get(across * classes + along);
    if (grid === undefined) {
      grid = { width: smallest * 2 ** across, height: smallest * 2 ** along, cells: new Map() };
      this.#grids.set(across * classes + along, grid);
    }
    const entry = { box, item };
    for (const key of cellsOf(grid, box)) {
      const entries = grid.cells.get(key);
      if (entries === undefined) grid.cells.set(key, [entry]);
      else entries.push(entry);
    }
  }

  /** The items whose boxes have room in common with `box`, each once; no more than `most` of them. */
  touching(box: Box, most = Number.POSITIVE_INFINITY): ReadonlySet<Item> {
    const found = new Set<Item>();
    for (const grid of this.#grids.values())
      for (const key of cellsOf(grid, box))
        for (const entry of grid.cells.get(key) ?? [])
          if (overlap(entry.box, box) && found.add(entry.item).size >= most) return found;
    return found;
  }
}

/** More than there are doublings from the smallest cell to the largest drawing. */
const classes = 64;
const sizeClass = (size: number): number => Math.max(0, Math.ceil(Math.log2(size / smallest)));

/** Whether two boxes have room in common; boxes that only touch have not. */
export const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** The box around a stretch of a line that is `2 * reach` thick. */
export const stretchBox = (
  a: { readonly x: number; readonly y: number },
  b: { readonly x: number; readonly y: number },
  reach: number,
): Box => ({
  x: Math.min(a.x, b.x) - reach,
  y: Math.min(a.y, b.y) - reach,
  width: Math.abs(a.x - b.x) + 2 * reach,
  height: Math.abs(a.y - b.y) + 2 * reach,
});

/** Rows are counted up to this in either direction. */
const mostRows = 2 ** 24;

function* cellsOf(
  grid: { readonly width: number; readonly height: number },
  { x, y, width, height }: Box,
): Generator<number> {
  const lastColumn = Math.floor((x + width) / grid.width);
  const lastRow = Math.floor((y + height) / grid.height);
  for (let column = Math.floor(x / grid.width); column <= lastColumn; column++)
    for (let row = Math.floor(y / grid.height); row <= lastRow; row++) yield 2 * mostRows * column + row;
}
