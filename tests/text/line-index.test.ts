import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineIndex } from '../../src/text/line-index.ts';

const text = 'one\r\ntwo\n\n🙂 four';

describe('the lines of a text', () => {
  it('end in LF or CRLF, and come without their breaks', () => {
    const index = lineIndex(text);
    expect(index.lineCount).toBe(4);
    expect([0, 1, 2, 3, 4, 5].map((line) => index.line(line))).toEqual(['', 'one', 'two', '', '🙂 four', '']);
  });

  it('are counted from 1, and their columns in UTF-16 units', () => {
    const index = lineIndex(text);
    expect(index.position(0)).toEqual({ line: 1, column: 1 });
    expect(index.position(text.indexOf('two'))).toEqual({ line: 2, column: 1 });
    expect(index.position(text.indexOf('four'))).toEqual({ line: 4, column: 4 });
  });

  it('hold places outside of the text at its ends', () => {
    const index = lineIndex(text);
    expect(index.position(-5)).toEqual({ line: 1, column: 1 });
    expect(index.position(999)).toEqual(index.position(text.length));
    expect(index.offset({ line: 0, column: 7 })).toBe(0);
    expect(index.offset({ line: 99, column: 1 })).toBe(text.length);
  });

  it('lead from a place to its offset and back', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', '\n', '\r\n', '🙂'), maxLength: 40 }),
        fc.nat(60),
        (any, place) => {
          const offset = Math.min(place, any.length);
          const index = lineIndex(any);
          expect(index.offset(index.position(offset))).toBe(offset);
        },
      ),
    );
  });
});
