import type { Box, Point, Side } from '../../shapes/geometry.ts';
import type { Drawing, TextLine } from '../drawing.ts';

/**
 * The places of a drawing, turned so that its work runs down whatever its direction: folding knows no other. Everything
 * is known by its index in the drawing; px.
 */
export interface UprightChart {
  /** With what is said beside them, which is never parted from them. */
  readonly nodes: readonly Box[];
  readonly routes: readonly (readonly Point[])[];
  /** Undefined for an edge without one. */
  readonly labels: readonly (Box | undefined)[];
  readonly lanes: readonly Box[];
  /** How far the headers of lanes reach down; 0 without lanes. */
  readonly header: number;
  readonly frames: readonly Box[];
  /** The titles of the frames, by frame. */
  readonly titles: readonly Box[];
  /** Everything but the heading, the headers, and what stands beside it. */
  readonly body: Box;
  readonly brackets: readonly UprightBracket[];
}

/** What reaches over a part of the chart, beside it. */
export interface UprightBracket {
  readonly box: Box;
  readonly label: Box;
  readonly side: 'left' | 'right';
}

/** Goes from a drawing's own places to those of its upright chart, and back. */
export interface Turning {
  readonly turn: (box: Box) => Box;
  readonly turnBack: (box: Box) => Box;
  readonly turnPoint: (point: Point) => Point;
  readonly turnPointBack: (point: Point) => Point;
  readonly turnSideBack: (side: Side) => Side;
}

const asItIs: Turning = {
  turn: (box) => box,
  turnBack: (box) => box,
  turnPoint: (point) => point,
  turnPointBack: (point) => point,
  turnSideBack: (side) => side,
};

/** x and y change places. */
const rightToDown: Turning = {
  turn: ({ x, y, width, height }) => ({ x: y, y: x, width: height, height: width }),
  turnBack: ({ x, y, width, height }) => ({ x: y, y: x, width: height, height: width }),
  turnPoint: ({ x, y }) => ({ x: y, y: x }),
  turnPointBack: ({ x, y }) => ({ x: y, y: x }),
  turnSideBack: (side) => (({ top: 'left', left: 'top', bottom: 'right', right: 'bottom' }) as const)[side],
};

/** For work that runs to the left: the right end comes first. */
const leftToDown: Turning = {
  turn: ({ x, y, width, height }) => ({ x: y, y: -x - width, width: height, height: width }),
  turnBack: ({ x, y, width, height }) => ({ x: -y - height, y: x, width: height, height: width }),
  turnPoint: ({ x, y }) => ({ x: y, y: -x }),
  turnPointBack: ({ x, y }) => ({ x: -y, y: x }),
  turnSideBack: (side) => (({ top: 'right', left: 'top', bottom: 'left', right: 'bottom' }) as const)[side],
};

export const turningOf = ({ direction, rightToLeft }: Drawing): Turning =>
  direction === 'down' ? asItIs : rightToLeft ? leftToDown : rightToDown;

export function uprightChart(drawing: Drawing, { turn, turnPoint }: Turning): UprightChart {
  const beside = new Map(drawing.annotations.map((annotation) => [annotation.node, annotation]));
  const nodes = drawing.nodes.map((node) => {
    const annotation = beside.get(node.id);
    return turn(annotation === undefined ? node : around([node, annotation]));
  });
  const routes = drawing.edges.map(({ points }) => points.map(turnPoint));
  const labels = drawing.edges.map(({ label }) => label && turn(label));
  const frames = drawing.stages.map(turn);
  const lanes = drawing.lanes.map(turn);
  const header = Math.max(0, ...drawing.lanes.map((lane) => turn(lane.header).height));
  const body = around([
    ...nodes,
    ...frames,
    ...labels.filter((label) => label !== undefined),
    ...routes.flat().map(({ x, y }) => ({ x, y, width: 0, height: 0 })),
    ...lanes.map(({ x, y, width, height }) => ({ x, y: y + header, width, height: height - header })),
  ]);
  const titles = drawing.stages.map(({ lines }) => turn(around(lines.map(inkOf))));
  const brackets = drawing.brackets.map((bracket): UprightBracket => {
    const box = turn(bracket);
    const side = box.x < body.x + body.width / 2 ? 'left' : 'right';
    return { box, label: turn(bracket.label), side };
  });
  return { nodes, routes, labels, lanes, header, frames, titles, body, brackets };
}

/** The room that a level line of text takes. */
const inkOf = ({ x, y, width, size }: TextLine): Box => ({
  x: x - width / 2,
  y: y - size,
  width,
  height: size * 1.3,
});

/** The smallest box around others; without any, an empty one at the origin. */
export function around(boxes: readonly Box[]): Box {
  let left = Number.POSITIVE_INFINITY;
  let top = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  for (const box of boxes) {
    left = Math.min(left, box.x);
    top = Math.min(top, box.y);
    right = Math.max(right, box.x + box.width);
    bottom = Math.max(bottom, box.y + box.height);
  }
  return left > right
    ? { x: 0, y: 0, width: 0, height: 0 }
    : { x: left, y: top, width: right - left, height: bottom - top };
}

/** A chart with x and y changed, so that what cuts across can cut along. */
export const lyingChart = (chart: UprightChart): UprightChart => {
  const { turn, turnPoint } = rightToDown;
  return {
    nodes: chart.nodes.map(turn),
    routes: chart.routes.map((route) => route.map(turnPoint)),
    labels: chart.labels.map((label) => label && turn(label)),
    lanes: chart.lanes.map(turn),
    header: 0,
    frames: chart.frames.map(turn),
    titles: chart.titles.map(turn),
    body: turn(chart.body),
    brackets: [],
  };
};
