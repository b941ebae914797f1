import { isInvisible } from './character-class.ts';
import { type FontLibrary, openFontLibrary } from './font-library.ts';
import type { FontFiles } from './font-name.ts';
import { itemise, type TextRun } from './itemise.ts';
import { kanaKerning } from './kana-kerning.ts';
import type { TextMeasurer } from './measurer.ts';
import { trimmedLength } from './trim-punctuation.ts';

/** A measurer that reads each font when the first text needs it. It remembers what it has measured. */
export const createMeasurer = async (files: FontFiles): Promise<TextMeasurer> =>
  measureWith(await openFontLibrary(files));

/** Measures with fonts that are open already. */
export const measureWith = (library: FontLibrary): TextMeasurer => {
  const known = [new Map<string, number>(), new Map<string, number>()] as const;
  return {
    width: (text, size, rightToLeft) => {
      const lengths = known[rightToLeft ? 1 : 0];
      let ems = lengths.get(text);
      if (ems === undefined) {
        ems = 0;
        for (const run of itemise(oneLine(text), rightToLeft)) ems += runAdvance(library, run);
        if (lengths.size >= mostRemembered) lengths.clear();
        lengths.set(text, ems);
      }
      return ems * size;
    },
  };
};

const mostRemembered = 50_000;

/** Breaks and tabs are shown as a space, as in SVG. */
export const oneLine = (text: string): string => text.replaceAll(/[\t\n\r]/g, ' ');

/** In em. Characters that no font has get the box that stands for a missing glyph in Noto Sans. */
const runAdvance = (library: FontLibrary, run: TextRun): number => {
  const { font, advance } = run.characterClass;
  if (advance !== undefined) return advance * run.graphemes - trimmedLength(run.text) + kanaKerning(run.text);
  const found = library.font(font) ?? library.font('Noto Sans');
  return found?.advance(run.text, run.script, run.level % 2 === 1) ?? visibleCharacters(run.text) * missing;
};

const missing = 0.6;

const visibleCharacters = (text: string): number => {
  let count = 0;
  for (const character of text) if (!isInvisible(character.codePointAt(0) ?? 0)) count++;
  return count;
};
