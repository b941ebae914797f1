import { beforeAll, describe, expect, it } from 'vitest';
import { fontFiles } from '../../src/cli/font-files.ts';
import { measureWith } from '../../src/type/create-measurer.ts';
import { outlineWith, type TextOutliner } from '../../src/type/create-outliner.ts';
import { type FontLibrary, openFontLibrary } from '../../src/type/font-library.ts';
import { shapeLine } from '../../src/type/shape-line.ts';
import { isRightToLeft, labels } from './labels.ts';
import { allFontFiles } from './test-fonts.ts';

describe('outlines', () => {
  let library: FontLibrary;
  let outliner: TextOutliner;
  beforeAll(async () => {
    library = await openFontLibrary(allFontFiles);
    outliner = outlineWith(library, 'en');
  });

  it.each(Object.keys(labels))('of %s are as long as measured, and none is missing', (language) => {
    const measurer = measureWith(library);
    for (const label of labels[language] ?? []) {
      const rightToLeft = isRightToLeft(label);
      const line = shapeLine(library, label, rightToLeft, ['Noto Sans SC', 'Noto Sans JP', 'Noto Sans KR']);
      expect(line.width, label).toBeCloseTo(measurer.width(label, 1, rightToLeft), 9);
      expect(line.missing, label).toEqual([]);
      expect(line.glyphs.some(({ id }) => id === 0)).toBe(false);
    }
  });

  it('come in the order in which they are seen', () => {
    const glyphs = outliner.line('קוד AB', 10, true).map(({ glyph }) => glyph);
    const [a, b] = outliner.line('AB', 10, false).map(({ glyph }) => glyph);
    expect(glyphs.slice(0, 2)).toEqual([a, b]);
    expect(glyphs.slice(3).every((glyph) => glyph.startsWith('noto-sans-hebrew-'))).toBe(true);
    const places = outliner.line('שלום world, 12 ימים', 10, true).map(({ x }) => x);
    expect(places).toEqual([...places].sort((one, other) => one - other));
  });

  it('mirror brackets and put digits right in right-to-left text', () => {
    const name = (text: string, rightToLeft: boolean): readonly string[] =>
      outliner.line(text, 10, rightToLeft).map(({ glyph }) => glyph);
    expect(name('(א)', true)[0]).toBe(name('(', false)[0]);
    expect(name('א 12', true).slice(0, 2)).toEqual(name('12', false));
  });

  it('are paths in font units, empty for a space', () => {
    const [h, space] = outliner.line('H ', 14, false);
    expect(outliner.outline(h?.glyph ?? '')).toMatchObject({ unitsPerEm: 1000 });
    expect(outliner.outline(h?.glyph ?? '').data).toMatch(/^M/);
    expect(outliner.outline(space?.glyph ?? '').data).toBe('');
  });

  it('tell which characters no font has, so that no picture is drawn with boxes', async () => {
    expect(outliner.missing('Check \u{12000} \u{12000} ꙮ')).toEqual(['\u{12000}', 'ꙮ']);
    const alone = outlineWith(await openFontLibrary(fontFiles), 'zh');
    expect(alone.missing('核实 OK 🙂')).toEqual(['核', '实', '🙂']);
    expect(alone.missing('Vérifier — שלום, ✓ → ≤')).toEqual([]);
  });

  it('use a font of the user for what no other has', async () => {
    const bytes = allFontFiles.read('Noto Sans KR');
    const files = { read: fontFiles.read, readOwn: () => (bytes === undefined ? [] : [bytes]) };
    const own = outlineWith(await openFontLibrary(files), 'ko');
    expect(own.missing('고객')).toEqual([]);
    expect(own.line('고', 10, false)[0]?.glyph).toMatch(/^own-1-\d+$/);
  });

  it('take the forms of the Chinese characters that the language has', () => {
    const fonts = (language: string): readonly string[] =>
      outlineWith(library, language)
        .line('確認', 10, false)
        .map(({ glyph }) => glyph.replace(/-\d+$/, ''));
    expect(fonts('ja')).toEqual(['noto-sans-jp', 'noto-sans-jp']);
    expect(fonts('ko-KR')[1]).toBe('noto-sans-kr');
    expect(fonts('zh')[1]).toBe('noto-sans-sc');
  });
});
