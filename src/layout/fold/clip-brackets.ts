import type { Box, Side } from '../../shapes/geometry.ts';
import { around, type UprightChart } from './upright.ts';

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

/** The room of a tile with its connectors, of its content alone, and the band that it lies in. */
export interface BracketRoom {
  readonly all: Box;
  readonly content: Box;
  readonly band: { readonly from: number; readonly to: number };
}

/**
 * The parts of brackets beside tiles. In each band a bracket stands beside the tile that shows most of what it reaches
 * over. What it stands for is said beside each part with room for it, and beside the longest in any case.
 */
export function clipBrackets(
  chart: UprightChart,
  tiles: readonly BracketRoom[],
): readonly (readonly TileBracket[])[] {
  const { body, brackets } = chart;
  const parts: TileBracket[][] = tiles.map(() => []);
  brackets.forEach(({ box, label, side }, index) => {
    const clipped = tiles.map(({ content, band }, tile) => {
      const start = Math.max(box.y, band.from, content.y);
      const end = Math.min(box.y + box.height, band.to, content.y + content.height);
      return { tile, start, length: end - start };
    });
    const byBand = Map.groupBy(clipped, ({ tile }) => tiles[tile]?.band.from);
    const chosen = [...byBand.values()].flatMap((inBand) => {
      // The last of tiles that show as much, on the side where brackets are.
      const best = (side === 'left' ? inBand.toReversed() : inBand).reduce((most, other) =>
        other.length >= most.length ? other : most,
      );
      return [best];
    });
    const longest = chosen.reduce((most, { length }) => Math.max(most, length), 0);
    let isSaid = false;
    for (const { tile, start, length } of chosen) {
      if (length < shortestPart && (length < longest || isSaid)) continue;
      const { all } = tiles[tile] ?? { all: body };
      const open: Side[] = [];
      if (start > box.y + 1) open.push('top');
      if (start + length < box.y + box.height - 1) open.push('bottom');
      const dx = side === 'left' ? all.x - body.x : all.x + all.width - body.x - body.width;
      const hasText: boolean = length >= label.height || (length === longest && !isSaid);
      isSaid ||= hasText;
      parts[tile]?.push({
        index,
        open,
        box: { x: box.x + dx, y: start, width: box.width, height: length },
        label: hasText
          ? { ...label, x: label.x + dx, y: Math.round(start + length / 2 - label.height / 2) }
          : undefined,
      });
    }
  });
  return parts.map((part) => closeUp(chart, part));
}

/** Moves brackets nearer to the tile where those that stood between are not there. */
function closeUp({ body, brackets }: UprightChart, parts: readonly TileBracket[]): readonly TileBracket[] {
  const left = brackets.some(({ side }) => side === 'left');
  /** How far a bracket, or its text, begins and ends from the chart. */
  const distances = ({ box, label }: Pick<TileBracket, 'box' | 'label'>) => {
    const { x, width } = around(label === undefined ? [box] : [box, label]);
    return left
      ? { near: body.x - x - width, far: body.x - x }
      : { near: x - body.x - body.width, far: x + width - body.x - body.width };
  };
  const nearest = Math.min(...brackets.map((bracket) => distances(bracket).near));
  const reach = ({ box, label = box }: TileBracket) => ({
    from: Math.min(box.y, label.y),
    to: Math.max(box.y + box.height, label.y + label.height),
  });
  const whole = (index: number) => distances(brackets[index] ?? { box: body, label: undefined });
  const placed: { readonly from: number; readonly to: number; readonly far: number }[] = [];
  return parts
    .toSorted((a, b) => whole(a.index).near - whole(b.index).near)
    .map((part) => {
      const { from, to } = reach(part);
      const { near, far } = whole(part.index);
      const start = placed
        .filter((other) => other.from < to && from < other.to)
        .reduce((most, other) => Math.max(most, other.far + toNext), nearest);
      const shift = Math.max(0, near - start);
      placed.push({ from, to, far: far - shift });
      const moved = (box: Box): Box => ({ ...box, x: left ? box.x + shift : box.x - shift });
      return { ...part, box: moved(part.box), label: part.label && moved(part.label) };
    });
}

/** From the text of a bracket to the next bracket, in px. */
const toNext = 14;

/** No shorter part of a bracket is drawn but for its longest, in px: it would look like a mark of its own. */
const shortestPart = 12;
