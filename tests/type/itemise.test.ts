import { describe, expect, it } from 'vitest';
import { itemise } from '../../src/type/itemise.ts';

const runs = (text: string, rightToLeft = false) =>
  itemise(text, rightToLeft).map((run) => [
    run.text,
    run.characterClass.font.replace('Noto ', '').replace('Sans ', ''),
    run.script,
    run.level,
  ]);

describe('itemising', () => {
  it('keeps plain text in one run', () => {
    expect(runs('Check order #12, please')).toEqual([['Check order #12, please', 'Sans', 'Latn', 0]]);
  });

  it('splits scripts of one font, signs going with the letters before them', () => {
    expect(runs('ABC, Тест 1')).toEqual([
      ['ABC, ', 'Sans', 'Latn', 0],
      ['Тест 1', 'Sans', 'Cyrl', 0],
    ]);
  });

  it('follows the bidirectional algorithm', () => {
    expect(runs('קוד A1', true)).toEqual([
      ['קוד', 'Hebrew', 'Hebr', 1],
      [' ', 'Sans', 'Zyyy', 1],
      ['A1', 'Sans', 'Latn', 2],
    ]);
  });

  it('keeps clusters whole: vowel signs, joined emoji, flags, keycaps', () => {
    expect(runs('క్షమించండి')).toHaveLength(1);
    expect(itemise('👩🏽‍💻🇷🇴1️⃣⚠️', false)).toMatchObject([
      { graphemes: 4, characterClass: { font: 'Noto Emoji' } },
    ]);
    expect(runs('✓ 1')).toEqual([
      ['✓', 'Sans Symbols 2'.replace('Sans ', ''), 'Zyyy', 0],
      [' 1', 'Sans', 'Zyyy', 0],
    ]);
  });

  it('knows where each run begins', () => {
    expect(itemise('a中b', false).map(({ start }) => start)).toEqual([0, 1, 2]);
  });
});
