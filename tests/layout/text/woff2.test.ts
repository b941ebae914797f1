import { unzlibSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { fontFiles } from '../../../src/cli/font-files.ts';
import { wrapWoff } from '../../../src/layout/text/woff.ts';

describe('WOFF', () => {
  it('holds every table of the font, whole, at a place that the standard allows', () => {
    const font = fontFiles.read('Noto Sans Hebrew') ?? new Uint8Array();
    const woff = wrapWoff(font);
    const view = new DataView(woff.buffer);
    expect(new TextDecoder().decode(woff.subarray(0, 4))).toBe('wOFF');
    expect(view.getUint32(8)).toBe(woff.length);
    expect(woff.length).toBeLessThan(font.length);
    const source = new DataView(font.buffer, font.byteOffset);
    expect(view.getUint16(12)).toBe(source.getUint16(4));
    for (let index = 0; index < view.getUint16(12); index++) {
      const entry = 44 + 20 * index;
      const [offset = 0, packed = 0, length = 0] = [4, 8, 12].map((field) => view.getUint32(entry + field));
      expect(offset % 4).toBe(0);
      const bytes = woff.subarray(offset, offset + packed);
      const table = packed < length ? unzlibSync(bytes) : bytes;
      const start = source.getUint32(12 + 16 * index + 8);
      expect(table).toEqual(new Uint8Array(font.subarray(start, start + length)));
    }
  });
});
