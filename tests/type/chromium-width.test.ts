import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fontFiles } from '../../src/cli/font-files.ts';
import { createMeasurer } from '../../src/type/create-measurer.ts';
import type { TextMeasurer } from '../../src/type/measurer.ts';
import { hasBrowser, launchBrowser } from '../render/browser.ts';
import { isRightToLeft, labels } from './labels.ts';
import { allFontFiles, testFontNames } from './test-fonts.ts';

/** What the functions that run in the page see of it. */
declare const document: {
  readonly fonts: Iterable<{ load(): Promise<unknown> }>;
  querySelector(selector: string): {
    textContent: string;
    setAttribute(name: string, value: string): void;
    getComputedTextLength(): number;
  };
};

/** In per cent of Chromium's own length; Korean and emoji are measured without a font. */
const tolerance: Readonly<Record<string, number>> = { korean: 1.5, emoji: 1.5 };

describe.skipIf(!hasBrowser)('widths against Chromium', () => {
  let browser: Browser;
  let page: Page;
  let measurer: TextMeasurer;
  beforeAll(async () => {
    measurer = await createMeasurer(fontFiles);
    browser = await launchBrowser();
    page = await browser.newPage();
    const faces = testFontNames.map((name) => {
      const data = Buffer.from(allFontFiles.read(name) ?? []).toString('base64');
      return `@font-face{font-family:"Test ${name}";src:url(data:font/ttf;base64,${data})}`;
    });
    const family = testFontNames.map((name) => `'Test ${name}'`).join();
    await page.setContent(
      `<style>${faces.join('')}</style><svg><text style="font:100px ${family}" xml:space="preserve"></text></svg>`,
    );
    await page.evaluate(() => Promise.all([...document.fonts].map((font) => font.load())));
  });
  afterAll(() => browser?.close());

  it.each(Object.keys(labels))('agrees on %s', async (language) => {
    const texts = labels[language] ?? [];
    const lengths = await page.evaluate(
      (lines) =>
        lines.map(([line, direction]) => {
          const text = document.querySelector('text');
          text.setAttribute('direction', direction);
          text.textContent = line;
          return text.getComputedTextLength();
        }),
      texts.map((text) => [text, isRightToLeft(text) ? 'rtl' : 'ltr'] as const),
    );
    const apart = texts.flatMap((text, index) => {
      const length = lengths[index] ?? 0;
      const width = measurer.width(text, 100, isRightToLeft(text));
      const percent = (100 * Math.abs(width - length)) / length;
      return percent > (tolerance[language] ?? 0.5) ? [{ text, width, length, percent }] : [];
    });
    expect(apart).toEqual([]);
  });
});
