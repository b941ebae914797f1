import { describe, expect, it } from 'vitest';
import { drawnTexts } from '../../src/render/drawn-lines.ts';
import type { FontFace, GlyphOutliner } from '../../src/render/glyph-outliner.ts';
import { fingerprint } from '../../src/render/metadata.ts';
import { renderPng } from '../../src/render/png.ts';
import { embedPngMetadata, readPngMetadata } from '../../src/render/png-metadata.ts';
import { renderSvg } from '../../src/render/render-svg.ts';
import { standard } from '../../src/render/theme/standard.ts';
import { decodePng, pixelAt } from './decode-png.ts';
import { roughMeasurer } from './measure.ts';
import { allElements, readXml } from './read-xml.ts';
import { hebrewChart, laneChart } from './sample-drawing.ts';

/** Draws each character as a square that stands on the baseline, half as wide as its size. */
const squares: GlyphOutliner = {
  line: (text, size) =>
    [...text].map((character, index) => ({
      glyph: `c${character.codePointAt(0)}`,
      x: index * size * 0.55,
      y: 0,
    })),
  outline: () => ({ data: 'M0 0H1024V1024H0Z', unitsPerEm: 2048 }),
};
const outlined = (drawing = laneChart(roughMeasurer)): string =>
  renderSvg(drawing, { theme: standard, text: { kind: 'outlines', outliner: squares } });

describe('a picture with outlines', () => {
  it('has no text and no font, and defines each glyph once', () => {
    const elements = allElements(readXml(outlined()));
    expect(elements.filter(({ name }) => name === 'text' || name === 'tspan')).toEqual([]);
    expect(elements.filter(({ attributes }) => attributes['font-family'] !== undefined)).toEqual([]);
    const ids = elements.flatMap(({ name, attributes }) => (name === 'path' ? (attributes['id'] ?? []) : []));
    expect(new Set(ids).size).toBe(ids.length);
    const used = elements.flatMap(({ name, attributes }) =>
      name === 'use' ? (attributes['xlink:href'] ?? []) : [],
    );
    expect(new Set(used)).toEqual(new Set(ids.map((id) => `#${id}`)));
  });

  it('has ids that differ from those of another flow, as both may stand in one page', () => {
    const idsOf = (svg: string): readonly string[] =>
      allElements(readXml(svg)).flatMap(({ attributes }) => attributes['id'] ?? []);
    const others = new Set(idsOf(outlined(hebrewChart(roughMeasurer))));
    expect(idsOf(outlined()).filter((id) => others.has(id))).toEqual([]);
  });
});

describe('a picture with fonts in it', () => {
  it('names them first and loads them from its own text', () => {
    const face: FontFace = { family: 'Own 2', format: 'woff2', bytes: Uint8Array.of(1, 2, 3) };
    const drawing = laneChart(roughMeasurer);
    const svg = renderSvg(drawing, { theme: standard, text: { kind: 'embed', faces: [face] } });
    expect(drawnTexts(drawing)).toEqual(
      expect.arrayContaining([
        'Order by phone',
        'Warehouse',
        'Card refused',
        'Answer the call',
        'within 20 s',
      ]),
    );
    const root = readXml(svg);
    expect(root.attributes['font-family']).toMatch(/^'Own 2', Noto Sans, /);
    const [style] = allElements(root).filter(({ name }) => name === 'style');
    expect(style?.text).toContain("@font-face{font-family:'Own 2';src:url(data:font/woff2;base64,AQID)}");
  });
});

describe('a PNG', () => {
  it('is the same bytes for the same picture', () => {
    expect(Buffer.compare(renderPng(outlined(), 2), renderPng(outlined(), 2))).toBe(0);
  });

  it('is as large as its scale says', () => {
    for (const scale of [0.5, 1, 2]) {
      const { width, height } = decodePng(renderPng(outlined(), scale));
      expect([width, height]).toEqual([760 * scale, 790 * scale]);
    }
  });

  it('has the light colours, wherever it is made', () => {
    const pixels = decodePng(renderPng(outlined(), 2));
    const at = (x: number, y: number): string => pixelAt(pixels, 2 * x, 2 * y);
    expect(at(5, 5)).toBe(standard.light.background);
    expect(at(40, 300)).toBe(standard.light['lane.fill']);
    expect(at(100, 150)).toBe(standard.light['touchpoint.fill']);
    expect(at(380, 328)).toBe(standard.light['decision.fill']);
    expect(at(240, 163)).toBe(standard.light['next.line']);
  });

  it('shows its glyphs where its lines of text are', () => {
    const drawing = laneChart(roughMeasurer);
    const pixels = decodePng(renderPng(outlined(drawing), 1));
    for (const { x, y, width, size } of drawing.heading)
      expect(pixelAt(pixels, x - width / 2 + size / 4, y - size / 4)).not.toBe(standard.light.background);
  });
});

describe('the metadata of a PNG', () => {
  const png = renderPng(outlined(), 1);
  const inputs = fingerprint('flow');
  const embedded = embedPngMetadata(png, '1.2.3', { inputs });

  it('comes back as it was written, and the picture still shows', () => {
    expect(readPngMetadata(embedded)).toMatchObject({ version: '1.2.3', inputs });
    expect(readPngMetadata(embedded)?.actual).toBe(readPngMetadata(embedded)?.content);
    expect(decodePng(embedded)).toEqual(decodePng(png));
  });

  it('tells an edit by hand', () => {
    const edited = Uint8Array.from(embedded);
    edited[100] = (edited[100] ?? 0) ^ 1;
    expect(readPngMetadata(edited)?.actual).not.toBe(readPngMetadata(edited)?.content);
  });

  it('is undefined where there is none', () => {
    for (const bytes of [png, embedded.subarray(0, -20), new Uint8Array(), Buffer.from('tEXtflowc\0')])
      expect(readPngMetadata(bytes)).toBeUndefined();
  });
});
