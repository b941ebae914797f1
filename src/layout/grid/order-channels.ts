import type { Deadline } from '../deadline.ts';
import { channelWeights, searchLimits } from '../weights.ts';
import type { Lattice } from './lattice.ts';
import type { Run, Runs, Turn } from './runs.ts';

export interface ChannelOrder {
  /** The runs of a channel in order: on a line across (upright), or along. */
  readonly channel: (upright: boolean, line: number) => readonly number[];
  /** For each run: from where to where it reaches along its channel, to be compared only with other such numbers. */
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** Crossings that the order within channels makes. */
  readonly crossings: number;
  /** Pairs of runs that can't be drawn apart: their stubs lie on one another whichever comes first. */
  readonly conflicts: number;
}

/** Crossing lines are this far apart; what runs in a channel is spread between them. */
const pitch = 1000;
/** The part of the way from line to line that the runs of a channel are spread over, so that none comes to the next. */
const channelWidth = 0.9;

/** How far from the middle of a channel a place is beyond all its runs and before those of the next, in lines. */
export const pastChannel = 0.7;

/** The middle of a line, to be compared with `low` and `high`. */
export const placeOfLine = (line: number): number => line * pitch;

/**
 * Puts the runs of each channel in the order that makes the fewest crossings. Where a run ends depends on the order in
 * the channel that it turns into, so the channels are gone through several times.
 */
export function orderChannels(
  lattice: Lattice,
  runs: Runs,
  rounds: number,
  deadline: Deadline,
): ChannelOrder {
  const channels = channelsOf(lattice, runs);
  const place = new Float64Array(runs.list.length);
  const low = new Float64Array(runs.list.length);
  const high = new Float64Array(runs.list.length);
  for (const run of runs.list) place[run.index] = placeOfLine(run.line);
  let crossings = 0;
  let conflicts = 0;
  for (let round = 0; round < rounds; round++) {
    crossings = 0;
    conflicts = 0;
    for (const upright of [true, false])
      for (const channel of channels.values()) {
        if (channel.upright !== upright) continue;
        deadline();
        for (const index of channel.order) spanOf(runs.list[index], place, low, high);
        const cost = sortChannel(channel, runs, { place, low, high });
        crossings += cost.crossings;
        conflicts += cost.conflicts;
        channel.order.forEach((index, at) => {
          place[index] =
            channel.line * pitch + ((at + 1) / (channel.order.length + 1) - 0.5) * pitch * channelWidth;
        });
      }
  }
  for (const run of runs.list) spanOf(run, place, low, high);
  return {
    channel: (upright, line) => channels.get(channelKey(upright, line))?.order ?? [],
    low,
    high,
    crossings,
    conflicts,
  };
}

interface Channel {
  readonly upright: boolean;
  readonly line: number;
  /** Indexes of runs, from the lower to the higher side. */
  order: number[];
}

const channelKey = (upright: boolean, line: number): number => 2 * line + (upright ? 1 : 0);

const channelsOf = (lattice: Lattice, runs: Runs): ReadonlyMap<number, Channel> => {
  const found = new Map<number, Channel>();
  for (const { index, upright, line } of runs.list) {
    if (upright ? lattice.isColumn[line] === 1 : line % 2 === 1) continue;
    const key = channelKey(upright, line);
    const channel = found.get(key);
    if (channel === undefined) found.set(key, { upright, line, order: [index] });
    else channel.order.push(index);
  }
  return found;
};

const spanOf = (run: Run | undefined, place: Float64Array, low: Float64Array, high: Float64Array): void => {
  if (run === undefined) return;
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (const turn of run.turns) {
    const at = place[turn.run] ?? 0;
    least = Math.min(least, at);
    most = Math.max(most, at);
  }
  low[run.index] = least;
  high[run.index] = most;
};

