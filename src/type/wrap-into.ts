import { shapeNamed } from '../shapes/all-shapes.ts';
import { textRoom } from '../shapes/shape-geometry.ts';
import type { FitOptions } from './fit.ts';
import type { Column, Stack } from './text-stack.ts';
import { type Wrapping, wrapLines } from './wrap-lines.ts';

/** In px. */
export interface Extent {
  readonly width: number;
  readonly height: number;
}

/** A shape, and the way in which it is read. */
type Form = Pick<FitOptions, 'shape' | 'rightToLeft'>;

/** How blocks of text stand in a shape; lengths in px from its top left corner. */
export interface Placement {
  readonly wrappings: readonly Wrapping[];
  /** The top of the stack of lines. */
  readonly top: number;
  /** The middle of all lines. */
  readonly axis: number;
  /** How long each line of each block may be. */
  readonly room: readonly (readonly number[])[];
}

/** The part of its room that a line may fill, so that 7 % of its own length stays free on both sides. */
export const fill = 1 / 1.14;

/** The height that a shape gives up to a slope, wave or point, in px. */
export const insetOf = (limit: readonly [part: number, most: number] | undefined, height: number): number =>
  limit === undefined ? 0 : Math.min(limit[0] * height, limit[1]);

/** What is known already of the room in shapes: many nodes of a chart are tried in the same sizes. */
export type KnownRooms = Map<string, Room>;
type Room = Omit<Placement, 'wrappings'>;

/** Breaks blocks into the lines of their stack, inside of a shape; undefined when they don't fit. */
export const wrapInto = (
  columns: readonly Column[],
  stack: Stack,
  extent: Extent,
  form: Form,
  known: KnownRooms,
): Placement | undefined => {
  const key = `${form.shape} ${form.rightToLeft} ${extent.width} ${extent.height} ${stack.key}`;
  const found = known.get(key) ?? roomFor(stack, extent, form);
  known.set(key, found);
  const { top, axis, room } = found;
  const wrappings: Wrapping[] = [];
  for (const [index, { segments }] of columns.entries()) {
    const wrapping = wrapLines(segments, room[index] ?? []);
    if (wrapping === undefined) return undefined;
    wrappings.push(wrapping);
  }
  return { wrappings, top, axis, room };
};

const roomFor = (
  { lines, height: stackHeight }: Stack,
  { width, height }: Extent,
  { shape, rightToLeft }: Form,
): Room => {
  const { above, below, lopsided, padding } = shapeNamed(shape).text;
  const roomAt = textRoom(shape, { x: 0, y: 0, width, height }, rightToLeft);
  const upper = insetOf(above, height);
  const top = upper + (height - upper - insetOf(below, height) - stackHeight) / 2;
  const whole = roomAt(top, top + stackHeight);
  const axis = lopsided === true ? Math.round((whole.left + whole.right) / 2) : width / 2;
  const room = lines.map((column) =>
    column.map((line) => {
      const { left, right } = roomAt(top + line.top - 1, top + line.bottom + 1);
      const free = 2 * Math.min(axis - left, right - axis);
      return Math.min(free - 2 * padding.x, free * fill);
    }),
  );
  return { top, axis, room };
};
