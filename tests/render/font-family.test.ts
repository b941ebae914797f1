import { describe, expect, it } from 'vitest';
import { fontNames } from '../../src/layout/text/font-name.ts';
import { fontFamily } from '../../src/render/font-family.ts';

const families = (language: string): readonly string[] => fontFamily(language).split(', ');

describe('the fonts of a picture', () => {
  it('are those that measured it, in their order, then common ones', () => {
    const measured = fontNames.filter((name) => name !== 'Noto Sans JP' && name !== 'Noto Sans KR');
    expect(families('en').map((name) => name.replaceAll("'", ''))).toEqual([
      ...measured,
      'Segoe UI',
      'Helvetica Neue',
      'Arial',
      'sans-serif',
    ]);
  });

  it('draw the Chinese characters as readers of the language expect them', () => {
    for (const [language, font] of [
      ['ja', 'Noto Sans JP'],
      ['ko-KR', 'Noto Sans KR'],
      ['zh', 'Noto Sans SC'],
      ['kok', 'Noto Sans SC'],
    ] as const)
      expect(families(language).filter((name) => / (SC|JP|KR)$/.test(name))).toEqual([font]);
  });

  it('are quoted where a name is more than words', () => {
    for (const name of families('en')) expect(name).toMatch(/^('[\w ]+'|[A-Za-z-]+( [A-Za-z]+)*)$/);
  });
});
