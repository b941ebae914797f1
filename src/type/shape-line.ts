import { splitGraphemes } from 'unicode-segmenter/grapheme';
import { oneLine } from './create-measurer.ts';
import type { EastAsianFonts } from './east-asian-fonts.ts';
import { coversText, type FontLibrary, type OpenFont } from './font-library.ts';
import { kanaKerning } from './kana-kerning.ts';
import { type FixedRun, isFixed, type SetRun, type ShapedRun, setRuns } from './set-runs.ts';
import { trimmedHalf } from './trim-punctuation.ts';

/** A glyph and where its origin stands, in em from the left end of the line's baseline, y upwards. */
export interface LineGlyph {
  readonly font: OpenFont;
  readonly id: number;
  readonly x: number;
  readonly y: number;
}

export interface ShapedLine {
  /** From left to right. */
  readonly glyphs: readonly LineGlyph[];
  /** In em: the same that the measurer gives. */
  readonly width: number;
  /** What no font has, grapheme by grapheme. It is left out where the class's width is known, else a box. */
  readonly missing: readonly string[];
}

/** Sets one line of text: runs in visual order, each shaped in its font. */
export const shapeLine = (
  library: FontLibrary,
  text: string,
  rightToLeft: boolean,
  eastAsian: EastAsianFonts,
): ShapedLine => {
  const glyphs: LineGlyph[] = [];
  const missing: string[] = [];
  let pen = 0;
  for (const run of visualOrder(setRuns(library, oneLine(text), rightToLeft)))
    pen = isFixed(run)
      ? placeFixed(library, run, eastAsian, pen, glyphs, missing)
      : placeShaped(run, pen, glyphs, missing);
  return { glyphs, width: pen, missing };
};

/** Rule L2 of UAX #9: from the highest level down, each stretch of that level or more is turned round. */
const visualOrder = (runs: readonly SetRun[]): readonly SetRun[] => {
  const ordered = [...runs];
  const highest = Math.max(0, ...runs.map(({ level }) => level));
  for (let level = highest; level >= 1; level--) {
    let start = 0;
    while (start < ordered.length) {
      let end = start;
      while (end < ordered.length && (ordered[end]?.level ?? 0) >= level) end++;
      ordered.splice(start, end - start, ...ordered.slice(start, end).reverse());
      start = end + 1;
    }
  }
  return ordered;
};

const placeShaped = (
  { text, script, level, font, covered }: ShapedRun,
  start: number,
  glyphs: LineGlyph[],
  missing: string[],
): number => {
  let pen = start;
  for (const { id, advance, dx, dy } of font.shape(text, script, level % 2 === 1)) {
    glyphs.push({ font, id, x: pen + dx, y: dy });
    pen += advance;
  }
  if (!covered) missing.push(...splitGraphemes(text));
  return pen;
};

/** Each grapheme in the middle of its class's width, whatever the font that it is drawn in. */
const placeFixed = (
  library: FontLibrary,
  run: FixedRun,
  eastAsian: EastAsianFonts,
  start: number,
  glyphs: LineGlyph[],
  missing: string[],
): number => {
  const { text, script, advance, level } = run;
  const rightToLeft = level % 2 === 1;
  const graphemes = [...splitGraphemes(text)];
  const cells = graphemes.map((grapheme, index) => {
    const next = graphemes[index + 1] ?? '';
    const before = graphemes[index - 1]?.charCodeAt(0) ?? 0;
    const half = trimmedHalf(before, grapheme.charCodeAt(0), next.charCodeAt(0) || 0);
    const kerning = grapheme.length === 1 ? kanaKerning(grapheme + next.slice(0, 1)) : 0;
    return { grapheme, half, width: advance - (half === undefined ? 0 : advance / 2) + kerning };
  });
  let pen = start;
  for (const { grapheme, half, width } of rightToLeft ? cells.toReversed() : cells) {
    const font = fixedFont(library, run, eastAsian, grapheme);
    if (font === undefined) missing.push(grapheme);
    else {
      const shaped = font.shape(grapheme, script, rightToLeft);
      const drawn = shaped.reduce((sum, glyph) => sum + glyph.advance, 0);
      let x = pen + (advance - drawn) / 2 - (half === 'left' ? advance / 2 : 0);
      for (const glyph of shaped) {
        glyphs.push({ font, id: glyph.id, x: x + glyph.dx, y: glyph.dy });
        x += glyph.advance;
      }
    }
    pen += width;
  }
  return pen;
};

/** The font in which a grapheme of a fixed width is drawn; undefined when none has it. */
export const fixedFont = (
  library: FontLibrary,
  { characterClass }: FixedRun,
  eastAsian: EastAsianFonts,
  grapheme: string,
): OpenFont | undefined => {
  const names = characterClass.font === 'Noto Emoji' ? [characterClass.font] : eastAsian;
  for (const name of names) {
    const font = library.font(name);
    if (font !== undefined && coversText(font, grapheme)) return font;
  }
  return library.own().find((font) => coversText(font, grapheme));
};
