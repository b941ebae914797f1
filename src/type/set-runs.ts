import { splitGraphemes } from 'unicode-segmenter/grapheme';
import type { Script } from './character-class.ts';
import { coversText, type FontLibrary, type MeasuringFont, type OpenFont } from './font-library.ts';
import { itemise, type TextRun } from './itemise.ts';

/** A stretch of text with the font that it is shaped in. */
export interface ShapedRun<Font extends MeasuringFont = OpenFont> {
  readonly text: string;
  readonly script: Script;
  readonly level: number;
  readonly font: Font;
  /** Whether the font has all of its characters. */
  readonly covered: boolean;
}

/** Text whose characters are as wide as their class says, one by one. */
export interface FixedRun extends TextRun {
  readonly advance: number;
}

export type SetRun<Font extends MeasuringFont = OpenFont> = ShapedRun<Font> | FixedRun;

export const isFixed = (run: SetRun<MeasuringFont>): run is FixedRun => 'advance' in run;

/**
 * The runs of one line in the order in which it is read, each with its font. What the font of its class doesn't have is
 * set in a font of the user's that does, else it is the box for missing glyphs in Noto Sans.
 */
export const setRuns = <Font extends MeasuringFont>(
  library: FontLibrary<Font>,
  line: string,
  rightToLeft: boolean,
): readonly SetRun<Font>[] =>
  itemise(line, rightToLeft).flatMap((run): readonly SetRun<Font>[] => {
    const { advance, font: name } = run.characterClass;
    if (advance !== undefined) return [{ ...run, advance }];
    const font = library.font(name);
    if (font !== undefined && coversText(font, run.text)) return [{ ...run, font, covered: true }];
    return coverPieces(library, run, font);
  });

const coverPieces = <Font extends MeasuringFont>(
  library: FontLibrary<Font>,
  { text, script, level }: TextRun,
  preferred: Font | undefined,
): readonly ShapedRun<Font>[] => {
  const last = library.font('Noto Sans');
  const candidates = [preferred, last, ...library.own()].filter((font) => font !== undefined);
  const runs: { text: string; script: Script; level: number; font: Font; covered: boolean }[] = [];
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
