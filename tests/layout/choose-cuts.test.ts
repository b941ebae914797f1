import { describe, expect, it } from 'vitest';
import { chooseCuts } from '../../src/layout/fold/choose-cuts.ts';
import type { Cut } from '../../src/layout/fold/find-cuts.ts';

const room = { from: 0, to: 1000, atStart: () => 0, atEnd: () => 0 };
const chosen = (most: number, ...cuts: readonly (readonly [at: number, cost: number])[]) =>
  chooseCuts(
    cuts.map(([at, cost]): Cut => ({ y: at, above: at, below: at, lines: [], frames: 0, cost })),
    { ...room, most },
  )?.map(({ above }) => above);

describe('where a chart is cut', () => {
  it('is nowhere where it fits, and nothing where it cannot be cut', () => {
    expect(chosen(1000, [500, 4])).toEqual([]);
    expect(chosen(600, [200, 4])).toBeUndefined();
  });

  it('is where few lines are, rather than in the very middle', () => {
    expect(chosen(600, [450, 4], [500, 40], [550, 40])).toEqual([450]);
    expect(chosen(600, [450, 40], [500, 4], [550, 40])).toEqual([500]);
  });

  it('is in the middle where that costs no more', () => {
    expect(chosen(600, [420, 4], [500, 4], [580, 4])).toEqual([500]);
  });

  it('is once more only where that saves many lines', () => {
    expect(chosen(600, [333, 4], [500, 8], [666, 4])).toEqual([500]);
    expect(chosen(600, [333, 1], [500, 100], [666, 1])).toEqual([333, 666]);
  });
});
