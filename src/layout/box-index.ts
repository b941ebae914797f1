import type { Box } from './drawing.ts';

const cell = 128;

/** Finds the boxes near a place without looking at all of them: a grid of squares, each with the boxes that touch it. */
export class BoxIndex<Item> {
  readonly #cells = new Map<string, { readonly box: Box; readonly item: Item }[]>();

  add(box: Box, item: Item): void {
    const entry = { box, item };
    for (const key of cellsOf(box)) {
      const entries = this.#cells.get(key);
      if (entries === undefined) this.#cells.set(key, [entry]);
      else entries.push(entry);
    }
  }

  /** The items whose boxes have room in common with `box`, each once, in the order in which they were added to a square. */
  touching(box: Box): readonly Item[] {
    const found = new Set<Item>();
    for (const key of cellsOf(box))
      for (const entry of this.#cells.get(key) ?? []) if (overlap(entry.box, box)) found.add(entry.item);
    return [...found];
  }
}

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

function* cellsOf({ x, y, width, height }: Box): Generator<string> {
  for (let column = Math.floor(x / cell); column <= Math.floor((x + width) / cell); column++)
    for (let row = Math.floor(y / cell); row <= Math.floor((y + height) / cell); row++)
      yield `${column},${row}`;
}
