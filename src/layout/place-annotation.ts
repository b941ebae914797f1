import type { Box, Side } from '../shapes/geometry.ts';
import { portPoint } from '../shapes/shape-geometry.ts';
import type { Chart, ChartNode } from './chart.ts';
import { distances } from './grid/distances.ts';
import { alongOf } from './grid/node-extent.ts';
import type { PlacedAnnotation } from './placed-chart.ts';

/**
 * How an annotation stands beside its node. Lines come to a node by the middle of its sides alone, so it stands at a
 * side where none does, or past the line that does. Lengths in px.
 */
export interface AnnotationPlace {
  /** The side of the node, across the flow: left or right of it where the flow goes down. */
  readonly side: 'low' | 'high';
  /** In one line with the node's middle, or past the line that comes to that side: below it, or to the left of it. */
  readonly isPastLine: boolean;
  /** Its size across and along the flow, bracket included. */
  readonly across: number;
  readonly along: number;
}

/** Says where an annotation is in the picture, by the box of its node there. */
export function placeAnnotation(
  chart: Chart,
  node: ChartNode,
  at: Box,
  place: AnnotationPlace,
): PlacedAnnotation {
  const { isPastLine, across, along } = place;
  const { toAnnotation, pastLine } = distances;
  const down = chart.direction === 'down';
  const high = place.side === 'high';
  const [low, size] = down ? [at.x, at.width] : [at.y, at.height];
  const end = high ? low + size : low;
  const tie = high ? end + toAnnotation : end - toAnnotation;
  const from = high ? tie : tie - across;
  const middle = down ? at.y + at.height / 2 : at.x + at.width / 2;
  // The label of the line stands above it, or to the right of it: an annotation stands on its other side.
  const first = middle + (!isPastLine ? -along / 2 : down ? pastLine : -pastLine - along);
  const off = tiedAlong(chart, node, along);
  const tied = middle + (!isPastLine ? 0 : down ? off : -off);
  const side: Side = down ? (high ? 'right' : 'left') : high ? 'bottom' : 'top';
  return {
    ...(down
      ? { x: from, y: first, width: across, height: along }
      : { x: first, y: from, width: along, height: across }),
    side: opposite[side],
    line: [portPoint(node.shape, at, side, tied), down ? { x: tie, y: tied } : { x: tied, y: tie }],
  };
}

const opposite: Readonly<Record<Side, Side>> = { top: 'bottom', bottom: 'top', left: 'right', right: 'left' };

/** How far from the node's middle along the flow the line to an annotation past another line leaves it. */
const tiedAlong = (chart: Chart, node: ChartNode, along: number): number => {
  const { pastLine } = distances;
  const half = alongOf(chart, node) / 2;
  return Math.round(Math.min(pastLine + along / 2, Math.max(pastLine + 3, half * tiedPart)));
};

/** The part of half a node's length at which it does: away from the corner, and from the line at the middle. */
const tiedPart = 0.6;
