import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { classOfGrapheme } from '../type/character-class.ts';
import { eastAsianFont } from '../type/east-asian-fonts.ts';
import type { FontFiles, FontName } from '../type/font-name.ts';

/** The fonts that come with flowc, packed with gzip: `fonts/` beside the bundle, or their place in the sources. */
const folder = ['./fonts/', '../type/fonts/']
  .map((path) => new URL(path, import.meta.url))
  .find((url) => existsSync(url));

const vendored: Partial<Readonly<Record<FontName, string>>> = {
  'Noto Sans': 'noto-sans',
  'Noto Sans Hebrew': 'noto-sans-hebrew',
  'Noto Sans Arabic': 'noto-sans-arabic',
  'Noto Sans Telugu': 'noto-sans-telugu',
  'Noto Sans Devanagari': 'noto-sans-devanagari',
  'Noto Sans Thai': 'noto-sans-thai',
  'Noto Sans Math': 'noto-sans-math',
  'Noto Sans Symbols 2': 'noto-sans-symbols-2',
};

/** The fonts that are too large to come along, and the npm packages that have them. */
const packaged: Partial<Readonly<Record<FontName, { readonly name: string; readonly file: string }>>> = {
  'Noto Sans SC': {
    name: '@expo-google-fonts/noto-sans-sc',
    file: '400Regular/NotoSansSC_400Regular.ttf',
  },
  'Noto Sans TC': {
    name: '@expo-google-fonts/noto-sans-tc',
    file: '400Regular/NotoSansTC_400Regular.ttf',
  },
  'Noto Sans JP': {
    name: '@expo-google-fonts/noto-sans-jp',
    file: '400Regular/NotoSansJP_400Regular.ttf',
  },
  'Noto Sans KR': {
    name: '@expo-google-fonts/noto-sans-kr',
    file: '400Regular/NotoSansKR_400Regular.ttf',
  },
  'Noto Emoji': { name: '@expo-google-fonts/noto-emoji', file: '400Regular/NotoEmoji_400Regular.ttf' },
};

/**
 * The fonts that come with flowc, those of packages that are installed beside it or in `projectFolder`, and the user's
 * own. Files that can't be read are listed in `unreadable`.
 */
export const findFontFiles = (
  projectFolder: string,
  ownFiles: readonly string[],
): { readonly files: FontFiles; readonly unreadable: readonly string[] } => {
  const read = ownFiles.map((path) => ({ path, bytes: readIfThere(path) }));
  const own = read.flatMap(({ bytes }) => (bytes === undefined ? [] : [bytes]));
  const from = [import.meta.url, join(projectFolder, 'package.json')];
  return {
    files: {
      read: (name) => {
        const wanted = packaged[name];
        return wanted === undefined
          ? readVendored(name)
          : readPackaged(`${wanted.name}/${wanted.file}`, from);
      },
      readOwn: () => own,
    },
    unreadable: read.flatMap(({ path, bytes }) => (bytes === undefined ? [path] : [])),
  };
};

const readVendored = (name: FontName): Uint8Array | undefined => {
  const file = vendored[name];
  return file === undefined ? undefined : gunzipSync(readFileSync(new URL(`${file}.ttf.gz`, folder)));
};

const readPackaged = (file: string, from: readonly string[]): Uint8Array | undefined => {
  for (const place of from)
    try {
      return readFileSync(createRequire(place).resolve(file));
    } catch {
      // Not installed here.
    }
  return undefined;
};

const readIfThere = (path: string): Uint8Array | undefined => {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
};

/** The fonts and patterns that come with flowc: all that measuring takes, on every machine the same. */
export const fontFiles: FontFiles = {
  read: readVendored,
  readPatterns: (name) => readPackaged(`hyphenopoly/patterns/${name}.wasm`, [import.meta.url]),
};

/** What to do about characters that no font has, as graphemes of a chart in a language (BCP 47): one sentence. */
export const missingFontHelp = (graphemes: readonly string[], language: string): string => {
  const fonts = new Set(
    graphemes.map((grapheme) => {
      const { font } = classOfGrapheme(grapheme);
      // All of these have the Chinese characters, each in the forms of its language; only the Korean one has Hangul.
      return font === 'Noto Sans SC' || font === 'Noto Sans JP' ? eastAsianFont(language) : font;
    }),
  );
  const packages = [...fonts].flatMap((font) => packaged[font]?.name ?? []);
  return packages.length === 0
    ? 'name a font that has them with --font FILE'
    : `install their font with npm install ${packages.join(' ')}, or name one with --font FILE`;
};

/** The program that makes fonts smaller, for `createFontSubsetter`. */
export const readFontSubsetter = (): Uint8Array<ArrayBuffer> =>
  new Uint8Array(
    readFileSync(createRequire(import.meta.url).resolve('harfbuzzjs/dist/harfbuzz-subset.wasm')),
  );
