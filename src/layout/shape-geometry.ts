import type { Box, Point, Shape, Side } from './drawing.ts';
import { barInset, escalationBand, type Segment, shapeOutline } from './shape-outline.ts';

/** The outline of a shape that fills `box`, as the data of an SVG path, in px to two decimals, closed. */
export const outlinePath = (shape: Shape, box: Box, rightToLeft = false): string => {
  const outline = shapeOutline(shape, box, rightToLeft);
  const commands = outline.slice(0, -1).map((segment, index) => pathCommand(segment, index === 0));
  return `${commands.join('')}${closing(outline.at(-1))}Z`;
};

/**
 * The lines that a shape has inside of its outline, as the data of an SVG path to be stroked, not filled: the bars of a
 * predefined process, the band and chevrons of an escalation. Most shapes have none.
 */
export const innerMarks = (
  shape: Shape,
  { x, y, width, height }: Box,
  rightToLeft = false,
): string | undefined => {
  if (shape === 'predefined-process')
    return [x + barInset, x + width - barInset]
      .map((bar) => `M${decimal(bar)} ${decimal(y)}V${decimal(y + height)}`)
      .join('');
  if (shape === 'escalation') {
    const line = rightToLeft ? x + width - escalationBand : x + escalationBand;
    const band = `M${decimal(line)} ${decimal(y)}V${decimal(y + height)}`;
    const left = decimal((rightToLeft ? x + width - escalationBand / 2 : x + escalationBand / 2) - 5);
    const chevrons = [-1, 5].map((down) => `M${left} ${decimal(y + height / 2 + down)}l5 -5l5 5`);
    return [band, ...chevrons].join('');
  }
  return undefined;
};

/**
 * Where an edge touches the outline on the given side, in a chart that is read from left to right: the point that a straight line meets which comes in at `along`
 * (x for top and bottom, y for left and right, in px), by default at the middle of the box.
 */
export const portPoint = (shape: Shape, box: Box, side: Side, along?: number): Point => {
  const polygon = flatten(shapeOutline(shape, box));
  if (side === 'top' || side === 'bottom') {
    const x = along ?? box.x + box.width / 2;
    const [top, bottom] = extent(crossings(polygon.map(transpose), x, x), box.y, box.y + box.height);
    return { x, y: side === 'top' ? top : bottom };
  }
  const y = along ?? box.y + box.height / 2;
  const [left, right] = extent(crossings(polygon, y, y), box.x, box.x + box.width);
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
  shape: Shape,
  box: Box,
  rightToLeft = false,
): ((y0: number, y1: number) => TextSpan) => {
  const outline = shapeOutline(shape, box, rightToLeft);
  const polygon = flatten(outline);
  const middle = box.x + box.width / 2;
  const [top, bottom] = extent(crossings(polygon.map(transpose), middle, middle), box.y, box.y + box.height);
  const before = shape === 'escalation' ? escalationBand : shape === 'predefined-process' ? barInset : 0;
  const after = shape === 'predefined-process' ? barInset : 0;
  const [leftMark, rightMark] = rightToLeft ? [after, before] : [before, after];
  return (y0, y1) => {
    if (y0 < top || y1 > bottom) return { left: middle, right: middle - 1 };
    let left = box.x + leftMark;
    let right = box.x + box.width - rightMark;
    for (const x of crossings(polygon, y0, y1))
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

const decimal = (value: number): string => String(Math.round(value * 100) / 100);

const transpose = ({ x, y }: Point): Point => ({ x: y, y: x });

const stepsPerCurve = 12;

/** Curves as chords. A chord lies inside of a convex curve, so text that fits the polygon fits the shape. */
const flatten = (outline: readonly Segment[]): readonly Point[] => {
  const points: Point[] = [];
  for (const { to, controls } of outline) {
    const from = points.at(-1);
    if (from !== undefined && controls !== undefined)
      for (let step = 1; step < stepsPerCurve; step++)
        points.push(onCurve(from, controls[0], controls[1], to, step / stepsPerCurve));
    points.push(to);
  }
  return points;
};

const onCurve = (from: Point, one: Point, two: Point, to: Point, t: number): Point => {
  const s = 1 - t;
  const blend = (a: number, b: number, c: number, d: number): number =>
    s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d;
  return { x: blend(from.x, one.x, two.x, to.x), y: blend(from.y, one.y, two.y, to.y) };
};

/** The x at which the polygon's sides pass through the band from y0 to y1: at its borders and at corners within. */
const crossings = (polygon: readonly Point[], y0: number, y1: number): readonly number[] => {
  const found: number[] = [];
  for (let index = 1; index < polygon.length; index++) {
    const from = polygon[index - 1];
    const to = polygon[index];
    if (from === undefined || to === undefined) continue;
    const low = Math.min(from.y, to.y);
    const high = Math.max(from.y, to.y);
    if (high < y0 || low > y1) continue;
    if (low === high) {
      // A level side at the band's border holds nothing back; one within does, and its corners say where.
      if ((low > y0 && low < y1) || y0 === y1) found.push(from.x, to.x);
      continue;
    }
    for (const y of [Math.max(low, y0), Math.min(high, y1)])
      found.push(from.x + ((y - from.y) / (to.y - from.y)) * (to.x - from.x));
  }
  return found;
};

const extent = (values: readonly number[], low: number, high: number): readonly [number, number] =>
  values.length === 0 ? [low, high] : [Math.min(...values), Math.max(...values)];
