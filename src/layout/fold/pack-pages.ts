import type { LaidTile } from './lay-tiles.ts';

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
  /**
   * How tiles stand side by side: the first one at the left or at the right, all in the middle of the room or at
   * its left.
   */
  readonly fromRight: boolean;
  readonly inMiddle: boolean;
}

/** Between tiles that stand side by side on a page, and one below the other, in px. */
const columnGap = 44;
const rowGap = 36;

interface Row {
  readonly tiles: LaidTile[];
  readonly y: number;
  width: number;
  height: number;
}

/** Fills one page after the other: rows of tiles side by side, one below the other, as text is read. */
export function packPages(tiles: readonly LaidTile[], room: PageRoom): readonly (readonly PlacedTile[])[] {
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
