import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeSource } from '../../src/project/decode-source.ts';

const bytes = (...values: readonly number[]): Uint8Array => Uint8Array.from(values);

describe('decoding a source', () => {
  it('skips a byte-order mark', () => {
    expect(decodeSource('a', bytes(0xef, 0xbb, 0xbf, 0x61))).toEqual({ path: 'a', text: 'a' });
  });

  it('names each place that is not UTF-8, by byte and by offset', () => {
    const source = decodeSource(
      'a',
      bytes(0xef, 0xbb, 0xbf, 0xf0, 0x9f, 0x9a, 0x9a, 0xff, 0x61, 0xe2, 0x82, 0x62),
    );
    expect(source.text).toBe('🚚\ufffda\ufffdb');
    expect(source.invalidBytes).toEqual([
      { byte: 7, offset: 2 },
      { byte: 9, offset: 4 },
    ]);
  });

  it('finds a replacement character in the text for each of them, whatever the bytes', () => {
    const oddBytes = fc.constantFrom(
      0x61,
      0x80,
      0xbf,
      0xc1,
      0xc3,
      0xe0,
      0xed,
      0xa0,
      0xf0,
      0x9f,
      0xf4,
      0x90,
      0xf5,
      0xff,
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(oddBytes, fc.nat(255)), { maxLength: 40 }), (values) => {
        const { text, invalidBytes = [], isUtf16 } = decodeSource('a', Uint8Array.from(values));
        fc.pre(isUtf16 !== true);
        const replaced = [...text.matchAll(/\ufffd/g)].map((match) => match.index);
        const written = [
          ...Buffer.from(values)
            .toString('latin1')
            .matchAll(/\u00ef\u00bf\u00bd/g),
        ].length;
        expect(invalidBytes.every(({ offset }) => text[offset] === '\ufffd')).toBe(true);
        expect(invalidBytes.length + written).toBe(replaced.length);
      }),
    );
  });
});
