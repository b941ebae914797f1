import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance } from '../../src/diagnostic/suggest.ts';
import { isSeries, nearPairs } from '../../src/lint/near-pairs.ts';

describe('nearPairs', () => {
  const letter = fc.constantFrom('a', 'b', 'c', '-', 'A', '7');
  const name = fc.string({ unit: letter, minLength: 6, maxLength: 20 });
  /** Names, some of which are others with a few edits. */
  const names = fc
    .tuple(
      fc.array(name, { minLength: 1, maxLength: 5 }),
      fc.array(fc.tuple(fc.nat(), fc.nat(), letter, fc.nat(3)), { maxLength: 8 }),
    )
    .map(([all, edits]) => {
      const made = [...all];
      for (const [which, where, put, kind] of edits) {
        const from = made[which % made.length] ?? '';
        const at = where % (from.length + 1);
        const [head, tail] = [from.slice(0, at), from.slice(at)];
        if (kind === 0) made.push(head + put + tail);
        else if (kind === 1) made.push(head + tail.slice(1));
        else if (kind === 2) made.push(head + put + tail.slice(1));
        else made.push(head + tail.slice(1, 2) + tail.slice(0, 1) + tail.slice(2));
      }
      return [...new Set(made)];
    });

  it('finds each name that is near an earlier one, as comparing all with all does', () => {
    const isNear = (a: string, b: string): boolean => {
      const [one, other] = [a.toLowerCase(), b.toLowerCase()];
      if (one === other) return true;
      if (isSeries(one, other)) return false;
      const least = Math.min(one.length, other.length);
      const allowed = least < 8 ? 0 : least < 16 ? 1 : 2;
      return editDistance(one, other, allowed) <= allowed;
    };
    fc.assert(
      fc.property(names, (all) => {
        const expected = all.flatMap((second, at) => {
          const first = all.findIndex((other, before) => before < at && isNear(other, second));
          return first === -1 ? [] : [[first, at]];
        });
        expect(nearPairs(all)).toEqual(expected);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('isSeries', () => {
  it.each([
    ['offer-1', 'offer-2'],
    ['offer', 'offer-2'],
    ['offer1', 'offer12'],
    ['step-a', 'step-b'],
    ['fix-p1', 'fix-p2'],
    ['tier-ii', 'tier-iii'],
    ['major-fault', 'minor-fault'],
    ['paid-order', 'unpaid-order'],
    ['call-am', 'call-pm'],
  ])('takes “%s” and “%s” for two of a series', (one, other) => {
    expect(isSeries(one, other)).toBe(true);
    expect(isSeries(other, one)).toBe(true);
  });

  it.each([
    ['supervisor', 'supervisors'],
    ['check-teh-order', 'check-the-order'],
    ['investigate-1', 'investigates-1'],
    ['inform-all', 'form-all-1'],
  ])('takes “%s” and “%s” for two that are easily mixed up', (one, other) => {
    expect(isSeries(one, other)).toBe(false);
    expect(isSeries(other, one)).toBe(false);
  });
});
