import { type FontLibrary, type MeasuringFont, openFontLibrary } from './font-library.ts';
import type { FontFiles } from './font-name.ts';
import { type DivideWord, hyphenationWhenNeeded } from './hyphenation.ts';
import { kanaKerning } from './kana-kerning.ts';
import type { TextMeasurer } from './measurer.ts';
import { isFixed, type SetRun, setRuns } from './set-runs.ts';
import { trimmedLength } from './trim-punctuation.ts';

/** A measurer that reads each font when the first text needs it. It remembers what it has measured. */
export const createMeasurer = async (files: FontFiles): Promise<TextMeasurer> =>
  measureWith(await openFontLibrary(files), hyphenationWhenNeeded(files));

/** What divides the words of a language, where there is something. */
export type DividerOf = (language: string) => Promise<DivideWord | undefined>;

/** Measures with fonts that are open already. */
export const measureWith = (
  library: FontLibrary<MeasuringFont>,
  dividerOf: DividerOf = async () => undefined,
): TextMeasurer => {
  const known = [new Map<string, number>(), new Map<string, number>()] as const;
  const width: TextMeasurer['width'] = (text, size, rightToLeft) => {
    const lengths = known[rightToLeft ? 1 : 0];
    let ems = lengths.get(text);
    if (ems === undefined) {
      ems = 0;
      for (const run of setRuns(library, oneLine(text), rightToLeft)) ems += runAdvance(run);
      if (lengths.size >= mostRemembered) lengths.clear();
      lengths.set(text, ems);
    }
    return ems * size;
  };
  return {
    width,
    async inLanguage(language) {
      const divisions = await dividerOf(language);
      return divisions === undefined ? { width } : { width, divisions };
    },
  };
};

const mostRemembered = 50_000;

/** Breaks and tabs are shown as a space, as in SVG. */
export const oneLine = (text: string): string => text.replaceAll(/[\t\n\r]/g, ' ');

/** In em. */
const runAdvance = (run: SetRun<MeasuringFont>): number =>
  isFixed(run)
    ? run.advance * run.graphemes - trimmedLength(run.text) + kanaKerning(run.text)
    : run.font.advance(run.text, run.script, run.level % 2 === 1);
