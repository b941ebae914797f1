import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFontSubsetter } from '../../src/cli/font-files.ts';
import { outlineWith } from '../../src/type/create-outliner.ts';
import { embedFonts } from '../../src/type/embed-fonts.ts';
import { type FontLibrary, openFontLibrary } from '../../src/type/font-library.ts';
import { createFontSubsetter } from '../../src/type/subset-font.ts';
import { hasBrowser, launchBrowser } from '../render/browser.ts';
import { isRightToLeft, labels } from './labels.ts';
import type { DecodeImage, Fetch, PageDocument } from './page-globals.ts';
import { allFontFiles, testFontNames } from './test-fonts.ts';

const size = 17;
const rowHeight = 34;
const width = 720;
const texts = Object.values(labels)
  .flat()
  .filter((text) => text.length < 60);

const svg = (style: string, content: string): string =>
  `<body style="margin:0"><svg width="${width}" height="${texts.length * rowHeight}"><style>${style}</style>${content}</svg>`;
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** All texts as text, from the left edge in both directions, so that outlines can lie exactly over them. */
const asText = (): string =>
  texts
    .map((text, row) => {
      const direction = isRightToLeft(text) ? 'rtl" text-anchor="end' : 'ltr';
      return `<text x="10" y="${row * rowHeight + 24}" font-size="${size}" direction="${direction}" xml:space="preserve">${escaped(text)}</text>`;
    })
    .join('');

/** What the functions that run in the page see of it. */
declare const document: PageDocument;
declare const createImageBitmap: DecodeImage;
declare const fetch: Fetch;

describe.skipIf(!hasBrowser)('the same text by other means, in Chromium', () => {
  let browser: Browser;
  let library: FontLibrary;
  let reference: string;
  beforeAll(async () => {
    browser = await launchBrowser();
    library = await openFontLibrary(allFontFiles);
    const faces = testFontNames.map((name) => {
      const data = Buffer.from(allFontFiles.read(name) ?? []).toString('base64');
      return `@font-face{font-family:"Test ${name}";src:url(data:font/ttf;base64,${data})}`;
    });
    const family = testFontNames.map((name) => `'Test ${name}'`).join();
    reference = await picture(
      svg(`${faces.join('')}text{font-family:${family};text-rendering:geometricPrecision}`, asText()),
    );
  });
  afterAll(() => browser?.close());

  const picture = async (content: string): Promise<string> => {
    const page: Page = await browser.newPage({ viewport: { width, height: 1000 } });
    await page.setContent(content);
    await page.evaluate(() => Promise.all([...document.fonts].map((font) => font.load())));
    const screenshot = await page.screenshot({ fullPage: true });
    await page.close();
    return `data:image/png;base64,${screenshot.toString('base64')}`;
  };

  /** The share of a text's ink that is elsewhere in the other picture, in each row. */
  const differences = async (other: string): Promise<readonly number[]> => {
    const page = await browser.newPage();
    const shares = await page.evaluate(rowDifferences, [reference, other, String(rowHeight)] as const);
    await page.close();
    return shares;
  };

  it('outlines show the same glyphs in the same places', async () => {
    const outliner = outlineWith(library, 'zh');
    const drawn = texts.map((text, row) => {
      const glyphs = outliner.line(text, size, isRightToLeft(text)).map(({ glyph, x, y }) => {
        const { data, unitsPerEm } = outliner.outline(glyph);
        const scale = size / unitsPerEm;
        return `<path transform="translate(${10 + x} ${row * rowHeight + 24 + y}) scale(${scale} ${-scale})" d="${data}"/>`;
      });
      return glyphs.join('');
    });
    const shares = await differences(await picture(svg('', drawn.join(''))));
    expect(shares).toHaveLength(texts.length);
    expect(texts.filter((_, row) => (shares[row] ?? 1) > 0.12)).toEqual([]);
  });

  it('embedded fonts show the same, and are small', async () => {
    const subset = createFontSubsetter(readFontSubsetter());
    const fonts = await embedFonts(library, subset, ['Noto Sans SC', 'Noto Sans JP', 'Noto Sans KR'], texts);
    expect(fonts.map(({ family }) => family.replace(/ f\w+$/, ''))).toEqual(
      testFontNames.map((name) => name.replace(/ 2$/, '')).filter((name) => !/JP/.test(name)),
    );
    const faces = fonts.map(
      ({ family, bytes }) =>
        `@font-face{font-family:${family};src:url(data:font/woff2;base64,${Buffer.from(bytes).toString('base64')})}`,
    );
    const families = fonts.map(({ family }) => family).join();
    const shares = await differences(
      await picture(
        svg(`${faces.join('')}text{font-family:${families};text-rendering:geometricPrecision}`, asText()),
      ),
    );
    expect(texts.filter((_, row) => (shares[row] ?? 1) > 0.02)).toEqual([]);
  });
});

describe('embedded fonts', () => {
  it('hold what the picture needs and no more, and are the same each time', async () => {
    const library = await openFontLibrary(allFontFiles);
    const subset = createFontSubsetter(readFontSubsetter());
    const embed = (...lines: readonly string[]) => embedFonts(library, subset, ['Noto Sans SC'], lines);
    const [font, ...others] = await embed('Check the stock', 'Customer accepts?');
    expect(others).toEqual([]);
    expect(font?.bytes.length).toBeLessThan(4000);
    expect(await embed('Check the stock', 'Customer accepts?')).toEqual([font]);
    expect((await embed('Check'))[0]?.family).not.toBe(font?.family);
    expect(await embed('\u{12000}')).toEqual([]);
  });

  it('need a file that stands alone: the subsetter imports nothing', () => {
    const path = createRequire(import.meta.url).resolve('harfbuzzjs/dist/harfbuzz-subset.wasm');
    expect(new Uint8Array(readFileSync(path))).toEqual(readFontSubsetter());
    expect(createFontSubsetter(readFontSubsetter())(new Uint8Array(4), { codePoints: [65] })).toBeUndefined();
  });
});

const rowDifferences = async ([one, other, height]: readonly [string, string, string]): Promise<
  readonly number[]
> => {
  const pixels = async (address: string) => {
    const image = await createImageBitmap(await (await fetch(address)).blob());
    const canvas = document.createElement('canvas');
    canvas.width = image.width;
    canvas.height = image.height;
    const context = canvas.getContext('2d');
    context.drawImage(image, 0, 0);
    return { ...image, data: context.getImageData(0, 0, image.width, image.height).data, width: image.width };
  };
  const [first, second] = [await pixels(one), await pixels(other)];
  const perRow = Number(height) * first.width * 4;
  return Array.from({ length: first.data.length / perRow }, (_, row) => {
    let ink = 0;
    let different = 0;
    for (let index = row * perRow; index < (row + 1) * perRow; index += 4) {
      const darkness = 255 - (first.data[index] ?? 0);
      ink += darkness;
      different += Math.abs(darkness - 255 + (second.data[index] ?? 0));
    }
    return different / ink;
  });
};
