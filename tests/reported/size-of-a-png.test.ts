import { describe, expect, it } from 'vitest';
import { renderPng } from '../../src/render/png.ts';
import { decodePng } from '../render/decode-png.ts';

const a4 = '<svg xmlns="http://www.w3.org/2000/svg" width="210mm" height="297mm" viewBox="0 0 210 297"/>';

/** In mm, as a program shows it that keeps to `pHYs`. */
function shownWidth(png: Uint8Array): number {
  const bytes = Buffer.from(png);
  const at = bytes.indexOf('pHYs', 0, 'latin1');
  expect(at, 'a pHYs chunk before the pixels').toBeGreaterThan(0);
  expect(at).toBeLessThan(bytes.indexOf('IDAT', 0, 'latin1'));
  expect(bytes.readUInt32BE(at - 4)).toBe(9);
  const [across, down, unit] = [bytes.readUInt32BE(at + 4), bytes.readUInt32BE(at + 8), bytes[at + 12]];
  expect(down).toBe(across);
  expect(unit, 'pixels a metre').toBe(1);
  return (1000 * decodePng(png).width) / across;
}

describe('a PNG', () => {
  it.each([0.5, 1, 2, 3.5])('of a sheet of A4 opens as wide as A4 at scale %s', (scale) => {
    expect(shownWidth(renderPng(a4, scale))).toBeCloseTo(210, 0);
  });

  it('has 96 pixels an inch at scale 1', () => {
    const bytes = Buffer.from(renderPng(a4, 1));
    expect(bytes.readUInt32BE(bytes.indexOf('pHYs', 0, 'latin1') + 4)).toBe(3780);
  });
});
