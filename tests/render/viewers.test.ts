import { execFileSync, spawnSync } from 'node:child_process';
import { beforeAll, describe, expect, it } from 'vitest';
import { fontFiles } from '../../src/cli/font-files.ts';
import type { Drawing, TextLine } from '../../src/layout/drawing.ts';
import { createMeasurer } from '../../src/layout/text/create-measurer.ts';
import { renderSvg } from '../../src/render/render-svg.ts';
import { standard } from '../../src/render/theme/standard.ts';
import { hasBrowser, launchBrowser } from './browser.ts';
import { decodePng, type Pixels } from './decode-png.ts';
import { hebrewChart, laneChart, symbolSheet } from './sample-drawing.ts';

const hasLibrsvg = spawnSync('rsvg-convert', ['--version']).status === 0;
const scale = 2;

// A machine without the viewers can build and test all the rest.
describe.skipIf(!hasBrowser || !hasLibrsvg)('viewers that share no code', () => {
  const drawings: Drawing[] = [];
  const shown: { chromium: Pixels; librsvg: Pixels }[] = [];
  beforeAll(async () => {
    const measurer = await createMeasurer(fontFiles);
    drawings.push(laneChart(measurer), symbolSheet(measurer), hebrewChart(measurer));
    const browser = await launchBrowser();
    for (const drawing of drawings) {
      const svg = renderSvg(drawing, { theme: standard, text: { kind: 'system' } });
      const page = await browser.newPage({
        viewport: { width: drawing.width, height: drawing.height },
        deviceScaleFactor: scale,
      });
      await page.goto(`data:image/svg+xml,${encodeURIComponent(svg)}`);
      const librsvg = execFileSync('rsvg-convert', ['--zoom', String(scale)], { input: svg });
      shown.push({ chromium: decodePng(await page.screenshot()), librsvg: decodePng(librsvg) });
      await page.close();
    }
    await browser.close();
  });

  it('show each line of text at its place, with about as much ink', () => {
    for (const [index, drawing] of drawings.entries())
      for (const line of linesOf(drawing)) {
        const { chromium, librsvg } = shown[index] ?? never();
        const [one, other] = [inkOf(chromium, line), inkOf(librsvg, line)];
        expect(one, line.text).toBeGreaterThan(0.04);
        expect(Math.abs(one - other) / one, line.text).toBeLessThan(0.25);
      }
  });

  it('show nearly the same picture', () => {
    for (const { chromium, librsvg } of shown) {
      expect([librsvg.width, librsvg.height]).toEqual([chromium.width, chromium.height]);
      let different = 0;
      for (let pixel = 0; pixel < chromium.bytes.length; pixel += 4)
        if (Math.abs((chromium.bytes[pixel] ?? 0) - (librsvg.bytes[pixel] ?? 0)) > 100) different++;
      expect(different / (chromium.bytes.length / 4)).toBeLessThan(0.01);
    }
  });
});

const linesOf = (drawing: Drawing): readonly TextLine[] => [
  ...drawing.heading,
  ...[...drawing.lanes, ...drawing.stages, ...drawing.nodes].flatMap(({ lines }) => lines),
  ...drawing.edges.flatMap(({ label }) => label?.lines ?? []),
];

/** The part of a line's box that differs clearly from what is there most. */
const inkOf = ({ width, bytes }: Pixels, line: TextLine): number => {
  const reds: number[] = [];
  for (let y = Math.round((line.y - line.size * 0.7) * scale); y < line.y * scale; y++)
    for (let x = Math.round((line.x - line.width / 2) * scale); x < (line.x + line.width / 2) * scale; x++)
      reds.push(bytes[(y * width + x) * 4] ?? 0);
  const sorted = reds.toSorted((a, b) => a - b);
  const usual = sorted[sorted.length >> 1] ?? 0;
  return reds.filter((red) => Math.abs(red - usual) > 60).length / reds.length;
};

const never = (): never => {
  throw new Error('a picture was not shown');
};
