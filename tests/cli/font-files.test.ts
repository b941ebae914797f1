import { describe, expect, it } from 'vitest';
import { findFontFiles, fontFiles, missingFontHelp } from '../../src/cli/font-files.ts';
import { fontNames } from '../../src/type/font-name.ts';

describe('font files', () => {
  it('come along for all scripts but Chinese, Japanese, Korean and emoji', () => {
    const there = fontNames.filter((name) => fontFiles.read(name) !== undefined);
    expect(there).toHaveLength(8);
    expect(fontNames.filter((name) => !there.includes(name))).toEqual([
      'Noto Emoji',
      'Noto Sans SC',
      'Noto Sans TC',
      'Noto Sans JP',
      'Noto Sans KR',
    ]);
  });

  it('may be named by the user; those that can’t be read are told', () => {
    const licence = `${import.meta.dirname}/../../src/type/fonts/OFL.txt`;
    const { files, unreadable } = findFontFiles('.', [licence, 'no/such/font.ttf']);
    expect(unreadable).toEqual(['no/such/font.ttf']);
    expect(files.readOwn?.()).toHaveLength(1);
    expect(files.read('Noto Sans')).toEqual(fontFiles.read('Noto Sans'));
    expect(files.read('Noto Sans SC')).toBeUndefined();
  });

  it('that are missing are said how to get', () => {
    expect(missingFontHelp(['核', '🙂'], 'en')).toBe(
      'install their font with npm install @expo-google-fonts/noto-sans-sc @expo-google-fonts/noto-emoji, or name one with --font FILE',
    );
    expect(missingFontHelp(['\u{12000}'], 'en')).toBe('name a font that has them with --font FILE');
  });

  it.each([
    ['zh', '核实', 'sc'],
    ['zh-TW', '核實', 'tc'],
    ['ja', '本人の確認', 'jp'],
    ['ko', '고객 確認', 'kr'],
    ['en', '고객', 'kr'],
  ])('that are missing are those of the language %s', (language, text, font) => {
    const missing = [...text].filter((character) => character !== ' ');
    expect(missingFontHelp(missing, language)).toMatch(
      new RegExp(`npm install @expo-google-fonts/noto-sans-${font}, or`),
    );
  });
});
