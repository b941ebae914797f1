import { describe, expect, it } from 'vitest';
import { sameData } from '../../src/session/same-data.ts';

describe('sameData', () => {
  it.each([
    [1, 1],
    [Number.NaN, Number.NaN],
    [undefined, undefined],
    [[], []],
    [{ a: [1, { b: 'c' }] }, { a: [1, { b: 'c' }] }],
    [new Map([['a', new Set([1])]]), new Map([['a', new Set([1])]])],
  ])('sees that %j and %j are alike', (a, b) => {
    expect(sameData(a, b)).toBe(true);
  });

  it.each<readonly [unknown, unknown]>([
    [1, 2],
    [null, undefined],
    [[], {}],
    [[1], [1, 2]],
    [[1, 2], [1]],
    [{ a: 1 }, { a: 1, b: undefined }],
    [{ a: 1 }, { b: 1 }],
    [{ a: [1, { b: 'c' }] }, { a: [1, { b: 'd' }] }],
    [new Map([['a', 1]]), new Map([['a', 2]])],
    [new Map([['a', 1]]), [['a', 1]]],
    [new Set(['a']), new Set(['b'])],
    [() => 1, () => 1],
    [new Date(0), new Date(1)],
  ])('sees that %j and %j are not', (a, b) => {
    expect(sameData(a, b)).toBe(false);
  });

  it('goes as deep as lists are nested', () => {
    const nested = (depth: number): unknown => {
      let value: unknown = [];
      for (let at = 0; at < depth; at += 1) value = [value];
      return value;
    };
    expect(sameData(nested(100_000), nested(100_000))).toBe(true);
    expect(sameData(nested(100_000), nested(100_001))).toBe(false);
  });
});
