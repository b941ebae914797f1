import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { fontFiles } from '../../src/cli/font-files.ts';
import { type FontFiles, type FontName, fontNames } from '../../src/type/font-name.ts';

const own: Partial<Readonly<Record<FontName, string>>> = {
  'Noto Sans SC': 'noto-sans-sc',
  'Noto Sans JP': 'noto-sans-jp',
  'Noto Sans KR': 'noto-sans-kr',
  'Noto Emoji': 'noto-emoji',
};

/** The fonts that come with flowc, and those that don't with the characters of the tests' labels. */
export const allFontFiles: FontFiles = {
  read: (name) => {
    const file = own[name];
    if (file === undefined) return fontFiles.read(name);
    return gunzipSync(readFileSync(join(import.meta.dirname, 'fonts', `${file}.ttf.gz`)));
  },
};

/** Those of them that are there: of the two Chinese fonts, one is enough for tests. */
export const testFontNames = fontNames.filter((name) => name !== 'Noto Sans TC');
