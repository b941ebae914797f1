import type { Box, Side } from '../../shapes/geometry.ts';
import type { UprightChart } from './upright.ts';

/** The part of a bracket beside a tile, in the places of the upright chart. px. */
export interface TileBracket {
  readonly index: number;
  readonly box: Box;
  /** The box of its text; undefined where that stands beside a longer part. */
  readonly label: Box | undefined;
  readonly open: readonly Side[];
}

/** By how much what stands beside a chart makes its tiles wider. */
export const roomBeside = ({ body, brackets }: UprightChart): number =>
  brackets.reduce(
    (most, { box, label }) =>
      Math.max(
        most,
        body.x - Math.min(box.x, label.x),
        Math.max(box.x + box.width, label.x + label.width) - body.x - body.width,
      ),
    0,
  );

/** The place of a tile's content, and the part of the chart that is its own, from top to bottom. */
export interface BracketRoom {
  readonly content: Box;
  readonly from: number;
  readonly to: number;
}

/**
 * The parts of brackets beside tiles one below the other, each of which stands at the side of its band where brackets
 * are. What a bracket stands for is said beside each part with room for it, and beside the longest in any case.
 */
export function clipBrackets(
  { body, brackets }: UprightChart,
  tiles: readonly BracketRoom[],
): readonly (readonly TileBracket[])[] {
  const parts: TileBracket[][] = tiles.map(() => []);
  brackets.forEach(({ box, label, side }, index) => {
    const clipped = tiles.map(({ content, from, to }) => {
      const start = Math.max(box.y, from, content.y);
      const end = Math.min(box.y + box.height, to, content.y + content.height);
      return { start, length: end - start };
    });
    const longest = clipped.reduce((most, { length }) => Math.max(most, length), 0);
    let isSaid = false;
    clipped.forEach(({ start, length }, tile) => {
      const { content } = tiles[tile] ?? { content: body };
      if (length < shortestPart) return;
      const open: Side[] = [];
      if (start > box.y + 1) open.push('top');
      if (start + length < box.y + box.height - 1) open.push('bottom');
      const dx = side === 'left' ? content.x - body.x : content.x + content.width - body.x - body.width;
      const hasText = length >= label.height || (length === longest && !isSaid);
      isSaid ||= hasText;
      parts[tile]?.push({
        index,
        open,
        box: { x: box.x + dx, y: start, width: box.width, height: length },
        label: hasText
          ? { ...label, x: label.x + dx, y: Math.round(start + length / 2 - label.height / 2) }
          : undefined,
      });
    });
  });
  return parts;
}

/** No shorter part of a bracket is drawn, in px: it would look like a mark of its own. */
const shortestPart = 12;
