import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pathFromFile, resolvePath } from '../../src/text/relative-path.ts';

describe('resolvePath', () => {
  it.each([
    ['a.flow', 'b.flow', 'b.flow'],
    ['flows/a.flow', 'b.flow', 'flows/b.flow'],
    ['flows/a.flow', './b.flow', 'flows/b.flow'],
    ['flows/a.flow', '../b.flow', 'b.flow'],
    ['flows/a.flow', 'x/../../y//b.flow', 'y/b.flow'],
    ['a.flow', '../b.flow', '../b.flow'],
    ['../x/a.flow', 'b.flow', '../x/b.flow'],
    ['../x/a.flow', '../../b.flow', '../../b.flow'],
    ['/home/a.flow', '../b.flow', '/b.flow'],
    ['a.flow', 'שירות/b.flow', 'שירות/b.flow'],
    ['a.flow', 'a b.flow', 'a b.flow'],
  ])('leads from %s by %s to %s', (from, relative, path) => {
    expect(resolvePath(from, relative)).toEqual({ path });
  });

  it.each([
    ['', 'empty'],
    ['/etc/passwd', 'absolute'],
    ['//host/x', 'absolute'],
    ['C:/x.flow', 'absolute'],
    ['c:x.flow', 'absolute'],
    ['file:///x', 'absolute'],
    ['a\\b.flow', 'backslash'],
    ['\\\\host\\x', 'backslash'],
    ['a\0b.flow', 'control-character'],
    ['a\nb.flow', 'control-character'],
  ])('refuses %j: %s', (relative, problem) => {
    expect(resolvePath('flows/a.flow', relative)).toEqual({ problem });
  });
});

it('finds the way back from every file to every other', () => {
  const path = fc
    .array(fc.constantFrom('a', 'b', 'ü', 'x y'), { minLength: 1, maxLength: 5 })
    .map((parts) => `${parts.join('/')}.flow`);
  fc.assert(
    fc.property(path, path, (from, to) => {
      expect(resolvePath(from, pathFromFile(from, to))).toEqual({ path: to });
    }),
  );
});

it('leads from a file to one that is called like its folder', () => {
  expect(pathFromFile('a/b.flow', 'a')).toBe('../a');
  expect(pathFromFile('a/b/c.flow', 'a/b')).toBe('../b');
});
