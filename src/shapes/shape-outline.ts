import type { Box, Point } from './geometry.ts';
import type { Shape } from './shape-names.ts';

/** A stretch of an outline: straight to `to`, or a cubic Bézier curve by way of two control points. */
export interface Segment {
  readonly to: Point;
  readonly controls?: readonly [Point, Point];
}

/** Width in px of the band with the upward chevrons that marks an escalation, where reading its box begins. */
export const escalationBand = 22;
/** Distance in px from each side of a predefined process to its inner bar. */
export const barInset = 10;

const cornerRadius = 4;
/** The part of a control arm that makes a cubic closest to a quarter of an ellipse: 4/3 (√2 − 1). */
const quarterArc = 0.5522847498;

/**
 * The outline of a shape that fills `box`; the first segment only moves to its point, the last ends there. In charts that
 * are read from right to left every symbol is seen in a mirror, so that it points on as the chart does.
 */
export const shapeOutline = (shape: Shape, box: Box, rightToLeft = false): readonly Segment[] => {
  const outline = readOnwards(shape, box);
  if (!rightToLeft) return outline;
  const turn = ({ x, y }: Point): Point => point(2 * box.x + box.width - x, y);
  return outline.map(({ to, controls }) =>
    controls === undefined
      ? { to: turn(to) }
      : { to: turn(to), controls: [turn(controls[0]), turn(controls[1])] },
  );
};

/**
 * The outline in a chart that is read from left to right, clockwise. The proportions follow the symbols of ISO 5807; depths of points, slants and waves are capped in px, so that shapes
 * of different sizes look like one family. A parallel bar is the box itself.
 */
const readOnwards = (shape: Shape, box: Box): readonly Segment[] => {
  const { x, y, width, height } = box;
  const right = x + width;
  const bottom = y + height;
  const middle = y + height / 2;
  const centre = x + width / 2;
  const deep = (part: number, most: number): number => Math.min(height * part, width / 3, most);
  switch (shape) {
    case 'process':
    case 'escalation':
    case 'predefined-process':
      return roundedBox(box, Math.min(cornerRadius, width / 2, height / 2));
    case 'parallel-bar':
      return polygon([x, y], [right, y], [right, bottom], [x, bottom]);
    case 'terminal':
      return roundedBox(box, Math.min(height / 2, width / 2, 28));
    case 'on-page-connector':
      return closed(
        point(centre, y),
        bend(point(centre, y), point(right, y), point(right, middle)),
        bend(point(right, middle), point(right, bottom), point(centre, bottom)),
        bend(point(centre, bottom), point(x, bottom), point(x, middle)),
        bend(point(x, middle), point(x, y), point(centre, y)),
      );
    case 'decision':
      return polygon([centre, y], [right, middle], [centre, bottom], [x, middle]);
    case 'off-page-connector': {
      const shoulder = bottom - deep(0.35, 18);
      return polygon([x, y], [right, y], [right, shoulder], [centre, bottom], [x, shoulder]);
    }
    case 'delay': {
      const start = right - deep(0.5, 28);
      return closed(
        point(x, y),
        line(start, y),
        bend(point(start, y), point(right, y), point(right, middle)),
        bend(point(right, middle), point(right, bottom), point(start, bottom)),
        line(x, bottom),
        line(x, y),
      );
    }
    case 'document': {
      const amplitude = deep(0.12, 8);
      // A cubic whose arms reach ±k swings out by k·√3/6, first up and then down to the very bottom of the box.
      const arm = amplitude / 0.28867513459;
      const wave = bottom - amplitude;
      return closed(
        point(x, y),
        line(right, y),
        line(right, wave),
        {
          to: point(x, wave),
          controls: [point(right - width / 3, wave - arm), point(x + width / 3, wave + arm)],
        },
        line(x, y),
      );
    }
    case 'data': {
      const slant = deep(0.35, 18);
      return polygon([x + slant, y], [right, y], [right - slant, bottom], [x, bottom]);
    }
    case 'stored-data': {
      const depth = deep(0.25, 12);
      return closed(
        point(x + depth, y),
        line(right, y),
        bend(point(right, y), point(right - depth, y), point(right - depth, middle)),
        bend(point(right - depth, middle), point(right - depth, bottom), point(right, bottom)),
        line(x + depth, bottom),
        bend(point(x + depth, bottom), point(x, bottom), point(x, middle)),
        bend(point(x, middle), point(x, y), point(x + depth, y)),
      );
    }
    case 'manual-input':
      return polygon([x, y + deep(0.3, 14)], [right, y], [right, bottom], [x, bottom]);
    case 'manual-operation': {
      const inset = deep(0.35, 18);
      return polygon([x, y], [right, y], [right - inset, bottom], [x + inset, bottom]);
    }
    case 'display': {
      const tip = x + deep(0.4, 20);
      const start = right - deep(0.4, 20);
      return closed(
        point(x, middle),
        line(tip, y),
        line(start, y),
        bend(point(start, y), point(right, y), point(right, middle)),
        bend(point(right, middle), point(right, bottom), point(start, bottom)),
        line(tip, bottom),
        line(x, middle),
      );
    }
    case 'preparation': {
      const tip = deep(0.4, 20);
      return polygon(
        [x + tip, y],
        [right - tip, y],
        [right, middle],
        [right - tip, bottom],
        [x + tip, bottom],
        [x, middle],
      );
    }
  }
};

const point = (x: number, y: number): Point => ({ x, y });

const line = (x: number, y: number): Segment => ({ to: { x, y } });

/** A quarter of an ellipse that leaves `from` towards `corner` and comes to `to` from there. */
const bend = (from: Point, corner: Point, to: Point): Segment => ({
  to,
  controls: [towards(from, corner), towards(to, corner)],
});

const towards = (from: Point, corner: Point): Point =>
  point(from.x + (corner.x - from.x) * quarterArc, from.y + (corner.y - from.y) * quarterArc);

const closed = (start: Point, ...rest: readonly Segment[]): readonly Segment[] => [{ to: start }, ...rest];

const polygon = (...corners: readonly [number, number][]): readonly Segment[] => {
  const segments = corners.map(([x, y]) => line(x, y));
  return [...segments, ...segments.slice(0, 1)];
};

const roundedBox = ({ x, y, width, height }: Box, radius: number): readonly Segment[] => {
  const right = x + width;
  const bottom = y + height;
  return closed(
    point(x + radius, y),
    line(right - radius, y),
    bend(point(right - radius, y), point(right, y), point(right, y + radius)),
    line(right, bottom - radius),
    bend(point(right, bottom - radius), point(right, bottom), point(right - radius, bottom)),
    line(x + radius, bottom),
    bend(point(x + radius, bottom), point(x, bottom), point(x, bottom - radius)),
    line(x, y + radius),
    bend(point(x, y + radius), point(x, y), point(x + radius, y)),
  );
};
