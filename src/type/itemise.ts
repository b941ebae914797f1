import { splitGraphemes } from 'unicode-segmenter/grapheme';
import { bidiLevels } from './bidi-levels.ts';
import { type CharacterClass, classOfGrapheme, type Script } from './character-class.ts';

/** A stretch of text that is set in one font, one script and one direction. */
export interface TextRun {
  readonly text: string;
  /** The UTF-16 offset of its first character. */
  readonly start: number;
  readonly characterClass: CharacterClass;
  readonly script: Script;
  /** The level of the bidirectional algorithm (UAX #9): odd for right-to-left. */
  readonly level: number;
  /** The number of graphemes in it. */
  readonly graphemes: number;
}

/** Splits one line of text into runs, in the order in which it is read. */
export const itemise = (text: string, rightToLeft: boolean): readonly TextRun[] => {
  const levels = bidiLevels(text, rightToLeft);
  const runs: Mutable<TextRun>[] = [];
  let start = 0;
  for (const grapheme of splitGraphemes(text)) {
    const characterClass = classOfGrapheme(grapheme);
    const level = levels?.[start] ?? 0;
    const run = runs.at(-1);
    if (run !== undefined && run.level === level && joins(run, characterClass)) {
      run.text += grapheme;
      run.graphemes++;
      if (run.script === 'Zyyy') run.script = characterClass.script;
    } else
      runs.push({
        text: grapheme,
        start,
        characterClass,
        script: characterClass.script,
        level,
        graphemes: 1,
      });
    start += grapheme.length;
  }
  return runs;
};

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Signs that all scripts share go with the letters before or after them, when the font is the same. */
const joins = (run: TextRun, { font, advance, script }: CharacterClass): boolean =>
  run.characterClass.font === font &&
  run.characterClass.advance === advance &&
  (run.script === script || run.script === 'Zyyy' || script === 'Zyyy');
