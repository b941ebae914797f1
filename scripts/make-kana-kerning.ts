// Prints the table of `src/type/kana-kerning.ts`: the pairs of kana and Japanese signs that Noto Sans JP sets closer
// or wider than two em. As `make-fonts.ts`, with the package @expo-google-fonts/noto-sans-jp.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startHarfbuzz } from '../src/type/shape-text.ts';

const file = 'noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf';
const source = readFileSync(join(process.argv[2] ?? '.', 'node_modules', '@expo-google-fonts', file));
const font = (await startHarfbuzz())(source);
const characters = [...'、。'];
for (let codePoint = 0x3041; codePoint <= 0x30ff; codePoint++) {
  const character = String.fromCodePoint(codePoint);
  if (font.covers(codePoint) && font.advance(character, 'Kana', false) === 1) characters.push(character);
}
const pairs = new Map<number, string>();
for (const first of characters)
  for (const second of characters) {
    const units = Math.round(1000 * (font.advance(first + second, 'Kana', false) - 2));
    if (units !== 0) pairs.set(units, (pairs.get(units) ?? '') + first + second);
  }
for (const [units, list] of [...pairs].sort(([one], [other]) => one - other))
  console.log(`  [${units}, '${list}'],`);
