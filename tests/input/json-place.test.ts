import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type JsonPath, jsonPlace } from '../../src/input/json-place.ts';

/** All ways into a value, with what each leads to. */
function waysInto(whole: unknown): readonly (readonly [JsonPath, unknown])[] {
  const ways: (readonly [JsonPath, unknown])[] = [[[], whole]];
  for (const [path, value] of ways)
    if (Array.isArray(value))
      for (const [index, item] of value.entries()) ways.push([[...path, index], item]);
    else if (typeof value === 'object' && value !== null)
      for (const [name, member] of Object.entries<unknown>({ ...value }))
        ways.push([[...path, name], member]);
  return ways;
}

describe('the place of a value in a JSON text', () => {
  it('holds that value and no blank around it, wherever it is, however the text is laid out', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(undefined, 2, '\t'), (value, indent) => {
        const text = ` ${JSON.stringify(value, undefined, indent)}\n`;
        for (const [path, part] of waysInto(JSON.parse(text))) {
          const { start, end } = jsonPlace(text, path);
          const shown = text.slice(start, end);
          expect(shown).toBe(shown.trim());
          expect(JSON.parse(shown)).toEqual(part);
        }
      }),
    );
  });

  it('is not led astray by brackets, commas and quotes in texts', () => {
    const text = '{"a\\"]": ["x\\",}", "\\\\", {"b": [1, 2]}], "c": 3}';
    const shown = (path: JsonPath): string => {
      const { start, end } = jsonPlace(text, path);
      return text.slice(start, end);
    };
    expect(shown(['a"]', 0])).toBe('"x\\",}"');
    expect(shown(['a"]', 1])).toBe('"\\\\"');
    expect(shown(['a"]', 2, 'b', 1])).toBe('2');
    expect(shown(['c'])).toBe('3');
  });

  it('is that of the last of several members with one name, which is the one that is read', () => {
    const text = '{"a": 1, "a": 22}';
    expect(jsonPlace(text, ['a'])).toEqual({ start: 14, end: 16 });
  });

  it('is that of what is around it, where the way goes on beyond the text', () => {
    const text = '{"a": [1]}';
    for (const path of [
      ['a', 1],
      ['a', 'b'],
    ])
      expect(jsonPlace(text, path)).toEqual({ start: 6, end: 9 });
    expect(jsonPlace(text, [3])).toEqual({ start: 0, end: text.length });
  });
});
