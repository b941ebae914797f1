import { existsSync, readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import type { FontFiles, FontName } from '../layout/text/font-name.ts';

/** The fonts that come with flowc, packed with brotli: `fonts/` beside the bundle, or their place in the sources. */
const folder = ['./fonts/', '../layout/fonts/']
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

/** Reads the fonts that come with flowc. */
export const fontFiles: FontFiles = {
  read: (name) => {
    const file = vendored[name];
    if (file === undefined) return undefined;
    return brotliDecompressSync(readFileSync(new URL(`${file}.ttf.br`, folder)));
  },
};
