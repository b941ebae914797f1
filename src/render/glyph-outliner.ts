/** One glyph of a line: which, and where its origin stands, in px from the left end of the line's baseline, y down. */
export interface PlacedGlyph {
  /** Names the glyph among all fonts: letters, digits and `-` only, so that it can be part of an id. */
  readonly glyph: string;
  readonly x: number;
  readonly y: number;
}

/** Turns text into outlines, for pictures that look the same where no font is installed. */
export interface GlyphOutliner {
  /** The glyphs of one line from left to right, set at `size` px in the given base direction. */
  line(text: string, size: number, rightToLeft: boolean): readonly PlacedGlyph[];
  /** The outline of a glyph, its origin on the baseline: the data of an SVG path in font units, y upwards. */
  outline(glyph: string): { readonly data: string; readonly unitsPerEm: number };
}

/** How the texts of a picture are written. */
export type TextMode =
  /** In the reader's own fonts: small, searchable, and what a diff of the picture shows. */
  | { readonly kind: 'system' }
  /** In fonts that the picture brings along, in the order in which they should be tried. */
  | { readonly kind: 'embed'; readonly faces: readonly FontFace[] }
  /** Outlines: they look alike everywhere, and cannot be searched. */
  | { readonly kind: 'outlines'; readonly outliner: GlyphOutliner };

/** A font, subset to what the picture needs. The family's name is of letters, digits and spaces. */
export interface FontFace {
  readonly family: string;
  readonly format: 'woff2' | 'ttf';
  readonly bytes: Uint8Array;
}
