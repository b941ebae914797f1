import type { Script } from './character-class.ts';

/** A glyph of shaped text; all lengths in em, y upwards. */
export interface Glyph {
  readonly id: number;
  /** The UTF-16 offset, in the text that was shaped, of the first character that the glyph stands for. */
  readonly cluster: number;
  readonly advance: number;
  /** How far the glyph is drawn from the pen. */
  readonly dx: number;
  readonly dy: number;
}

/** A font that HarfBuzz has read. A run is text of one script and one direction. */
export interface ShapingFont {
  covers(codePoint: number): boolean;
  /** The length of a run in em. */
  advance(run: string, script: Script, rightToLeft: boolean): number;
  /** The glyphs of a run from left to right. */
  shape(run: string, script: Script, rightToLeft: boolean): readonly Glyph[];
  /** A glyph's outline as the data of an SVG path in font units, y upwards; empty for a space. */
  outline(glyph: number): string;
  readonly unitsPerEm: number;
}

export type ReadFont = (bytes: Uint8Array) => ShapingFont;

/**
 * Starts HarfBuzz, which is the only part of this room that has to be waited for. No language is handed to it, nor
 * guessed from the machine: the same bytes of a font and the same text give the same glyphs everywhere.
 */
export const startHarfbuzz = async (): Promise<ReadFont> => {
  const { Blob, Buffer, Direction, Face, Font, shape } = await import('harfbuzzjs');
  const buffer = new Buffer();

  return (bytes) => {
    const face = new Face(new Blob(bytes));
    const font = new Font(face);
    const characters = new Set(face.collectUnicodes());
    const fill = (run: string, script: Script, rightToLeft: boolean): void => {
      buffer.reset();
      buffer.addText(run);
      buffer.setScript(script);
      buffer.setDirection(rightToLeft ? Direction.RTL : Direction.LTR);
      shape(font, buffer);
    };
    return {
      unitsPerEm: face.upem,
      covers: (codePoint) => characters.has(codePoint),
      advance: (run, script, rightToLeft) => {
        fill(run, script, rightToLeft);
        let units = 0;
        for (const { xAdvance } of buffer.getGlyphPositions()) units += xAdvance;
        return units / face.upem;
      },
      shape: (run, script, rightToLeft) => {
        fill(run, script, rightToLeft);
        const positions = buffer.getGlyphPositions();
        return buffer.getGlyphInfos().map(({ codepoint, cluster }, index) => ({
          id: codepoint,
          cluster,
          advance: (positions[index]?.xAdvance ?? 0) / face.upem,
          dx: (positions[index]?.xOffset ?? 0) / face.upem,
          dy: (positions[index]?.yOffset ?? 0) / face.upem,
        }));
      },
      outline: (glyph) => font.glyphToPath(glyph),
    };
  };
};
