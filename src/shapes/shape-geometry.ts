import { type ShapeName, shapeNamed } from './all-shapes.ts';
import { decimal } from './decimal.ts';
import type { Box, Point, Side } from './geometry.ts';
import type { Outline, Segment } from './outline.ts';

/** The outline of a shape that fills `box`, as the data of an SVG path, in px to two decimals, closed. */
export const outlinePath = (shape: ShapeName, box: Box, rightToLeft = false): string => {
  const outline = shapeOutline(shape, box, rightToLeft);
  const commands = outline.slice(0, -1).map((segment, index) => pathCommand(segment, index === 0));
  return `${commands.join('')}${closing(outline.at(-1))}Z`;
};

/**
 * The lines that a shape has inside of its outline, as the data of an SVG path to be stroked, not filled. Most shapes
 * have none.
 */
export const innerMarks = (shape: ShapeName, box: Box, rightToLeft = false): string | undefined =>
  shapeNamed(shape).marks?.path(box, rightToLeft);

/**
 * The outline of a shape that fills `box`. In charts that are read from right to left every symbol is seen in a mirror,
 * so that it points on as the chart does.
 */
export const shapeOutline = (shape: ShapeName, box: Box, rightToLeft = false): Outline => {
  const outline = shapeNamed(shape).outline(box);
  if (!rightToLeft) return outline;
  const turn = ({ x, y }: Point): Point => ({ x: 2 * box.x + box.width - x, y });
  return outline.map(({ to, controls }) =>
    controls === undefined
      ? { to: turn(to) }
      : { to: turn(to), controls: [turn(controls[0]), turn(controls[1])] },
  );
};

/**
 * The point where an edge touches the outline on the given side, in a chart that is read from left to right: the point
 * that a straight line meets which comes in at `along` (x for top and bottom, y for left and right, in px), by default
 * at the middle of the box.
 */
export const portPoint = (shape: ShapeName, box: Box, side: Side, along?: number): Point => {
  const outline = shapeOutline(shape, box);
  if (side === 'top' || side === 'bottom') {
    const x = along ?? box.x + box.width / 2;
    const [top, bottom] = extent(crossings(outline, 'x', x, x), box.y, box.y + box.height);
    return { x, y: side === 'top' ? top : bottom };
  }
  const y = along ?? box.y + box.height / 2;
  const [left, right] = extent(crossings(outline, 'y', y, y), box.x, box.x + box.width);
  return { x: side === 'left' ? left : right, y };
};

/** From the left to the right of the room for text, in px; `right` is less than `left` where there is none. */
export interface TextSpan {
  readonly left: number;
  readonly right: number;
}

/**
 * Tells how much room a shape has for a line of text that reaches from y0 to y1: the widest stretch that lies within
 * the outline and beside the inner marks at every height between the two.
 */
export const textRoom = (
  shape: ShapeName,
  box: Box,
  rightToLeft = false,
): ((y0: number, y1: number) => TextSpan) => {
  const outline = shapeOutline(shape, box, rightToLeft);
  const middle = box.x + box.width / 2;
  const [top, bottom] = extent(crossings(outline, 'x', middle, middle), box.y, box.y + box.height);
  const { before, after } = shapeNamed(shape).marks ?? { before: 0, after: 0 };
  const [leftMark, rightMark] = rightToLeft ? [after, before] : [before, after];
  return (y0, y1) => {
    if (y0 < top || y1 > bottom) return { left: middle, right: middle - 1 };
    let left = box.x + leftMark;
    let right = box.x + box.width - rightMark;
    for (const x of crossings(outline, 'y', y0, y1))
      if (x < middle) left = Math.max(left, x);
      else right = Math.min(right, x);
    return { left, right };
  };
};

const pathCommand = ({ to, controls }: Segment, first: boolean): string => {
  const end = `${decimal(to.x)} ${decimal(to.y)}`;
  if (controls === undefined) return `${first ? 'M' : 'L'}${end}`;
  const [one, two] = controls;
  return `C${decimal(one.x)} ${decimal(one.y)} ${decimal(two.x)} ${decimal(two.y)} ${end}`;
};

/** `Z` draws the last straight line by itself; a curve has to be written out. */
const closing = (last: Segment | undefined): string =>
  last?.controls === undefined ? '' : pathCommand(last, false);

const stepsPerCurve = 12;

/**
 * The places where an outline passes through the band of one coordinate from `low` to `high`: the other coordinate at
 * the band's borders and at corners within. Curves are taken as chords. A chord lies inside of a convex curve, so text
 * that fits the polygon fits the shape.
 */
const crossings = (outline: Outline, band: 'x' | 'y', low: number, high: number): readonly number[] => {
  const found: number[] = [];
  let from: Point | undefined;
  for (const { to, controls } of outline) {
    if (from !== undefined && controls === undefined) addCrossings(found, from, to, band, low, high);
    else if (from !== undefined && controls !== undefined) {
      const [one, two] = controls;
      const most = Math.max(from[band], one[band], two[band], to[band]);
      const least = Math.min(from[band], one[band], two[band], to[band]);
      // A curve lies within the hull of its four points: most are nowhere near.
      if (most >= low && least <= high) {
        let before = from;
        for (let step = 1; step <= stepsPerCurve; step++) {
          const next = step === stepsPerCurve ? to : onCurve(from, one, two, to, step / stepsPerCurve);
          addCrossings(found, before, next, band, low, high);
          before = next;
        }
      }
    }
    from = to;
  }
  return found;
};

const onCurve = (from: Point, one: Point, two: Point, to: Point, t: number): Point => {
  const s = 1 - t;
  const blend = (a: number, b: number, c: number, d: number): number =>
    s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d;
  return { x: blend(from.x, one.x, two.x, to.x), y: blend(from.y, one.y, two.y, to.y) };
};

const addCrossings = (
  found: number[],
  from: Point,
  to: Point,
  band: 'x' | 'y',
  low: number,
  high: number,
): void => {
  const other = band === 'y' ? 'x' : 'y';
  const first = Math.min(from[band], to[band]);
  const last = Math.max(from[band], to[band]);
  if (last < low || first > high) return;
  if (first === last) {
    // A level side at the band's border holds nothing back; one within does, and its corners say where.
    if ((first > low && first < high) || low === high) found.push(from[other], to[other]);
    return;
  }
  const length = to[band] - from[band];
  const reach = to[other] - from[other];
  found.push(from[other] + ((Math.max(first, low) - from[band]) / length) * reach);
  found.push(from[other] + ((Math.min(last, high) - from[band]) / length) * reach);
};

const extent = (values: readonly number[], low: number, high: number): readonly [number, number] =>
  values.length === 0 ? [low, high] : [Math.min(...values), Math.max(...values)];
