import { splitGraphemes } from 'unicode-segmenter/grapheme';
import type { Script } from './character-class.ts';
import { coversText, type FontLibrary, type OpenFont } from './font-library.ts';
import { itemise, type TextRun } from './itemise.ts';

/** A stretch of text with the font that it is shaped in. */
export interface ShapedRun {
  readonly text: string;
  readonly script: Script;
  readonly level: number;
  readonly font: OpenFont;
  /** Whether the font has all of its characters. */
  readonly covered: boolean;
}

/** Text whose characters are as wide as their class says, one by one. */
export interface FixedRun extends TextRun {
  readonly advance: number;
}

export type SetRun = ShapedRun | FixedRun;

export const isFixed = (run: SetRun): run is FixedRun => 'advance' in run;

/**
 * The runs of one line in the order in which it is read, each with its font. What the font of its class doesn't have is
 * set in a font of the user's that does, else it is the box for missing glyphs in Noto Sans.
 */
export const setRuns = (library: FontLibrary, line: string, rightToLeft: boolean): readonly SetRun[] =>
  itemise(line, rightToLeft).flatMap((run): readonly SetRun[] => {
    const { advance, font: name } = run.characterClass;
    if (advance !== undefined) return [{ ...run, advance }];
    const font = library.font(name);
    if (font !== undefined && coversText(font, run.text)) return [{ ...run, font, covered: true }];
    return coverPieces(library, run, font);
  });

const coverPieces = (
  library: FontLibrary,
  { text, script, level }: TextRun,
  preferred: OpenFont | undefined,
): readonly ShapedRun[] => {
  const last = library.font('Noto Sans');
  const candidates = [preferred, last, ...library.own()].filter((font) => font !== undefined);
  const runs: { text: string; script: Script; level: number; font: OpenFont; covered: boolean }[] = [];
  for (const grapheme of splitGraphemes(text)) {
    const covering = candidates.find((font) => coversText(font, grapheme));
    const font = covering ?? last;
    if (font === undefined) throw new Error('Noto Sans comes with flowc, but it is not there');
    const covered = covering !== undefined;
    const run = runs.at(-1);
    if (run !== undefined && run.font === font && run.covered === covered) run.text += grapheme;
    else runs.push({ text: grapheme, script, level, font, covered });
  }
  return runs;
};
