import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { fontFiles } from '../../src/cli/font-files.ts';
import { type ShapeName, shapeNames } from '../../src/shapes/all-shapes.ts';
import { textRoom } from '../../src/shapes/shape-geometry.ts';
import { createMeasurer } from '../../src/type/create-measurer.ts';
import type { FitBlock, FittedText } from '../../src/type/fit.ts';
import { fitText } from '../../src/type/fit-text.ts';
import type { TextMeasurer } from '../../src/type/measurer.ts';
import { isRightToLeft, labels } from './labels.ts';

const texts = Object.values(labels).flat();
const ink = (text: string): string => text.replaceAll(/[\s\u202a-\u202e]/g, '');

describe('fitting text into shapes', () => {
  let measurer: TextMeasurer;
  beforeAll(async () => {
    measurer = await createMeasurer(fontFiles);
  });
  const fitted = (shape: ShapeName, ...texts: readonly string[]): FittedText =>
    fitBlocks(shape, blocksOf(texts));
  const fitBlocks = (shape: ShapeName, blocks: readonly FitBlock[]): FittedText =>
    fitText(measurer, blocks, {
      shape,
      size: 14,
      rightToLeft: isRightToLeft(blocks[0]?.text ?? ''),
      preferredWidth: 180,
    });
  const blocksOf = (texts: readonly string[]): readonly FitBlock[] =>
    texts.map((text, index) => ({ text, size: index === 0 ? 14 : 11 }));

  it.each(shapeNames)(
    '%s holds each line with 7 per cent of its length free on both sides, and loses no text',
    (shape) => {
      for (const [index, text] of texts.entries()) {
        const detail = texts[(index * 5) % texts.length] ?? '';
        const found = fitted(shape, text, ...(index % 2 === 0 ? [detail] : []));
        const box = { x: 0, y: 0, width: found.width, height: found.height };
        const room = textRoom(shape, box, isRightToLeft(text));
        for (const line of found.lines) {
          const size = line.block === 0 ? 14 : 11;
          const { left, right } = room(line.y - 0.74 * size, line.y + 0.22 * size);
          expect(line.x - 0.57 * line.width, `“${text}”: ${line.text}`).toBeGreaterThanOrEqual(left - 0.01);
          expect(line.x + 0.57 * line.width, `“${text}”: ${line.text}`).toBeLessThanOrEqual(right + 0.01);
          expect(line.width).toBe(measurer.width(line.text, size, line.rightToLeft));
        }
        const whole = (block: number): string =>
          ink(found.lines.flatMap((line) => (line.block === block ? [line.text] : [])).join('')).replaceAll(
            '-',
            '',
          );
        expect(whole(0)).toBe(ink(text).replaceAll('-', ''));
        if (index % 2 === 0) expect(whole(1)).toBe(ink(detail).replaceAll('-', ''));
        expect([found.width % 2, found.height % 2]).toEqual([0, 0]);
        expect(found.lines.every(({ y }) => Number.isInteger(y))).toBe(true);
      }
    },
  );

  it('stacks the blocks in order', () => {
    const { lines } = fitted('process', 'Check the stock', 'by Warehouse', 'within 10 min');
    expect(lines.map(({ text, block }) => [text, block])).toEqual([
      ['Check the stock', 0],
      ['by Warehouse', 1],
      ['within 10 min', 2],
    ]);
    expect(lines.map(({ y }) => y)).toEqual([...lines.map(({ y }) => y)].sort((one, other) => one - other));
  });

  it('keeps boxes within the preferred width, but for a long word', () => {
    for (const text of texts.filter((label) => !label.split(' ').some((word) => word.length > 20)))
      expect(fitted('process', text).width, text).toBeLessThanOrEqual(180);
    expect(fitted('process', 'Unzustellbarkeitsbenachrichtigung').width).toBeGreaterThan(180);
  });

  it('cuts what no shape could hold in one line into parts about equally long, with nothing added', () => {
    const { lines } = fitted('process', 'X'.repeat(64));
    expect(lines.map(({ text }) => text).join('')).toBe('X'.repeat(64));
    expect(lines).toHaveLength(2);
    expect(Math.abs((lines[0]?.width ?? 0) - (lines[1]?.width ?? 0))).toBeLessThan(30);
  });

  it('keeps decisions of usual labels small', () => {
    for (const text of texts.filter((label) => !label.split(' ').some((word) => word.length > 40))) {
      const { width, height } = fitted('decision', text);
      expect(width, text).toBeLessThanOrEqual(290);
      expect(height, text).toBeLessThanOrEqual(150);
    }
    const { width, height } = fitted('decision', `${'Has the customer been told so? '.repeat(7)}`);
    expect(width).toBeLessThan(480);
    expect(height).toBeLessThan(300);
  });

  it('ends a line at a line feed', () => {
    const lines = (text: string): readonly string[] => fitted('process', text).lines.map((line) => line.text);
    expect(lines('one\ntwo')).toEqual(['one', 'two']);
    expect(lines('one\n\n  two \n')).toEqual(['one', 'two']);
  });

  it('makes shapes without text as small as they may be', () => {
    expect(fitted('process')).toEqual({ width: 126, height: 40, lines: [] });
    expect(fitted('decision', ' \n ').lines).toEqual([]);
    expect(fitted('on-page-connector', '1')).toMatchObject({ width: 36, height: 36 });
  });

  it('fits labels of 10,000 characters, and any text at all', () => {
    const long = fitted('decision', 'Ask and answer '.repeat(666));
    expect(ink(long.lines.map(({ text }) => text).join(''))).toHaveLength(666 * 12);
    expect(fitted('terminal', 'a'.repeat(10_000)).lines.length).toBeGreaterThan(10);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(...shapeNames), (text, shape) => {
        const { width, height, lines } = fitted(shape, text);
        expect(width * height).toBeGreaterThan(0);
        for (const line of lines) expect(line.width).toBeLessThan(width);
      }),
    );
  });
});
