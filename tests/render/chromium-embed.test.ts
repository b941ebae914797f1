import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFontSubsetter } from '../../src/cli/font-files.ts';
import type { Drawing } from '../../src/layout/drawing.ts';
import { drawnTexts } from '../../src/render/drawn-lines.ts';
import { renderSvg } from '../../src/render/render-svg.ts';
import { standard } from '../../src/render/theme/standard.ts';
import { eastAsianFonts } from '../../src/type/east-asian-fonts.ts';
import { embedFonts } from '../../src/type/embed-fonts.ts';
import { openFontLibrary } from '../../src/type/font-library.ts';
import { createFontSubsetter } from '../../src/type/subset-font.ts';
import { drawingOf } from '../layout/lay-out.ts';
import { labels } from '../type/labels.ts';
import { allFontFiles } from '../type/test-fonts.ts';
import { hasBrowser, launchBrowser } from './browser.ts';
import { decodePng, type Pixels } from './decode-png.ts';

const example = (name: string): Promise<Drawing> =>
  drawingOf(readFileSync(join(import.meta.dirname, '../../examples', `${name}.flow`), 'utf8'));

/** Labels whose characters the tests' own fonts have. */
const chain = (texts: readonly string[]): Promise<Drawing> =>
  drawingOf(
    `flow f\nlanguage zh\ntouchpoint in\n${texts.map((text) => `step ${JSON.stringify(text)}`).join('\n')}\nend`,
  );

const charts: readonly (readonly [string, () => Promise<Drawing>])[] = [
  ['in English', () => example('order-by-phone')],
  ['in Hebrew', () => example('angry-customer')],
  ['in Telugu', () => example('technical-problem')],
  ['in Chinese', () => chain((labels['chinese'] ?? []).slice(0, 8))],
];

/** Unlike Noto Sans in every letter, so that a picture in it can't be taken for one in the font that it should have. */
const otherFont = 'DejaVu Sans Mono';

describe.skipIf(!hasBrowser)('fonts inside of a picture, in Chromium', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  it.each(charts)('draw every letter of a chart %s', async (_, draw) => {
    const drawing = await draw();
    const page = await browser.newPage();
    await page.setContent(await withFonts(drawing));
    expect(await usedFonts(page)).toEqual(['embedded']);
    await page.close();
  });

  it.each(charts)('draw a chart %s as an image of a page as well', async (_, draw) => {
    const drawing = await draw();
    const embedded = await withFonts(drawing);
    const picture = async (content: string): Promise<Pixels> => {
      const page = await browser.newPage({ viewport: { width: drawing.width, height: drawing.height } });
      await page.setContent(`<body style="margin:0">${content}`);
      await page.evaluate(`Promise.all([...document.images].map((image) => image.decode()))`);
      const screenshot = await page.screenshot();
      await page.close();
      return decodePng(screenshot);
    };
    const image = (svg: string) =>
      picture(`<img src="data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}">`);
    const wanted = await picture(embedded);
    expect(ink(wanted)).toBeGreaterThan(1000);
    expect(difference(await image(embedded), wanted)).toBeLessThan(0.02 * ink(wanted));
    const without = embedded.replace(/@font-face\{.*\}\n/g, '');
    expect(difference(await image(without), wanted)).toBeGreaterThan(0.1 * ink(wanted));
  });
});

/** With the fonts in it, and no others that could pass for them. */
const withFonts = async (drawing: Drawing): Promise<string> => {
  const faces = await embedFonts(
    await openFontLibrary(allFontFiles),
    createFontSubsetter(readFontSubsetter()),
    eastAsianFonts(drawing.language),
    drawnTexts(drawing),
  );
  const svg = renderSvg(drawing, { theme: standard, text: { kind: 'embed', faces } });
  const families = faces.map(({ family }) => `'${family}'`).join(', ');
  return svg.replace(/font-family="[^"]*"/, `font-family="${families}, ${otherFont}"`);
};

/** The fonts of all texts in a page, each once, as Chromium says after it has drawn them. */
const usedFonts = async (page: Page): Promise<readonly string[]> => {
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root } = await session.send('DOM.getDocument');
  const { nodeIds } = await session.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector: 'text' });
  const used = new Set<string>();
  for (const nodeId of nodeIds) {
    const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
    for (const { familyName, isCustomFont } of fonts) used.add(isCustomFont ? 'embedded' : familyName);
  }
  return [...used];
};

/** The number of pixels that are clearly darker than the ground. */
const ink = ({ bytes }: Pixels): number =>
  bytes.filter((value, index) => index % 4 === 0 && value < 128).length;

const difference = (one: Pixels, other: Pixels): number =>
  one.bytes.filter((value, index) => index % 4 === 0 && Math.abs(value - (other.bytes[index] ?? 0)) > 100)
    .length;
