import type { Box } from './geometry.ts';
import type { Outline } from './outline.ts';

/**
 * A symbol of the chart: all that it looks like, as a function of the box that it fills. Proportions follow ISO 5807.
 * Lengths in px.
 */
export interface Shape {
  readonly name: string;
  /** What a writer makes a step look like this with. */
  readonly as?: SymbolWord;
  /** Clockwise, in a chart that is read from left to right; in others the symbol is seen in a mirror. */
  outline(box: Box): Outline;
  readonly marks?: Marks;
  /** Whether its outline is dashed. */
  readonly dashed?: true;
  readonly text: ShapeText;
}

/** The word behind `as`, as the language explains it. */
export interface SymbolWord {
  readonly word: string;
  /** What it does, to stand behind the word in a sentence. */
  readonly says: string;
  readonly example: string;
  /** What the table of symbols in docs/language.md calls it. */
  readonly known: string;
}

/** Lines inside of an outline. */
export interface Marks {
  /** The width of the marks where reading begins and where it ends: no text there. */
  readonly before: number;
  readonly after: number;
  /** The lines as the data of an SVG path to be stroked, not filled. */
  path(box: Box, rightToLeft: boolean): string;
}

/** How text stands in a shape. */
export interface ShapeText {
  /** The width that nodes of this shape usually have. */
  readonly usualWidth: number;
  /** Between the text and the outline at least, on each side, and above and below. */
  readonly padding: { readonly x: number; readonly y: number };
  /** The least width, as a part of the preferred one, and the least height. */
  readonly least: { readonly width: number; readonly height: number };
  /** How wide the shape may usually be, as a part of the preferred width: more where sloped sides take room. */
  readonly reach: number;
  /** Width to height that looks best. */
  readonly aspect: number;
  /** How many times as high as its text the shape may be made, beyond its padding. */
  readonly stretches: readonly number[];
  /** Parts of the height (at most so many px) that hold no text: a sloped top, a wave or a point below. */
  readonly above?: readonly [part: number, most: number];
  readonly below?: readonly [part: number, most: number];
  /** Whether the room for text is not in the middle of the shape. */
  readonly lopsided?: boolean;
  /** Whether the shape is as wide as high. */
  readonly round?: boolean;
}

/** How text stands in a plain box. */
export const boxText: ShapeText = {
  usualWidth: 164,
  padding: { x: 12, y: 10 },
  least: { width: 0.7, height: 40 },
  reach: 1,
  aspect: 2.6,
  stretches: [1],
};

/** How it stands between sides that are not upright. */
export const slantedText: ShapeText = { ...boxText, padding: { x: 6, y: 10 }, reach: 1.1 };
