import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { fontFiles } from '../../src/cli/font-files.ts';
import { createMeasurer } from '../../src/type/create-measurer.ts';
import type { FontName } from '../../src/type/font-name.ts';
import { characters } from '../../src/type/letter-widths.ts';
import { createMeasuring } from '../../src/type/measure-letters.ts';
import type { TextMeasurer } from '../../src/type/measurer.ts';

describe('measuring by the table of letters', () => {
  let full: TextMeasurer;
  beforeAll(async () => {
    full = await createMeasurer(fontFiles);
  });
  const withoutFonts = createMeasuring({
    read: (name) => {
      throw new Error(`${name} is not needed`);
    },
  });
  const widths = (texts: readonly string[]): Promise<readonly number[]> =>
    withoutFonts(async (measurer) => texts.map((text) => measurer.width(text, 13, false)));

  it('gives each letter and each two of them the width that HarfBuzz gives, to the last digit', async () => {
    const letters = [...characters];
    const texts = letters.flatMap((left) => [left, ...letters.map((right) => left + right)]);
    const measured = await widths(texts);
    expect(texts.filter((text, index) => measured[index] !== full.width(text, 13, false))).toEqual([]);
  }, 60_000);

  it('gives whole texts the width that HarfBuzz gives, in every mixture of scripts', async () => {
    const text = fc.string({ unit: fc.constantFrom(...characters), maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(text, async (sample) => {
        expect(await widths([sample])).toEqual([full.width(sample, 13, false)]);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['a mark that combines', 'e\u0301', false],
    ['a joiner', 'f\u200di', false],
    ['Hebrew', 'שלום', true],
    ['Thai among Latin', 'Tel. โทร', false],
    ['an arrow', 'A → B', false],
    ['Latin and a sign from right to left', 'CRM!', true],
  ])('opens the fonts for %s, and gives what they give', async (_, sample, rightToLeft) => {
    const read: FontName[] = [];
    const measuring = createMeasuring({
      read: (name) => {
        read.push(name);
        return fontFiles.read(name);
      },
    });
    let attempts = 0;
    const width = await measuring(async (measurer) => {
      attempts++;
      return measurer.width(sample, 13, rightToLeft);
    });
    expect({ attempts, width }).toEqual({ attempts: 2, width: full.width(sample, 13, rightToLeft) });
    expect(read).not.toEqual([]);
  });

  it('leaves errors of the work alone', async () => {
    await expect(
      withoutFonts(async () => {
        throw new RangeError('of the work');
      }),
    ).rejects.toThrow(RangeError);
  });
});
