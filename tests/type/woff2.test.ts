import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { fontFiles } from '../../src/cli/font-files.ts';
import { wrapWoff2 } from '../../src/type/woff2.ts';

describe('WOFF 2', () => {
  it('is less than half of the font, and the same bytes whatever runs it', async () => {
    const font = fontFiles.read('Noto Sans Hebrew') ?? new Uint8Array();
    const woff = await wrapWoff2(font);
    const view = new DataView(woff.buffer, woff.byteOffset);
    expect(new TextDecoder().decode(woff.subarray(0, 4))).toBe('wOF2');
    expect(view.getUint32(8)).toBe(woff.length);
    expect(view.getUint16(12)).toBe(new DataView(font.buffer, font.byteOffset).getUint16(4));
    expect(woff.length).toBeLessThan(font.length / 2);
    // Node 22, 24 and 26 gave this. Another one means that pictures change that nobody has touched.
    expect(createHash('sha256').update(woff).digest('hex').slice(0, 16)).toBe('1ccfd03aee465f64');
  });
});
