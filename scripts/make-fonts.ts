// Makes `src/type/fonts/*.ttf.gz` from Google's Noto fonts. Run it only to take a newer version of a font:
//
//   npm install --no-save --prefix FOLDER followed by the packages @expo-google-fonts/ … noto-sans@0.4.2
//     noto-sans-hebrew@0.4.1 noto-sans-arabic@0.4.3 noto-sans-telugu@0.4.2 noto-sans-devanagari@0.4.1
//     noto-sans-thai@0.4.2 noto-sans-math@0.4.2 noto-sans-symbols-2@0.4.1
//   node scripts/make-fonts.ts FOLDER
//
// It drops hints, features that nothing switches on, and in Noto Sans the scripts that have a font of their own. The
// same packages give the same bytes. Brotli would make the files a fifth smaller, and take 7 ms more to read the first.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'fflate';
import { createFontSubsetter } from '../src/type/subset-font.ts';

type Range = readonly [first: number, last: number];
interface Recipe {
  readonly name: string;
  readonly packaged: string;
  readonly ranges: readonly Range[];
}

const common: readonly Range[] = [
  [0x20, 0x20],
  [0xa0, 0xa0],
  [0x200c, 0x200f],
  [0x25cc, 0x25cc],
];
const recipes: readonly Recipe[] = [
  {
    name: 'noto-sans',
    packaged: 'noto-sans/400Regular/NotoSans_400Regular.ttf',
    ranges: [
      [0x20, 0x36f],
      [0x370, 0x52f],
      [0x1e00, 0x1fff],
      [0x2000, 0x218f],
      [0x2212, 0x2212],
      [0x25cc, 0x25cc],
      [0xfb00, 0xfb06],
      [0xfffd, 0xfffd],
    ],
  },
  {
    name: 'noto-sans-hebrew',
    packaged: 'noto-sans-hebrew/400Regular/NotoSansHebrew_400Regular.ttf',
    ranges: [...common, [0x590, 0x5ff], [0x20aa, 0x20aa], [0xfb1d, 0xfb4f]],
  },
  {
    name: 'noto-sans-arabic',
    packaged: 'noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf',
    ranges: [...common, [0x600, 0x6ff], [0x750, 0x77f], [0xfb50, 0xfdff], [0xfe70, 0xfefc]],
  },
  {
    name: 'noto-sans-telugu',
    packaged: 'noto-sans-telugu/400Regular/NotoSansTelugu_400Regular.ttf',
    ranges: [...common, [0x951, 0x952], [0x964, 0x965], [0xc00, 0xc7f]],
  },
  {
    name: 'noto-sans-devanagari',
    packaged: 'noto-sans-devanagari/400Regular/NotoSansDevanagari_400Regular.ttf',
    ranges: [...common, [0x900, 0x97f], [0x20b9, 0x20b9], [0xa8e0, 0xa8ff]],
  },
  {
    name: 'noto-sans-thai',
    packaged: 'noto-sans-thai/400Regular/NotoSansThai_400Regular.ttf',
    ranges: [...common, [0xe00, 0xe7f]],
  },
  {
    name: 'noto-sans-math',
    packaged: 'noto-sans-math/400Regular/NotoSansMath_400Regular.ttf',
    ranges: [
      [0x2190, 0x21ff],
      [0x2200, 0x22ff],
    ],
  },
  {
    name: 'noto-sans-symbols-2',
    packaged: 'noto-sans-symbols-2/400Regular/NotoSansSymbols2_400Regular.ttf',
    ranges: [
      [0x2300, 0x23ff],
      [0x25a0, 0x27bf],
    ],
  },
];

/** Those that browsers switch on by themselves for horizontal text. */
const features = [
  ...['ccmp', 'locl', 'rlig', 'rclt', 'liga', 'clig', 'calt', 'kern', 'mark', 'mkmk', 'curs', 'rvrn'],
  ...['isol', 'init', 'medi', 'fina', 'med2', 'fin2', 'fin3', 'stch'],
  ...['nukt', 'akhn', 'rphf', 'rkrf', 'pref', 'blwf', 'abvf', 'half', 'pstf', 'vatu', 'cjct', 'cfar'],
  ...['pres', 'abvs', 'blws', 'psts', 'haln', 'dist', 'abvm', 'blwm'],
];

function* codePointsOf(ranges: readonly Range[]): Generator<number> {
  for (const [first, last] of ranges)
    for (let codePoint = first; codePoint <= last; codePoint++) yield codePoint;
}

const from = process.argv[2] ?? '.';
const to = join(import.meta.dirname, '..', 'src', 'layout', 'fonts');
const wasm = readFileSync(fileURLToPath(import.meta.resolve('harfbuzzjs/dist/harfbuzz-subset.wasm')));
const subset = createFontSubsetter(new Uint8Array(wasm));
mkdirSync(to, { recursive: true });
for (const { name, packaged, ranges } of recipes) {
  const source = readFileSync(join(from, 'node_modules', '@expo-google-fonts', packaged));
  const font = subset(source, { codePoints: codePointsOf(ranges), features });
  if (font === undefined) throw new Error(`${packaged} can't be subset`);
  const packed = gzipSync(font, { level: 9, mtime: 0 });
  writeFileSync(join(to, `${name}.ttf.gz`), packed);
  console.log(`${name}: ${source.length} bytes, ${font.length} kept, ${packed.length} packed`);
}
