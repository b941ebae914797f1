import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closest, editDistance } from '../../src/diagnostic/suggest.ts';

describe('the distance between two words', () => {
  it.each([
    ['step', 'setp', 1],
    ['touchpoint', 'tuchpoint', 1],
    ['kitten', 'sitting', 3],
    ['ca', 'abc', 3],
    ['', 'abc', 3],
    ['same', 'same', 0],
  ])('of %s and %s is %d', (a, b, distance) => {
    expect(editDistance(a, b, 10)).toBe(distance);
  });

  it('is the same both ways, nought only for the same word, and at most the length of the longer', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        const distance = editDistance(a, b, 8);
        expect(editDistance(b, a, 8)).toBe(distance);
        expect(distance === 0).toBe(a === b);
        expect(distance).toBeLessThanOrEqual(Math.max(a.length, b.length));
        expect(distance).toBeGreaterThanOrEqual(Math.abs(a.length - b.length));
      }),
    );
  });

  it('is told as one more than the most that is asked about, where it is more', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
    fc.assert(
      fc.property(word, word, fc.nat(8), (a, b, most) => {
        expect(editDistance(a, b, most)).toBe(Math.min(most + 1, editDistance(a, b, 8)));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('the closest word', () => {
  it('differs by one letter in a word of five, by two from six on, by three from twelve', () => {
    expect(closest('abcxy', ['abcde'])).toBeUndefined();
    expect(closest('abcdx', ['abcde'])).toBe('abcde');
    expect(closest('abcdxy', ['abcdef'])).toBe('abcdef');
    expect(closest('abcxyz', ['abcdef'])).toBeUndefined();
    expect(closest('abcdefghixyz', ['abcdefghijkl'])).toBe('abcdefghijkl');
    expect(closest('abcdefghwxyz', ['abcdefghijkl'])).toBeUndefined();
  });

  const words = ['step', 'stage', 'end', 'touchpoint', 'by', 'to', 'customer-service'];

  it.each([
    ['setp', 'step'],
    ['STEP', 'step'],
    ['stagge', 'stage'],
    ['tuchpiont', 'touchpoint'],
    ['edn', 'end'],
    ['and', undefined],
    ['bt', undefined],
    ['byy', 'by'],
    ['costumer-servise', 'customer-service'],
    ['warehouse', undefined],
    ['', undefined],
  ])('to %s is %s', (word, expected) => {
    expect(closest(word, words)).toBe(expected);
  });

  it('is the first of several that are as close, and never the word itself', () => {
    expect(closest('cat-', ['cats', 'cata'])).toBe('cats');
    expect(closest('cat-', ['cata', 'cats'])).toBe('cata');
    expect(closest('agent', ['agent', 'agents'])).toBe('agents');
  });

  it('is one with the same letters before one that only looks alike', () => {
    expect(closest('Agent', ['agend', 'agent'])).toBe('agent');
  });

  it('is looked for among names that a person could mistype, not among those of hundreds of letters', () => {
    expect(closest('a'.repeat(150), ['a'.repeat(151)])).toBe('a'.repeat(151));
    expect(closest('a'.repeat(300), ['a'.repeat(301)])).toBe(undefined);
  });

  it('counts letters, not the units that they are stored in', () => {
    expect(closest('𝒜𝒷𝒸𝒹', ['𝒜𝒷𝒸𝓍'])).toBe('𝒜𝒷𝒸𝓍');
  });
});
