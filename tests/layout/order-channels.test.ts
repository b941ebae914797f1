import { describe, expect, it } from 'vitest';
import type { Lattice } from '../../src/layout/grid/lattice.ts';
import { orderChannels } from '../../src/layout/grid/order-channels.ts';
import type { Run, Turn } from '../../src/layout/grid/runs.ts';

/** A lattice of which only the kind of its lines across is asked: line 0 is a channel. */
const lattice = { isColumn: Uint8Array.of(0) } as unknown as Lattice;

/**
 * Runs of one upright channel, of which each comes from the left on the line of the row `from` and leaves to the right
 * on that of the row `to`; every end has a level run of its own.
 */
function channelOf(ways: readonly { readonly from: number; readonly to: number }[]) {
  const list: Run[] = [];
  for (const { from, to } of ways) {
    const turns: Turn[] = [];
    const run: Run = { index: list.length, upright: true, line: 0, low: from, high: to, turns };
    list.push(run);
    for (const [row, side] of [
      [from, -1],
      [to, 1],
    ] as const) {
      const index = list.length;
      const edge = run.index;
      list.push({ index, upright: false, line: 2 * row + 1, low: 0, high: 0, turns: [] });
      turns.push({ at: row, side, run: index, edge });
    }
  }
  return { list, of: [] };
}

const nested = (count: number) =>
  channelOf(Array.from({ length: count }, (_, at) => ({ from: at, to: 2 * count - at })));

describe('the order of a channel', () => {
  it.each([2, 46, 160, 161, 300])(
    'counts every crossing of %i lines of which any two must cross',
    (count) => {
      const { crossings, conflicts } = orderChannels(lattice, nested(count), 1, () => undefined);
      expect({ crossings, conflicts }).toEqual({ crossings: (count * (count - 1)) / 2, conflicts: 0 });
    },
  );

  it('puts lines that need not cross so that they do not', () => {
    const side = channelOf(Array.from({ length: 20 }, (_, at) => ({ from: at, to: at + 20 })));
    expect(orderChannels(lattice, side, 2, () => undefined).crossings).toBe(0);
  });

  it('counts lines that lie on one another whichever comes first, apart from crossings', () => {
    const opposed = channelOf([
      { from: 0, to: 5 },
      { from: 5, to: 0 },
    ]);
    const { crossings, conflicts } = orderChannels(lattice, opposed, 1, () => undefined);
    expect({ crossings, conflicts }).toEqual({ crossings: 0, conflicts: 1 });
  });
});
