import { describe, expect, it } from 'vitest';
import { fontFamily } from '../../src/render/font-family.ts';
import { fontNames } from '../../src/type/font-name.ts';

const families = (language: string): readonly string[] => fontFamily(language).split(', ');

describe('the fonts of a picture', () => {
  it('are those that measured it, in their order, then common ones', () => {
    const measured = fontNames.filter((name) => !/ (TC|JP|KR)$/.test(name));
    expect(families('en').map((name) => name.replaceAll("'", ''))).toEqual([
      ...measured,
      'Noto Sans CJK SC',
      'Segoe UI',
      'Helvetica Neue',
      'Arial',
      'sans-serif',
    ]);
  });

  it('draw the Chinese characters as readers of the language expect them', () => {
    for (const [language, font] of [
      ['ja', 'JP'],
      ['ko-KR', 'KR'],
      ['zh', 'SC'],
      ['zh-Hant', 'TC'],
      ['zh-HK', 'TC'],
      ['zh-Hans-HK', 'SC'],
      ['yue', 'TC'],
      ['kok', 'SC'],
      ['en', 'SC'],
    ] as const)
      expect(families(language).filter((name) => / (SC|TC|JP|KR)$/.test(name))).toEqual([
        `Noto Sans ${font}`,
        `Noto Sans CJK ${font}`,
      ]);
  });

  it('are quoted where a name is more than words', () => {
    for (const name of families('en')) expect(name).toMatch(/^('[\w ]+'|[A-Za-z-]+( [A-Za-z]+)*)$/);
  });
});
