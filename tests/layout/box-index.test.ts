import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BoxIndex, overlap } from '../../src/layout/box-index.ts';
import type { Box } from '../../src/shapes/geometry.ts';

const boxes = fc.array(
  fc.record({
    x: fc.integer({ min: -3000, max: 3000 }),
    y: fc.integer({ min: -3000, max: 3000 }),
    width: fc.integer({ min: 1, max: 2000 }),
    height: fc.integer({ min: 1, max: 2000 }),
  }),
  { maxLength: 40 },
);

const indexOf = (all: readonly Box[]): BoxIndex<number> => {
  const index = new BoxIndex<number>();
  for (const [at, box] of all.entries()) index.add(box, at);
  return index;
};

describe('boxes near a place', () => {
  it('are those that have room in common with it', () => {
    fc.assert(
      fc.property(boxes, boxes, (all, asked) => {
        const index = indexOf(all);
        for (const box of asked) {
          const found = [...index.touching(box)].sort((a, b) => a - b);
          expect(found).toEqual([...all.keys()].filter((at) => overlap(all[at] as Box, box)));
          expect(index.touching(box, 2).size).toBe(Math.min(2, found.length));
        }
      }),
      { numRuns: 200, seed: 20261128 },
    );
  });

  it('are found among thousands of lines as long as the largest chart, which once filled the memory', () => {
    const lines = Array.from({ length: 5000 }, (_, at) => ({
      x: 14 * at,
      y: 0,
      width: 1,
      height: 5_000_000,
    }));
    const index = indexOf(lines);
    expect([...index.touching({ x: 14 * 77, y: 3_000_000, width: 30, height: 20 })].sort()).toEqual([
      77, 78, 79,
    ]);
  });
});
