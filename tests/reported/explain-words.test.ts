import { describe, expect, it } from 'vitest';
import { parse } from '../../src/syntax/parse.ts';
import { words } from '../../src/syntax/words.ts';
import { flowc } from '../cli/test-shell.ts';

describe('someone who asks what a word is', () => {
  it.each([...words])('is told what “%s” says, and what to type', async (word) => {
    const { code, out } = await flowc(['explain', word]);
    expect(code).toBe(0);
    expect(out).toMatch(new RegExp(`^${word} \\w`));
    expect(out).toContain('Type for example\n  ');
    const typed = out.slice(out.indexOf('Type for example')).split('\n').slice(1).join('\n').trim();
    expect(typed).toContain(word);
    // What is to be typed can be typed: on a line of its own, in a flow.
    if (!typed.includes('…') && !/^(?:flow|use|else|when|otherwise|branch|problem|timeout)\b/.test(typed))
      expect(parse({ path: 'a.flow', text: `flow a\n${typed}\n` }).diagnostics).toEqual([]);
  });

  it.each([
    ['schritt', '“schritt” is written “step”'],
    ['task', '“task” is written “step”'],
    ['Step', 'step is one thing'],
    ['goto', '-> leads on'],
    ['arrow', '-> leads on'],
    ['braces', '{ } hold'],
    ['comment', '# begins a comment'],
    ['percent', '% says how often'],
    ['stock?', undefined],
  ])('finds %s, or says that there is none', async (asked, told) => {
    const { code, out, err } = await flowc(['explain', asked]);
    expect(code).toBe(told === undefined ? 2 : 0);
    expect(told === undefined ? err : out).toContain(told ?? 'no rule, error or word “stock?”');
  });

  it('is told what was meant by a misspelt word', async () => {
    expect((await flowc(['explain', 'setp'])).err).toContain('Did you mean “step”?');
  });
});
