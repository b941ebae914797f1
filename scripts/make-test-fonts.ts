// Makes `tests/type/fonts/*.ttf.gz`: the fonts that are too large to come along, with just the characters of the
// tests' labels, and all their features, as a browser would have them. As `make-fonts.ts`, but with the packages
// @expo-google-fonts/noto-sans-sc@0.4.3, noto-sans-jp@0.4.3, noto-sans-kr@0.4.3 and noto-emoji@0.4.7.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'fflate';
import { createFontSubsetter } from '../src/type/subset-font.ts';
import { labels } from '../tests/type/labels.ts';

const packages: Readonly<Record<string, string>> = {
  'noto-sans-sc': 'noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  'noto-sans-jp': 'noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf',
  'noto-sans-kr': 'noto-sans-kr/400Regular/NotoSansKR_400Regular.ttf',
  'noto-emoji': 'noto-emoji/400Regular/NotoEmoji_400Regular.ttf',
};

const from = process.argv[2] ?? '.';
const to = join(import.meta.dirname, '..', 'tests', 'type', 'fonts');
const wasm = readFileSync(fileURLToPath(import.meta.resolve('harfbuzzjs/dist/harfbuzz-subset.wasm')));
const subset = createFontSubsetter(new Uint8Array(wasm));
const texts = ['chinese', 'japanese', 'korean', 'emoji', 'mixed'].flatMap(
  (language) => labels[language] ?? [],
);
const codePoints = [...new Set(texts.join(''))].map((character) => character.codePointAt(0) ?? 0);
mkdirSync(to, { recursive: true });
for (const [name, file] of Object.entries(packages)) {
  const source = readFileSync(join(from, 'node_modules', '@expo-google-fonts', file));
  const font = subset(source, { codePoints });
  if (font === undefined) throw new Error(`${file} can't be subset`);
  const packed = gzipSync(font, { level: 9, mtime: 0 });
  writeFileSync(join(to, `${name}.ttf.gz`), packed);
  console.log(`${name}: ${font.length} kept, ${packed.length} packed`);
}
