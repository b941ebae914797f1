import { beforeAll, describe, expect, it } from 'vitest';
import { fontFiles } from '../../src/cli/font-files.ts';
import { breakLines } from '../../src/type/break-lines.ts';
import { createMeasurer } from '../../src/type/create-measurer.ts';
import type { TextMeasurer } from '../../src/type/measurer.ts';
import { isRightToLeft, labels } from './labels.ts';

describe('breaking lines', () => {
  let measurer: TextMeasurer;
  beforeAll(async () => {
    measurer = await createMeasurer(fontFiles);
  });
  const broken = (text: string, maxWidth: number, size = 12) =>
    breakLines(measurer, text, size, { longest: maxWidth, rightToLeft: isRightToLeft(text) });

  it('leaves a short text in one line', () => {
    const { lines, width, height } = broken('Yes', 100);
    expect(lines).toEqual([
      { text: 'Yes', width: measurer.width('Yes', 12, false), y: 12, rightToLeft: false },
    ]);
    expect(width).toBe(lines[0]?.width);
    expect(height).toBe(16);
  });

  it('takes as few lines as can be, about equally long, none longer than allowed', () => {
    const { lines } = broken('No stock for more than two weeks', 120);
    expect(lines.map(({ text }) => text)).toEqual(['No stock for more', 'than two weeks']);
    for (const text of Object.values(labels).flat())
      for (const line of broken(text, 120).lines) expect(line.width, text).toBeLessThanOrEqual(120.5);
  });

  it('has nothing to show of no text', () => {
    expect(broken('', 100)).toEqual({ lines: [], width: 0, height: 0 });
    expect(broken(' \n', 100).lines).toEqual([]);
  });

  it('leaves room for the marks of each script', () => {
    expect(broken('ధృవీకరించండి', 200).height).toBeGreaterThan(broken('Confirm', 200).height);
  });

  it('breaks a long text without delay, even where there is no room', () => {
    expect(broken('word '.repeat(2000), 300).lines.length).toBeGreaterThan(150);
    expect(broken('Yes', 0).lines.map(({ text }) => text)).toEqual(['Y', 'e', 's']);
  });
});
