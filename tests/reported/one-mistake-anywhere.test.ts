import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lintText } from '../lint/lint-texts.ts';

/** Flows in which all is right; those that use no other file. */
const folder = join(import.meta.dirname, '..', '..', 'examples');
const flows = readdirSync(folder)
  .filter((name) => name.endsWith('.flow'))
  .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }))
  .filter(({ text }) => !/^use /m.test(text));

/**
 * A mistake: where it can be made, and what is written there. Of a file the first places are tried, and every tenth
 * behind them.
 */
const mistakes: readonly (readonly [name: string, right: RegExp, wrong: string])[] = [
  ['a bullet', /^( *)(?=step )/gm, '$1- '],
  ['a star', /^( *)(?=end )/gm, '$1* '],
  ['a number', /^( *)(?=step )/gm, '$11. '],
  ['a capital', /^( *)step /gm, '$1Step '],
  ['a word in capitals', /^( *)if /gm, '$1IF '],
  ['a German word', /^( *)step /gm, '$1schritt '],
  ['a French word', /^( *)step /gm, '$1étape '],
  ['a semicolon', /(?<=^ *step [^\n#]*)$/gm, ';'],
  ['a comma at the end', /(?<=^ *step [^\n#]*" by [\w-]+)$/gm, ','],
  ['a comma before an attribute', /(?<=^ *step [\w-]+ +"[^"\n]*")(?= by )/gm, ','],
  ['single quotes', /(?<=^ *step [\w-]+ +)"([^"'\n]*)"/gm, "'$1'"],
  ['curly quotes', /(?<=^ *step [\w-]+ +)"([^"\n]*)"/gm, '“$1”'],
  ['a fat arrow', /->/g, '=>'],
  ['a long arrow', /->/g, '-->'],
  ['an arrow with a space', /->/g, '- >'],
  ['an arrow of a web page', /->/g, '-&gt;'],
  ['goto behind else', /(?<=^ *else +)->(?= [\w-]+$)/gm, 'goto'],
  ['goto behind an arrow', /(?<=^ *else +)->(?= [\w-]+$)/gm, '-> goto'],
  ['then before an arrow', /(?<=^ *if [^\n{]*) ->/gm, ' then ->'],
  ['minutes in words', /(?<=within \d+)min\b/g, ' minutes'],
  ['minutes in German', /(?<=within \d+)min\b/g, ' Minuten'],
  ['working days in words', /(?<=within \d+)d\b/g, ' working days'],
  ['a time in quotes', /(?<=within )(\d+min)\b/g, '"$1"'],
  ['a share', /(?<= )(\d\d)%/g, '0.$1'],
  ['percent as a word', /(?<= )(\d\d)%/g, '$1 percent'],
  ['a comment of SQL', /^(?= *step )/gm, '-- remember this\n'],
  ['a comment of C', /^(?= *step )/gm, '/* remember this */\n'],
  ['a line between parts', /^(?=step )/gm, '-----\n'],
  ['a date with points', /(?<=^reviewed +)(\d{4})-(\d\d)-(\d\d)/gm, '$3.$2.$1'],
  ['a word that is none, among the properties', /^(?=purpose )/gm, 'budget "100"\n'],
];

const codesOf = (text: string): readonly string[] =>
  lintText(text).map(({ code, message }) => `${code}: ${message}`);

describe('one mistake, made in a flow in which all is right', () => {
  it.each(mistakes.map(([name, right, wrong]) => ({ name, right, wrong })))(
    '$name: is told as one, wherever it is made',
    ({ right, wrong }) => {
      let made = 0;
      for (const { name, text } of flows) {
        const before = codesOf(text);
        const places = [...text.matchAll(right)].filter((_, at) => at < 3 || at % 10 === 0);
        for (const { index } of places) {
          const changed = replaceAt(text, right, wrong, index);
          if (changed === text) continue;
          made++;
          const after = codesOf(changed);
          const more = after.filter((each) => !before.includes(each));
          expect(more, `${name} at ${text.slice(0, index).split('\n').length}`).toHaveLength(1);
        }
      }
      expect(made).toBeGreaterThan(0);
    },
  );
});

/** A text with one match of a pattern replaced: that at an offset. */
function replaceAt(text: string, pattern: RegExp, replacement: string, offset: number): string {
  const sticky = new RegExp(pattern.source, `${pattern.flags.replace('g', '')}y`);
  sticky.lastIndex = offset;
  const match = sticky.exec(text);
  if (match === null) return text;
  const written = replacement.replaceAll(/\$(\d)/g, (_, digit: string) => match[Number(digit)] ?? '');
  return text.slice(0, offset) + written + text.slice(offset + match[0].length);
}
