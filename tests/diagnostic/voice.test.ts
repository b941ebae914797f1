import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** All that is said in the fixtures, which other tests hold to what flowc says: messages and helps, each once. */
const said = (pattern: RegExp): readonly string[] => {
  const folder = join(import.meta.dirname, '..', 'fixtures');
  const texts = globSync('{errors,rules}/**/*.flow', { cwd: folder }).map((path) =>
    readFileSync(join(folder, path), 'utf8'),
  );
  return [...new Set(texts.flatMap((text) => [...text.matchAll(pattern)].map(([, words = '']) => words)))];
};
const messages = said(/^#<?[ ]*\^+…? [a-z-]+: (.*)$/gm);
const helps = said(/^#~ help: (.*)$/gm);
const related = said(/^#~ see line \d+: (.*)$/gm);

/** Words of those who write compilers, not of those who lead a team. */
const jargon =
  /\b(?:token|identifier|literal|parser?|parsing|syntax|node|process|expected|undefined|null|string|keyword|attribute|invalid)s?\b/i;

describe('what is said to people', () => {
  it('is there in numbers', () => {
    expect(messages.length).toBeGreaterThan(200);
    expect(helps.length).toBeGreaterThan(100);
    expect(related.length).toBeGreaterThan(40);
  });

  it.each([...messages, ...helps])(
    'begins with a capital, a name or a number, and has no full stop: %s',
    (text) => {
      expect(text).toMatch(/^(?:[A-Z]|“)/);
      expect(text).not.toMatch(/[^.]\.$/);
    },
  );

  it.each(related)('stays small beside its mark: %s', (text) => {
    expect(text).toMatch(/^(?:[a-z]|“|… |\d|[A-Z]\w* )/);
    expect(text).not.toMatch(/\.$/);
  });

  it.each([...messages, ...helps, ...related])('has the one kind of quotes, and no jargon: %s', (text) => {
    // Quoted names, labels and examples are the user's own.
    const own = text.replaceAll(/“[^”]*”/g, '').replace(/(?:for example:|straight quotes, not in).*$/, '');
    expect(own).not.toMatch(/[`‘]|(?<!\w)’/);
    expect(own).not.toMatch(jargon);
  });
});
