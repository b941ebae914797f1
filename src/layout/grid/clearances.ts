import type { Chart, ChartEdge } from '../chart.ts';
import type { Deadline } from '../deadline.ts';
import { isOnTrunk } from '../is-in-fan.ts';
import { distances } from './distances.ts';
import { acrossOf, alongOf } from './node-extent.ts';
import type { Route } from './occupancy.ts';
import { pastChannel, placeOfLine } from './order-channels.ts';
import type { Sized } from './phases.ts';
import type { Run } from './runs.ts';

/** How far runs keep from the sides of their channel, in px. */
export interface Clearances {
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** How far what runs behind one, at a higher coordinate, keeps off it: for a frame's title. */
  readonly behind: Float64Array;
  /** How wide the channels across (x) and along (y) are at least. */
  readonly leastX: Float64Array;
  readonly leastY: Float64Array;
}

const {
  besideNode: margin,
  arrow,
  aroundLabel,
  behindTrunk,
  besideLabel,
  framePadding,
  titlePadding,
} = distances;

/** Makes room for arrow heads, for titles, and for each label on the first stretch of its edge. */
export function clearances(sized: Sized, deadline: Deadline): Clearances {
  const { chart, lattice, routes, runs, frames, titleRoom } = sized;
  const clear: Clearances = {
    low: new Float64Array(runs.list.length).fill(margin),
    high: new Float64Array(runs.list.length).fill(margin),
    behind: new Float64Array(runs.list.length),
    leastX: new Float64Array(lattice.width),
    leastY: new Float64Array(lattice.height),
  };
  frames.forEach((frame, stage) => {
    const title = chart.stages[stage]?.title;
    if (frame === undefined || title === undefined) return;
    for (const side of [frame.left, frame.right, frame.top, frame.bottom]) {
      clear.low[side] = framePadding;
      clear.high[side] = framePadding;
    }
    // The title stands at the top left of the picture, whichever way the flow goes.
    const [top, left] = chart.direction === 'down' ? [frame.top, frame.left] : [frame.left, frame.top];
    clear.behind[left] = framePadding + (titleRoom[stage] ?? 0);
    clear.high[left] = framePadding + (titleRoom[stage] ?? 0);
    clear.behind[top] = title.height + titlePadding;
    clear.high[top] = title.height + titlePadding;
  });
  for (const edge of chart.edges) {
    deadline();
    const route = routes[edge.index] ?? [];
    const own = runs.of[edge.index] ?? [];
    const exit = stubOf(sized, route, own);
    const entry = stubOf(sized, route.toReversed(), own.toReversed());
    if (exit !== undefined && entry !== undefined) roomForEdge(sized, clear, edge, exit, entry);
  }
  return clear;
}

/**
 * Room for the arrow head where an edge comes in, and for its label: at its source, or behind the trunk that it shares.
 */
const roomForEdge = (sized: Sized, clear: Clearances, edge: ChartEdge, exit: Stub, entry: Stub): void => {
  const { chart } = sized;
  const crowded = sized.crowded.has(edge.index);
  const trunk = isOnTrunk(chart, edge) && exit.run.upright;
  const atExit = edge.label !== undefined && (!trunk || crowded);
  const atEntry = edge.label !== undefined && (trunk || crowded);
  const first = atExit ? labelLength(chart, edge, exit.run.upright) + aroundLabel : margin;
  const last = atEntry ? labelLength(chart, edge, entry.run.upright) + 2 * aroundLabel + behindTrunk : arrow;
  keepOff(sized, clear, exit, first);
  keepOff(sized, clear, entry, last);
  if (atExit) keepBeside(sized, clear, exit, labelLength(chart, edge, !exit.run.upright), crowded);
  if (atEntry) keepBeside(sized, clear, entry, labelLength(chart, edge, !entry.run.upright), crowded);
  if (crowded) {
    makeRoom(sized, clear, edge);
    widen(clear, entry, last + arrow - entry.slack);
  }
  if (exit.length > 2) widen(clear, exit, first - exit.slack - exit.beyond);
  else if (exit.length === 2 && edge.label !== undefined)
    widen(
      clear,
      exit,
      labelLength(chart, edge, exit.run.upright) + aroundLabel + arrow - exit.slack - entry.slack,
    );
};

/** The straight stretch at one end of an edge. */
interface Stub {
  readonly run: Run;
  /** The channel that it runs through first, a line at right angles to it; `ahead` where that is the higher one. */
  readonly channel: number;
  readonly ahead: boolean;
  /** In lines of the lattice. */
  readonly length: number;
  /** From the node's outline to the side of that channel, in px. */
  readonly slack: number;
  /** From the channel's other side to the middle of the next line. */
  readonly beyond: number;
}

