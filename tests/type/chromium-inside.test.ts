import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fontFiles } from '../../src/cli/font-files.ts';
import type { Drawing } from '../../src/layout/drawing.ts';
import { renderSvg } from '../../src/render/render-svg.ts';
import { standard } from '../../src/render/theme/standard.ts';
import { shapeNames } from '../../src/shapes/all-shapes.ts';
import { createMeasurer } from '../../src/type/create-measurer.ts';
import { drawingOf } from '../layout/lay-out.ts';
import { hasBrowser, launchBrowser } from '../render/browser.ts';
import { labelFlow } from './label-chart.ts';
import { labelSheet, type SheetEntry } from './label-sheet.ts';
import { isRightToLeft, labels } from './labels.ts';
import type { DecodeImage, Fetch, PageDocument } from './page-globals.ts';
import { allFontFiles, testFontNames } from './test-fonts.ts';

const texts = Object.values(labels).flat();
const otherShapes = shapeNames.filter((shape) => shape !== 'parallel-bar' && shape !== 'decision');

/** Every other label in a decision, the rest in the other shapeNames; every third with a detail below it. */
const entries: readonly SheetEntry[] = texts.map((label, index) => ({
  label,
  shape: index % 2 === 0 ? 'decision' : (otherShapes[(index >> 1) % otherShapes.length] ?? 'process'),
  ...(index % 3 === 0 ? { detail: texts[(index * 7) % texts.length] ?? '' } : {}),
}));

const sheets = async (): Promise<readonly Drawing[]> => {
  const measurer = await createMeasurer(fontFiles);
  return [false, true].map((rightToLeft) =>
    labelSheet(
      measurer,
      entries.filter(({ label }) => isRightToLeft(label) === rightToLeft),
      rightToLeft,
    ),
  );
};

/** The language's own words stand in its chart as well. */
const languages: Readonly<Record<string, string>> = {
  romanian: 'ro',
  german: 'de',
  czech: 'cs',
  vietnamese: 'vi',
  greek: 'el',
  russian: 'ru',
  hebrew: 'he',
  niqqud: 'he',
  arabic: 'ar',
  telugu: 'te',
  hindi: 'hi',
  thai: 'th',
  chinese: 'zh',
  japanese: 'ja',
  korean: 'ko',
};

const charts = (): Promise<readonly Drawing[]> =>
  Promise.all(
    Object.entries(labels).map(([name, lines]) => drawingOf(labelFlow(languages[name] ?? 'en', lines))),
  );

/**
 * What text may stand on is white, all else blue: so red on blue is text outside. Titles stand on the ground by right,
 * and so do labels of lines: an accent may reach 2 px over what is behind them, where no line comes.
 */
const colours =
  '.heading,.line,.arrow,.marks,.disc,.sign{display:none}.background,.band{fill:#00f}.outline,.chip,.header{fill:#fff;fill-opacity:1;stroke:none}.chip{stroke:#fff;stroke-width:4}text{fill:#f00}';
const families = (prefix: string): string => testFontNames.map((name) => `'${prefix}${name}'`).join();
const faces = (prefix: string, descriptors: string): string =>
  testFontNames
    .map((name) => {
      const data = Buffer.from(allFontFiles.read(name) ?? []).toString('base64');
      return `@font-face{font-family:"${prefix}${name}";${descriptors}src:url(data:font/ttf;base64,${data})}`;
    })
    .join('');

/** What the functions that run in the page see of it. */
declare const document: PageDocument;
declare const createImageBitmap: DecodeImage;
declare const fetch: Fetch;

describe.skipIf(!hasBrowser)('fitted labels in Chromium', () => {
  let browser: Browser;
  let drawn: { readonly sheets: readonly Drawing[]; readonly charts: readonly Drawing[] };
  beforeAll(async () => {
    browser = await launchBrowser();
    drawn = { sheets: await sheets(), charts: await charts() };
  });
  afterAll(() => browser?.close());

  const fonts: readonly (readonly [string, string])[] = [
    ['Noto Sans', `${faces('', '')}text{font-family:${families('')}}`],
    ['DejaVu Sans', "text{font-family:'DejaVu Sans'}"],
    ['Liberation Sans', "text{font-family:'Liberation Sans'}"],
    ['a font larger by 15 %', `${faces('Wide ', 'size-adjust:115%;')}text{font-family:${families('Wide ')}}`],
  ];
  const kinds = [
    ['on a sheet of all shapes', 'sheets'],
    ['in charts', 'charts'],
  ] as const;
  it.each(kinds.flatMap(([kind, key]) => fonts.map(([font, style]) => [kind, font, key, style] as const)))(
    '%s stay inside of their shapes in %s',
    async (_, __, key, style) => {
      expect(texts.length).toBeGreaterThan(300);
      const drawings = drawn[key];
      const pictures = drawings.map((drawing) =>
        renderSvg(drawing, { theme: standard, text: { kind: 'system' } }),
      );
      const width = Math.max(...drawings.map((drawing) => drawing.width));
      const page = await browser.newPage({ viewport: { width, height: 1000 } });
      let inked = 0;
      for (const [index, svg] of pictures.entries()) {
        await page.setContent(`<style>${colours}${style}</style><body style="margin:0">${svg}`);
        await page.evaluate(() => Promise.all([...document.fonts].map((font) => font.load())));
        const picture = await page.screenshot({ fullPage: true });
        const outside = await page.evaluate(redOnBlue, `data:image/png;base64,${picture.toString('base64')}`);
        expect(outside.places, `in picture ${index}`).toEqual([]);
        inked += outside.inked;
      }
      expect(inked).toBeGreaterThan(50 * texts.length);
      await page.close();
    },
  );

  it('would see a label that is too long for its shape', async () => {
    const page = await browser.newPage();
    await page.setContent(
      `<body style="margin:0"><svg width="200" height="80"><style>${colours}</style><rect class="background" width="200" height="80"/><rect class="outline" x="50" y="20" width="60" height="40"/><text x="60" y="45">too long for it</text></svg>`,
    );
    const picture = await page.screenshot({ clip: { x: 0, y: 0, width: 200, height: 80 } });
    const outside = await page.evaluate(redOnBlue, `data:image/png;base64,${picture.toString('base64')}`);
    expect(outside.places.length).toBeGreaterThan(10);
    await page.close();
  });
});

/**
 * The pixels where red text stands on the blue ground: red and blue both outweigh green. And how many are red at all.
 */
const redOnBlue = async (
  address: string,
): Promise<{ readonly places: readonly string[]; readonly inked: number }> => {
  const image = await createImageBitmap(await (await fetch(address)).blob());
  const canvas = document.createElement('canvas');
  canvas.width = image.width;
  canvas.height = image.height;
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  const places: string[] = [];
  let inked = 0;
  for (let index = 0; index < data.length; index += 4) {
    const [red = 0, green = 0, blue = 0] = data.subarray(index, index + 3);
    if (red - green > 60) inked++;
    if (Math.min(red, blue) - green > 60)
      places.push(`${(index / 4) % image.width} ${Math.floor(index / 4 / image.width)}`);
  }
  return { places, inked };
};
