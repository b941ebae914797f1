import { describe, expect, it } from 'vitest';
import { check } from '../../src/check/check.ts';
import { parse } from '../../src/syntax/parse.ts';

describe('a name that is spelt almost like another one', () => {
  it.each([
    ['role agent', 'step x by agnet'],
    ['system billing', 'step x using biling'],
    ['request refund', 'touchpoint u for refnud'],
  ])('is told with the place where that one is declared: %s', (declaration, use) => {
    const text = `flow a\n${declaration}\ntouchpoint t\n${use}\nend e\n`;
    const found =
      check(new Map([['a.flow', parse({ path: 'a.flow', text })]])).get('a.flow')?.diagnostics ?? [];
    const [near] = found.filter(({ code }) => code === 'near-name');
    expect(near?.related.map(({ span }) => text.slice(span.start, span.end))).toEqual([
      declaration.split(' ')[1],
    ]);
  });

  it('has no such place for the customer, who is there without being declared', () => {
    const text = 'flow a\ntouchpoint t\nstep x by custmer\nend e\n';
    const found =
      check(new Map([['a.flow', parse({ path: 'a.flow', text })]])).get('a.flow')?.diagnostics ?? [];
    expect(found.filter(({ code }) => code === 'near-name').map(({ related }) => related)).toEqual([[]]);
  });
});