const stubOf = (
  { chart, lattice, runs, columnHalves, rowHalves }: Sized,
  route: Route,
  own: readonly number[],
): Stub | undefined => {
  const run = runs.list[own[0] ?? -1];
  const [start, turn] = route;
  if (run === undefined || start === undefined || turn === undefined) return undefined;
  const line = (point: number): number =>
    run.upright ? Math.floor(point / lattice.width) : point % lattice.width;
  const ahead = turn > start;
  const node = chart.nodes[lattice.cells[start] ?? -1];
  const half = run.upright ? rowHalves : columnHalves;
  const [near, far] = ahead ? [half.high, half.low] : [half.low, half.high];
  const size =
    node === undefined || node.shape === 'parallel-bar'
      ? 2 * (near[line(start)] ?? 0)
      : run.upright
        ? alongOf(chart, node)
        : acrossOf(chart, node);
  return {
    run,
    ahead,
    channel: line(start) + (ahead ? 1 : -1),
    length: Math.abs(line(turn) - line(start)),
    slack: (near[line(start)] ?? 0) - size / 2,
    beyond: far[line(start) + (ahead ? 2 : -2)] ?? 0,
  };
};

/** All that crosses a stub in its first channel, or that it turns into there, keeps so far from its node. */
const keepOff = ({ order }: Sized, clear: Clearances, stub: Stub, distance: number): void => {
  const place = placeOfLine(stub.run.line);
  const side = stub.ahead ? clear.low : clear.high;
  for (const run of order.channel(!stub.run.upright, stub.channel))
    if ((order.low[run] ?? 0) <= place && place <= (order.high[run] ?? 0))
      side[run] = Math.max(side[run] ?? 0, distance - stub.slack);
};

/**
 * A label that is longer than half of its row or column is wide reaches into the channel there: to the right of an
 * upright line, above a level one. What runs past it there keeps off; where it is crowded, nodes do as well.
 */
const keepBeside = (sized: Sized, clear: Clearances, stub: Stub, extent: number, crowded: boolean): void => {
  const { upright, line } = stub.run;
  const { chart, order } = sized;
  const toRight = (chart.direction === 'down') === upright;
  const half = upright ? sized.columnHalves : sized.rowHalves;
  const distance = extent + besideLabel - ((toRight ? half.high : half.low)[line] ?? 0);
  const beside = line + (toRight ? 1 : -1);
  const least = upright ? clear.leastX : clear.leastY;
  if (crowded) least[beside] = Math.max(least[beside] ?? 0, distance);
  if (distance <= margin) return;
  const side = toRight ? clear.low : clear.high;
  const near = placeOfLine(stub.channel + (stub.ahead ? -pastChannel : pastChannel));
  const far = placeOfLine(stub.channel + (stub.ahead ? pastChannel : -pastChannel));
  for (const run of order.channel(upright, beside))
    if ((order.low[run] ?? 0) <= Math.max(near, far) && Math.min(near, far) <= (order.high[run] ?? 0))
      side[run] = Math.max(side[run] ?? 0, distance);
};

/** Room for the label beside each run of an edge, and along it before each of its corners. */
const makeRoom = (sized: Sized, clear: Clearances, edge: ChartEdge): void => {
  const { chart, runs } = sized;
  const own = (runs.of[edge.index] ?? []).flatMap((index) => runs.list[index] ?? []);
  own.forEach((run, at) => {
    const room = labelLength(chart, edge, !run.upright) + besideLabel;
    for (const list of [clear.low, clear.high, clear.behind])
      list[run.index] = Math.max(list[run.index] ?? 0, room);
    for (const corner of [own[at - 1], own[at + 1]])
      if (corner !== undefined) keepAlong(sized, clear, run, corner, labelLength(chart, edge, run.upright));
  });
};

/**
 * Keeps the runs that cross one in the channel before it turns inside of a row or column away by the length of a label.
 */
const keepAlong = (
  { order, columnHalves, rowHalves }: Sized,
  clear: Clearances,
  run: Run,
  corner: Run,
  extent: number,
): void => {
  const half = corner.upright ? columnHalves : rowHalves;
  if ((half.low[corner.line] ?? 0) === 0) return;
  const turn = placeOfLine(corner.line);
  const near = placeOfLine(run.line - pastChannel);
  const far = placeOfLine(run.line + pastChannel);
  for (const [beside, side, reach, isThere] of [
    [corner.line + 1, clear.low, half.high[corner.line] ?? 0, (order.high[run.index] ?? 0) > turn],
    [corner.line - 1, clear.high, half.low[corner.line] ?? 0, (order.low[run.index] ?? 0) < turn],
  ] as const)
    for (const other of isThere ? order.channel(corner.upright, beside) : [])
      if ((order.low[other] ?? 0) <= far && near <= (order.high[other] ?? 0))
        side[other] = Math.max(side[other] ?? 0, extent + 2 * besideLabel - reach);
};

const widen = (clear: Clearances, stub: Stub, width: number): void => {
  const least = stub.run.upright ? clear.leastY : clear.leastX;
  least[stub.channel] = Math.max(least[stub.channel] ?? 0, width);
};

/** How long an edge's label is along a line that is upright in the lattice, or level. */
const labelLength = (chart: Chart, { label }: ChartEdge, upright: boolean): number => {
  if (label === undefined) return 0;
  return (chart.direction === 'down') === upright ? label.height : label.width;
};
