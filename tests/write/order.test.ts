import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cheapestOrder } from '../../src/write/order.ts';

/** Every order of these numbers. */
function permutations(numbers: readonly number[]): readonly (readonly number[])[] {
  if (numbers.length <= 1) return [numbers];
  return numbers.flatMap((first) =>
    permutations(numbers.filter((each) => each !== first)).map((rest) => [first, ...rest]),
  );
}

describe('the cheapest order', () => {
  it('is none that any other order beats', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5 }).chain((size) => {
          const row = fc.array(fc.nat(20), { minLength: size, maxLength: size });
          const table = fc.array(row, { minLength: size, maxLength: size });
          return fc.record({ start: row, end: row, between: table, above: table });
        }),
        ({ start, end, between, above }) => {
          const cost = (order: readonly number[]): number => {
            let sum = (start[order[0] ?? 0] ?? 0) + (end[order.at(-1) ?? 0] ?? 0);
            for (const [at, each] of order.entries()) {
              if (at > 0) sum += between[order[at - 1] ?? 0]?.[each] ?? 0;
              for (const other of order.slice(0, at)) sum += above[each]?.[other] ?? 0;
            }
            return sum;
          };
          const found = cheapestOrder({
            size: start.length,
            start: (at) => start[at] ?? 0,
            end: (at) => end[at] ?? 0,
            between: (at, next) => between[at]?.[next] ?? 0,
            above: (at, other) => above[at]?.[other] ?? 0,
          });
          const all = permutations(start.map((_, at) => at));
          expect([...found].sort()).toEqual(start.map((_, at) => at));
          expect(cost(found)).toBe(Math.min(...all.map(cost)));
        },
      ),
    );
  });
});
