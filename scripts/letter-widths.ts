import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { startHarfbuzz } from '../src/type/shape-text.ts';

/** Latin, Greek and Cyrillic letters of today's languages, and the signs that go with them. No marks that combine. */
const ranges = [
  [0x20, 0x7e],
  [0xa0, 0xac],
  [0xae, 0x17f],
  [0x218, 0x21b],
  [0x386, 0x3ce],
  [0x400, 0x45f],
  [0x490, 0x491],
  [0x1e9e, 0x1e9e],
  [0x2010, 0x2015],
  [0x2018, 0x201e],
  [0x2022, 0x2022],
  [0x2026, 0x2026],
  [0x2030, 0x2030],
  [0x2039, 0x203a],
  [0x20ac, 0x20ac],
  [0x2116, 0x2116],
  [0x2122, 0x2122],
] as const;

/** Numbers lists that are the same alike: the numbers, and one list of each. */
function classify(lists: readonly (readonly number[])[]) {
  const numbers = new Map<string, number>();
  const kinds: (readonly number[])[] = [];
  const classes = lists.map((list) => {
    const key = list.join();
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, kinds.length);
    kinds.push(list);
    return kinds.length - 1;
  });
  return { classes, kinds };
}

/** What `src/type/letter-widths.ts` is, by the Noto Sans that comes along. */
export async function letterWidthsText(): Promise<string> {
  const folder = join(import.meta.dirname, '..', 'src', 'type');
  const readFont = await startHarfbuzz();
  const font = readFont(gunzipSync(readFileSync(join(folder, 'fonts', 'noto-sans.ttf.gz'))));
  const units = (text: string): number => Math.round(font.advance(text, 'Latn', false) * font.unitsPerEm);

  const characters = ranges
    .flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, index) => first + index))
    .filter((codePoint) => font.covers(codePoint))
    .map((codePoint) => String.fromCodePoint(codePoint));
  const advances = characters.map(units);
  const kerns = characters.map((left, row) =>
    characters.map((right, column) => units(left + right) - (advances[row] ?? 0) - (advances[column] ?? 0)),
  );

  const left = classify(kerns);
  const right = classify(characters.map((_, column) => left.kinds.map((row) => row[column] ?? 0)));
  const kerning = left.kinds.map((_, row) =>
    right.kinds.flatMap((column, index) => {
      const value = column[row] ?? 0;
      return value === 0 ? [] : [index, value];
    }),
  );
  return `// Written by \`npm run generate\` from Noto Sans, with HarfBuzz. All lengths in units of the font.
// biome-ignore-all format: data

export const unitsPerEm = ${font.unitsPerEm};

/** The characters that are known here. */
export const characters =
  ${JSON.stringify(characters.join('')).replaceAll(/[\u007f-\uffff]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)};

/** How long each of them is. */
export const advances: readonly number[] = [${advances.join()}];

/** How each behaves before another one: the index of a row of \`kerning\`. */
export const before: readonly number[] = [${left.classes.join()}];

/** How each behaves after another one. */
export const after: readonly number[] = [${right.classes.join()}];

/** What two characters side by side are longer than each alone: pairs of an \`after\` and a length but 0. */
export const kerning: readonly (readonly number[])[] = [
${kerning.map((row) => `  [${row.join()}],`).join('\n')}
];
`;
}
