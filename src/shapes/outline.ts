import type { Box, Point } from './geometry.ts';

/** A stretch of an outline: straight to `to`, or a cubic Bézier curve by way of two control points. */
export interface Segment {
  readonly to: Point;
  readonly controls?: readonly [Point, Point];
}

/** A closed outline: its first segment only moves to its point, its last ends there. */
export type Outline = readonly Segment[];

/** The part of a control arm that makes a cubic closest to a quarter of an ellipse: 4/3 (√2 − 1). */
const quarterArc = 0.5522847498;

/**
 * How deep a point, a slant or a wave reaches into a box, in px: a part of its height, but capped, so that shapes of
 * different sizes look like one family.
 */
export const depthIn = ({ width, height }: Box, part: number, most: number): number =>
  Math.min(height * part, width / 3, most);

export const pointAt = (x: number, y: number): Point => ({ x, y });

/** A straight segment. */
export const lineTo = (x: number, y: number): Segment => ({ to: { x, y } });

/** A quarter of an ellipse that leaves `from` towards `corner` and comes to `to` from there. */
export const bend = (from: Point, corner: Point, to: Point): Segment => ({
  to,
  controls: [towards(from, corner), towards(to, corner)],
});

const towards = (from: Point, corner: Point): Point =>
  pointAt(from.x + (corner.x - from.x) * quarterArc, from.y + (corner.y - from.y) * quarterArc);

export const closed = (start: Point, ...rest: readonly Segment[]): Outline => [{ to: start }, ...rest];

export const polygon = (...corners: readonly [x: number, y: number][]): Outline => {
  const segments = corners.map(([x, y]) => lineTo(x, y));
  return [...segments, ...segments.slice(0, 1)];
};

/** A box whose corners are quarters of a circle. */
export const roundedBox = ({ x, y, width, height }: Box, radius: number): Outline => {
  const right = x + width;
  const bottom = y + height;
  return closed(
    pointAt(x + radius, y),
    lineTo(right - radius, y),
    bend(pointAt(right - radius, y), pointAt(right, y), pointAt(right, y + radius)),
    lineTo(right, bottom - radius),
    bend(pointAt(right, bottom - radius), pointAt(right, bottom), pointAt(right - radius, bottom)),
    lineTo(x + radius, bottom),
    bend(pointAt(x + radius, bottom), pointAt(x, bottom), pointAt(x, bottom - radius)),
    lineTo(x, y + radius),
    bend(pointAt(x, y + radius), pointAt(x, y), pointAt(x + radius, y)),
  );
};

/** The box of a piece of work: its corners are a little round. */
export const workBox = (box: Box): Outline =>
  roundedBox(box, Math.min(workCorner, box.width / 2, box.height / 2));

const workCorner = 4;
