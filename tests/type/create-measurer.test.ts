import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { fontFiles } from '../../src/cli/font-files.ts';
import { createMeasurer } from '../../src/type/create-measurer.ts';
import type { FontName } from '../../src/type/font-name.ts';
import type { TextMeasurer } from '../../src/type/measurer.ts';

describe('measuring', () => {
  let measurer: TextMeasurer;
  beforeAll(async () => {
    measurer = await createMeasurer(fontFiles);
  });

  it('reads a font only when a text needs it, and only once', async () => {
    const read: FontName[] = [];
    const counting = await createMeasurer({
      read: (name) => {
        read.push(name);
        return fontFiles.read(name);
      },
    });
    expect(read).toEqual([]);
    counting.width('Hello', 14, false);
    counting.width('Goodbye', 14, false);
    expect(read).toEqual(['Noto Sans']);
    counting.width('שלום', 14, true);
    counting.width('核实客户 🙂 한국', 14, false);
    expect(read).toEqual(['Noto Sans', 'Noto Sans Hebrew']);
  });

  it('knows the advances that Noto Sans gives', () => {
    expect(measurer.width('', 14, false)).toBe(0);
    expect(measurer.width('H', 1000, false)).toBe(741);
    expect(measurer.width('HH', 1000, false)).toBe(1482);
    expect(measurer.width('中文', 1000, false)).toBe(2000);
    expect(measurer.width('한국', 1000, false)).toBe(1840);
  });

  it('kerns, joins and stacks', () => {
    expect(measurer.width('AV', 1000, false)).toBeLessThan(
      measurer.width('A', 1000, false) + measurer.width('V', 1000, false),
    );
    expect(measurer.width('לָ', 1000, true)).toBe(measurer.width('ל', 1000, true));
    expect(measurer.width('బబ', 1000, false)).toBeGreaterThan(measurer.width('బ్బ', 1000, false));
  });

  it('is put into a language once: who has it in one is not asked to do that again', async () => {
    for (const language of ['de', 'ja']) {
      const inIt = await measurer.inLanguage?.(language);
      expect(inIt?.width('Wartezeit', 14, false)).toBe(measurer.width('Wartezeit', 14, false));
      expect(inIt?.divisions === undefined).toBe(language === 'ja');
      expect(inIt?.inLanguage).toBeUndefined();
    }
  });

  it('gives a missing character the box that stands for it', () => {
    expect(measurer.width('\u{12000}', 1000, false)).toBe(600);
  });

  it('is as long as its text is large, and never fails', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.boolean(), (text, rightToLeft) => {
        const width = measurer.width(text, 14, rightToLeft);
        expect(width).toBeGreaterThanOrEqual(0);
        expect(measurer.width(text, 28, rightToLeft)).toBeCloseTo(2 * width, 6);
      }),
    );
  });
});
