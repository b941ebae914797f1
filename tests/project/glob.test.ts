import fc from 'fast-check';
import picomatch from 'picomatch';
import { describe, expect, it } from 'vitest';
import { globOf, splitPattern } from '../../src/project/glob.ts';

const matches = (pattern: string, path: string): boolean | undefined => globOf(pattern)?.matches(path);

describe('a pattern for paths', () => {
  it.each<readonly [pattern: string, match: readonly string[], others: readonly string[]]>([
    ['*', ['a', 'a.flow'], ['.a', 'a/b', '']],
    ['*.flow', ['a.flow', 'b.flow'], ['.a.flow', 'a.flowx', 'x/a.flow']],
    ['old/**', ['old', 'old/a', 'old/a/b'], ['older/a', 'old/.a', 'x/old/a']],
    ['**/order-*.flow', ['order-1.flow', 'a/b/order-.flow'], ['.a/order-1.flow', 'order.flow']],
    ['**.flow', ['a.flow', 'x/y/a.flow'], ['a.json']],
    ['a/**/b', ['a/b', 'a/x/y/b'], ['a/.x/b', 'ab']],
    ['a?', ['ab', 'aé', 'a😀'], ['a', 'abc', 'a/']],
    ['[a-c]x', ['ax', 'cx'], ['dx', '-x']],
    ['[!a-c]x', ['dx'], ['ax', 'x']],
    ['[^a]', ['b'], ['a']],
    ['[]]', [']'], ['[']],
    ['{a,b/c}.flow', ['a.flow', 'b/c.flow'], ['c.flow', '{a,b/c}.flow']],
    ['{a,{b,c}d}', ['a', 'bd', 'cd'], ['b', 'ad']],
    ['day-{9..11}', ['day-9', 'day-10', 'day-11'], ['day-12', 'day-1']],
    ['{a}', ['{a}'], ['a']],
    ['a\\*', ['a*'], ['ab', 'a\\b']],
    ['!old/**', ['new/a'], ['old/a']],
    ['./a', ['a'], ['./a', 'b']],
    ['[a', ['[a'], ['a']],
    ['\\', ['\\'], ['']],
    ['', [], ['a']],
  ])('“%s” is for %j and not for %j', (pattern, match, others) => {
    for (const path of match) expect([path, matches(pattern, path)]).toEqual([path, true]);
    for (const path of others) expect([path, matches(pattern, path)]).toEqual([path, false]);
  });

  it('means what picomatch says', () => {
    const name = fc
      .array(fc.constantFrom('a', 'b', '.', '*', '?', '[ab]', '{a,b}', '{a,b*}'), {
        minLength: 1,
        maxLength: 4,
      })
      .map((parts) => parts.join(''))
      // In front of a dot, picomatch takes these now so and now so.
      .filter((each) => !/\*\*|[?*][?*.]|\.\.|^\.|^\[|^\{|\?$/.test(each));
    const pattern = fc
      .array(fc.oneof({ weight: 3, arbitrary: name }, { weight: 1, arbitrary: fc.constant('**') }), {
        minLength: 1,
        maxLength: 4,
      })
      .map((names) => names.join('/'));
    const path = fc
      .array(
        fc.stringMatching(/^[ab.]{1,4}$/).filter((each) => !/^\.\.?$/.test(each)),
        {
          minLength: 1,
          maxLength: 4,
        },
      )
      .map((names) => names.join('/'));
    fc.assert(
      fc.property(pattern, path, (written, asked) => {
        fc.pre(globOf(written) !== undefined);
        // To picomatch, `a/**` is also `a`, and `*/**` is not: of files in folders only is this asked.
        const path = written.endsWith('/**') ? `${asked}/a/a/a/a` : asked;
        expect([path, matches(written, path)]).toEqual([path, picomatch(written)(path)]);
      }),
      { numRuns: 2000 },
    );
  });

  it('takes no longer for one that is made to take hours', () => {
    const began = performance.now();
    const name = 'a'.repeat(250);
    expect(matches(`${'*a'.repeat(100)}b`, name)).toBe(false);
    expect(matches(`${'**/*a*'.repeat(100)}b`, Array.from({ length: 15 }, () => name).join('/'))).toBe(false);
    expect(matches(`${'?*'.repeat(200)}b`, name)).toBe(false);
    expect(performance.now() - began).toBeLessThan(2000);
    // What is no pattern of anyone's is none.
    expect(globOf('*'.repeat(2000))).toBeUndefined();
    expect(globOf('{a,b}'.repeat(20))).toBeUndefined();
    expect(globOf('{1..999999}')).toBeUndefined();
  });

  it('never throws, whatever is written', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'ab*?[]{}!^-,.\\/😀()+@'), maxLength: 30 }),
        fc.string({ maxLength: 20 }),
        (pattern, path) => {
          expect([true, false, undefined]).toContain(matches(pattern, path));
        },
      ),
    );
  });

  it('is looked for below the folder in front of its first wildcard', () => {
    expect(splitPattern('flows/2026/*.flow')).toEqual({ base: 'flows/2026', pattern: '*.flow' });
    expect(splitPattern('/flows/*/a.flow')).toEqual({ base: '/flows', pattern: '*/a.flow' });
    expect(splitPattern('/*.flow')).toEqual({ base: '/', pattern: '*.flow' });
    expect(splitPattern('{a,b}.flow')).toEqual({ base: '.', pattern: '{a,b}.flow' });
    expect(splitPattern('a.flow')).toEqual({ base: 'a.flow', pattern: '' });
  });
});
