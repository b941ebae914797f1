import type { Box, Side } from '../../shapes/geometry.ts';
import type { Band, Slice } from './tile-grid.ts';
import type { UprightChart } from './upright.ts';

/** The part of a frame that lies in a tile, and the sides at which it goes on elsewhere. */
export interface TileFrame {
  readonly index: number;
  readonly box: Box;
  readonly open: readonly Side[];
  /** Whether its title stands in this tile. */
  readonly hasTitle: boolean;
}

/** Room between what stands next to a cut and the end of the tile, in px. */
export const cutMargin = 14;

export interface FrameMeasures {
  /** How much a frame that goes on needs at its top for its title, in px. */
  readonly titleRow: number;
  /** How deep each frame lies in others. */
  readonly depths: readonly number[];
}

/** Tells for each frame whether one of these nodes stands in it. */
export const framesAround = (chart: UprightChart, nodes: readonly number[]): readonly boolean[] => {
  const middles = nodes.map((node) => middleOf(chart.nodes[node]));
  return chart.frames.map(({ x, y, width, height }) =>
    middles.some((at) => at.x > x && at.x < x + width && at.y > y && at.y < y + height),
  );
};

export const middleOf = (box: Box | undefined): { readonly x: number; readonly y: number } => ({
  x: (box?.x ?? 0) + (box?.width ?? 0) / 2,
  y: (box?.y ?? 0) + (box?.height ?? 0) / 2,
});

/** How far a tile may show what lies beyond it, px. */
export interface Reach {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/**
 * A tile reaches a little beyond its slices' content; lanes keep their width wherever they are cut. One that stands
 * beside others in its band is no longer than what it has, with the borders of frames that are near.
 */
export function reachOf(
  { lanes, frames }: UprightChart,
  own: Box,
  holds: readonly boolean[],
  band: Band,
  strip: Slice,
): Reach {
  const top = band.first - (band.start === undefined ? 0 : cutMargin);
  const bottom = band.last + (band.end === undefined ? 0 : cutMargin);
  const sides =
    lanes.length > 0
      ? { left: strip.from, right: strip.to }
      : {
          left: strip.start === undefined ? Number.NEGATIVE_INFINITY : strip.first - cutMargin,
          right: strip.end === undefined ? Number.POSITIVE_INFINITY : strip.last + cutMargin,
        };
  if (band.strips.length === 1) return { top, bottom, ...sides };
  const held = frames.filter((_, index) => holds[index] === true);
  const near = (borders: readonly number[], at: number): readonly number[] =>
    borders.filter((border) => Math.abs(border - at) < nearBorder);
  const tops = held.map(({ y }) => y);
  const bottoms = held.map(({ y, height }) => y + height);
  return {
    top: Math.max(top, Math.min(own.y, ...near(tops, own.y)) - cutMargin),
    bottom: Math.min(bottom, Math.max(own.y + own.height, ...near(bottoms, own.y + own.height)) + cutMargin),
    ...sides,
  };
}

/** The distance in px from a border in which several nested frames with their titles may have their tops. */
const nearBorder = 110;

/** The parts of frames within reach, of those that hold something there. */
export function clipFrames(
  chart: UprightChart,
  holds: readonly boolean[],
  reach: Reach,
  { titleRow, depths }: FrameMeasures,
): readonly TileFrame[] {
  const frames = chart.frames.flatMap(({ x, y, width, height }, index): readonly TileFrame[] => {
    if (holds[index] !== true) return [];
    const open: Side[] = [];
    if (y < reach.top) open.push('top');
    if (x + width > reach.right) open.push('right');
    if (y + height > reach.bottom) open.push('bottom');
    if (x < reach.left) open.push('left');
    const left = Math.max(x, reach.left);
    const top = Math.max(y, reach.top);
    const box = {
      x: left,
      y: top,
      width: Math.min(x + width, reach.right) - left,
      height: Math.min(y + height, reach.bottom) - top,
    };
    return [{ index, box, open, hasTitle: contains(box, chart.titles[index]) }];
  });
  // The title of a frame stands below those of the frames around it.
  const deepest = Math.max(
    -1,
    ...frames.map(({ index, open }) => (open.includes('top') ? (depths[index] ?? 0) : -1)),
  );
  return frames.map((frame) => {
    if (!frame.open.includes('top')) return frame;
    const rows = (deepest + 1 - (depths[frame.index] ?? 0)) * titleRow;
    const { x, y, width, height } = frame.box;
    return { ...frame, box: { x, y: y - rows, width, height: height + rows } };
  });
}

const contains = (outer: Box, inner: Box | undefined): boolean =>
  inner !== undefined &&
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

/** The height of what is added for the titles of frames that go on. */
export const rowsOf = (frames: readonly TileFrame[], { titleRow, depths }: FrameMeasures): number =>
  Math.max(
    0,
    ...frames.map(({ index, open }) => (open.includes('top') ? ((depths[index] ?? 0) + 1) * titleRow : 0)),
  );
