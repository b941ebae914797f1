import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LastUsers } from '../../src/layout/grid/last-users.ts';

describe('who ran on the steps of a line last', () => {
  it('is known as if each step were noted', () => {
    const stretch = fc.record({
      line: fc.integer({ min: 0, max: 1 }),
      low: fc.nat(30),
      length: fc.integer({ min: 1, max: 12 }),
    });
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 30 }), (stretches) => {
        const users = new LastUsers();
        const noted = new Map<string, number>();
        for (const [user, { line, low, length }] of stretches.entries()) {
          const met = users.take(line, { low, high: low + length, user });
          for (let step = low; step < low + length; step++) {
            const found = met.filter((used) => used.low <= step && step < used.high).map((used) => used.user);
            const known = noted.get(`${line} ${step}`);
            expect(found).toEqual(known === undefined ? [] : [known]);
            noted.set(`${line} ${step}`, user);
          }
        }
      }),
      { numRuns: 300, seed: 20261128 },
    );
  });
});
