import { eastAsianFonts } from './east-asian-fonts.ts';
import { type FontLibrary, type OpenFont, openFontLibrary } from './font-library.ts';
import type { FontFiles } from './font-name.ts';
import { shapeLine } from './shape-line.ts';

/** One glyph of a line: its name, and where its origin stands, in px from the left end of the baseline, y down. */
export interface OutlinedGlyph {
  /** A name of letters, digits and `-`. */
  readonly glyph: string;
  readonly x: number;
  readonly y: number;
}

/** Turns text into the outlines of its glyphs. */
export interface TextOutliner {
  /** The glyphs of one line from left to right, set at `size` px in the given base direction. */
  line(text: string, size: number, rightToLeft: boolean): readonly OutlinedGlyph[];
  /** The outline of a glyph that a line had: the data of an SVG path in font units, y upwards; empty for a space. */
  outline(glyph: string): { readonly data: string; readonly unitsPerEm: number };
  /** The graphemes of a text that no font has, each once: pictures without them would be wrong. */
  missing(text: string): readonly string[];
}

/** An outliner for texts of a chart in the given language (BCP 47). */
export const createOutliner = async (files: FontFiles, language: string): Promise<TextOutliner> =>
  outlineWith(await openFontLibrary(files), language);

/** Outlines with fonts that are open already. */
export const outlineWith = (library: FontLibrary, language: string): TextOutliner => {
  const eastAsian = eastAsianFonts(language);
  const seen = new Map<string, { readonly font: OpenFont; readonly id: number }>();
  return {
    line: (text, size, rightToLeft) =>
      shapeLine(library, text, rightToLeft, eastAsian).glyphs.map(({ font, id, x, y }) => {
        const glyph = `${font.key}-${id}`;
        if (!seen.has(glyph)) seen.set(glyph, { font, id });
        return { glyph, x: x * size, y: -y * size };
      }),
    outline: (glyph) => {
      const found = seen.get(glyph);
      if (found === undefined) throw new Error(`No line had the glyph ${glyph}`);
      return { data: found.font.outline(found.id), unitsPerEm: found.font.unitsPerEm };
    },
    missing: (text) => [...new Set(shapeLine(library, text, false, eastAsian).missing)],
  };
};
