import type { Chart } from '../chart.ts';
import type { Deadline } from '../deadline.ts';
import type { Clearances } from './clearances.ts';
import { distances } from './distances.ts';
import { type ChannelOrder, isFrame, lieBeside } from './order-channels.ts';
import type { Sized } from './phases.ts';
import type { Run } from './runs.ts';

/**
 * A side of a frame: the first to be come by, left or top, or the other one. Sides that are alike stand in line if
 * they can.
 */
interface FrameSide {
  readonly isFirst: boolean;
  readonly depth: number;
}

/** The runs of a channel in their order, and how far from its two sides each is at least, in px. */
interface Spread {
  readonly members: readonly Run[];
  readonly fromLow: number[];
  readonly fromHigh: number[];
  /**
   * Whether two members, by their places in the order, must be drawn apart; and how far what follows one keeps off it.
   */
  readonly areNear: (one: number, other: number) => boolean;
  readonly apart: (member: number) => number;
}

/**
 * Sets the runs of a channel that begins at `start`; returns how wide it is, at least `least`. Frames that stand
 * one after the other have their sides in line.
 */
export function spreadRuns(
  channel: readonly number[],
  start: number,
  least: number,
  { chart, runs, frames, order }: Sized,
  clear: Clearances,
  places: Float64Array,
  deadline: Deadline,
): number {
  const members = channel.map((index) => runs.list[index]).filter((run) => run !== undefined);
  const spread: Spread = {
    members,
    fromLow: members.map((run) => clear.low[run.index] ?? 0),
    fromHigh: members.map((run) => clear.high[run.index] ?? 0),
    areNear: (one, other) => {
      const a = members[one];
      const b = members[other];
      return a !== undefined && b !== undefined && lieBeside(a, b) && !areFramesApart(order, a, b);
    },
    apart: (member) => Math.max(distances.lines, clear.behind[members[member]?.index ?? -1] ?? 0),
  };
  keepApart(spread, deadline);
  const { fromLow, fromHigh } = spread;
  const width = Math.ceil(
    members.reduce((most, _, at) => Math.max(most, (fromLow[at] ?? 0) + (fromHigh[at] ?? 0)), least),
  );
  const sides = members.map(({ index }) => sideOfFrame(chart, frames, index));
  setFrom(start, width, spread, sides, places);
  return width;
}

/** Moves each member as far from either side of the channel as those that it is drawn apart from make it. */
const keepApart = ({ members, fromLow, fromHigh, areNear, apart }: Spread, deadline: Deadline): void => {
  for (let i = 0; i < members.length; i++) {
    deadline();
    for (let j = 0; j < i; j++)
      if (areNear(i, j)) fromLow[i] = Math.max(fromLow[i] ?? 0, (fromLow[j] ?? 0) + apart(j));
  }
  for (let i = members.length - 1; i >= 0; i--)
    for (let j = i + 1; j < members.length; j++)
      if (areNear(i, j)) fromHigh[i] = Math.max(fromHigh[i] ?? 0, (fromHigh[j] ?? 0) + apart(i));
};

/** Sets each member in the middle of the room that it has, or in line with the sides of frames that are alike. */
const setFrom = (
  start: number,
  width: number,
  { members, fromLow, fromHigh, areNear, apart }: Spread,
  sides: readonly (FrameSide | undefined)[],
  places: Float64Array,
): void => {
  const middles = members.map((_, i) => Math.round(((fromLow[i] ?? 0) + width - (fromHigh[i] ?? 0)) / 2));
  const wished = (i: number): number => {
    const side = sides[i];
    if (side === undefined) return middles[i] ?? 0;
    const inLine = middles.filter(
      (_, j) => sides[j]?.depth === side.depth && sides[j]?.isFirst === side.isFirst,
    );
    return side.isFirst ? Math.max(fromLow[i] ?? 0, Math.min(...inLine)) : Math.max(...inLine);
  };
  const set: number[] = [];
  members.forEach(({ index }, i) => {
    let at = wished(i);
    for (let j = 0; j < i; j++) if (areNear(i, j)) at = Math.max(at, (set[j] ?? 0) + apart(j));
    at = Math.min(at, width - (fromHigh[i] ?? 0));
    set.push(at);
    places[index] = start + at;
  });
};

/**
 * Frames that begin in one channel, or end there, are not in each other's way where one ends before the other begins.
 */
const areFramesApart = ({ low, high }: ChannelOrder, one: Run, other: Run): boolean =>
  isFrame(one) &&
  isFrame(other) &&
  one.turns[0]?.side === other.turns[0]?.side &&
  ((high[one.index] ?? 0) < (low[other.index] ?? 0) || (high[other.index] ?? 0) < (low[one.index] ?? 0));

/** The side of a frame that a run is, if any. */
const sideOfFrame = (chart: Chart, frames: Sized['frames'], run: number): FrameSide | undefined => {
  for (const [stage, frame] of frames.entries()) {
    const depth = chart.stages[stage]?.depth ?? 0;
    if (frame?.left === run || frame?.top === run) return { isFirst: true, depth };
    if (frame?.right === run || frame?.bottom === run) return { isFirst: false, depth };
  }
  return undefined;
};