/** The places of runs, and how far they reach, by index; see `ChannelOrder`. */
interface Spans {
  readonly place: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** Faults that an order makes, or one pair in it: `crossings` has fractions for lines through frames. */
interface Faults {
  crossings: number;
  conflicts: number;
}

/** Adds the faults of run a standing before run b: stubs that cross the other, and stubs that lie on one another. */
const addFaults = (a: Run, b: Run, spans: Spans, faults: Faults): void => {
  const frames = (isFrame(a) ? 1 : 0) + (isFrame(b) ? 1 : 0);
  const crossed = stubsAcross(a, 1, b, spans) + stubsAcross(b, -1, a, spans);
  for (const turn of a.turns) if (turn.side === 1) faults.conflicts += stubsOpposite(turn, b, spans);
  // Frames that stand in one another must not cross; edges may cross them.
  if (frames === 2) faults.conflicts += crossed + (areFramesAmiss(a, b) ? 1 : 0);
  else faults.crossings += crossed * (frames === 1 ? channelWeights.throughFrame : 1);
};

/** How many stubs that leave a run by a side lead across another run that stands on that side. */
const stubsAcross = (run: Run, side: -1 | 1, other: Run, { place, low, high }: Spans): number => {
  let crossed = 0;
  for (const turn of run.turns) {
    const at = place[turn.run] ?? 0;
    if (turn.side === side && at > (low[other.index] ?? 0) && at < (high[other.index] ?? 0)) crossed++;
  }
  return crossed;
};

/** How many stubs of a run come from the other side on the very line on which a stub leads to the higher side. */
const stubsOpposite = (turn: Turn, run: Run, { place }: Spans): number => {
  let opposite = 0;
  for (const other of run.turns)
    if (other.side === -1 && other.run !== turn.run && place[turn.run] === place[other.run]) opposite++;
  return opposite;
};

/**
 * Whether the sides of two frames stand in the wrong order: a frame ends before another begins, and holds what is
 * in it.
 */
const areFramesAmiss = (a: Run, b: Run): boolean => {
  const [side, other] = [a.turns[0]?.side, b.turns[0]?.side];
  // The frame that holds another comes first in the list of stages.
  return side === other ? a.index > b.index === (side === 1) : side === 1 && other === -1;
};

/** Whether a run is the side of a stage's frame. */
export const isFrame = (run: Run): boolean => run.turns[0]?.edge === -1;

/** Sorts a channel in place; returns the faults that are left, exactly, however many runs there are. */
const sortChannel = (channel: { order: number[] }, runs: Runs, spans: Spans): Readonly<Faults> => {
  const members = channel.order.map((index) => runs.list[index]).filter((run) => run !== undefined);
  const { low, high } = spans;
  const lean = (run: Run): number => run.turns.reduce((sum, { side }) => sum + side, 0) / run.turns.length;
  const length = (run: Run): number => (high[run.index] ?? 0) - (low[run.index] ?? 0);
  members.sort(
    (a, b) =>
      lean(a) - lean(b) ||
      (lean(a) < 0 ? length(a) - length(b) : lean(a) > 0 ? length(b) - length(a) : 0) ||
      a.index - b.index,
  );
  const sorted =
    members.length > 1 && members.length <= searchLimits.sortedRuns ? insertBest(members, spans) : members;
  channel.order = sorted.map(({ index }) => index);
  const total: Faults = { crossings: 0, conflicts: 0 };
  sorted.forEach((a, at) => {
    for (let later = at + 1; later < sorted.length; later++) {
      const b = sorted[later];
      if (b !== undefined && lieBeside(a, b)) addFaults(a, b, spans, total);
    }
  });
  return total;
};

/**
 * Whether two runs lie beside each other somewhere, so that they can't have one coordinate. Two that end between
 * the same lines count as well: which of them ends first is not known before all channels are measured. Frames keep
 * more apart.
 */
export const lieBeside = (a: Run, b: Run): boolean => {
  const slack = isFrame(a) && isFrame(b) ? 1 : 0;
  return a.low <= b.high + slack && b.low <= a.high + slack;
};

/** Takes each member out and puts it where it costs least, until nothing gets better. */
const insertBest = (members: readonly Run[], spans: Spans): readonly Run[] => {
  const count = members.length;
  const cost = new Float64Array(count * count);
  members.forEach((a, i) => {
    members.forEach((b, j) => {
      if (i === j || !lieBeside(a, b)) return;
      const faults: Faults = { crossings: 0, conflicts: 0 };
      addFaults(a, b, spans, faults);
      cost[i * count + j] = faults.crossings + channelWeights.conflict * faults.conflicts;
    });
  });
  const order = members.map((_, index) => index);
  for (let round = 0, better = true; better && round < searchLimits.insertionRounds; round++) {
    better = false;
    for (let at = 0; at < count; at++) {
      const member = order[at] ?? 0;
      let change = 0;
      let best = 0;
      let bestAt = at;
      for (let to = at - 1; to >= 0; to--) {
        const other = order[to] ?? 0;
        change += (cost[member * count + other] ?? 0) - (cost[other * count + member] ?? 0);
        if (change < best) {
          best = change;
          bestAt = to;
        }
      }
      change = 0;
      for (let to = at + 1; to < count; to++) {
        const other = order[to] ?? 0;
        change += (cost[other * count + member] ?? 0) - (cost[member * count + other] ?? 0);
        if (change < best) {
          best = change;
          bestAt = to;
        }
      }
      if (bestAt === at) continue;
      order.splice(at, 1);
      order.splice(bestAt, 0, member);
      better = true;
    }
  }
  return order.flatMap((index) => members[index] ?? []);
};
