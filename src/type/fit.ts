import type { ShapeName } from '../shapes/all-shapes.ts';
import type { TextMeasurer } from './measurer.ts';
import type { KnownRooms } from './wrap-into.ts';

/** What a text may look like inside of a shape. All lengths in px. */
export interface FitOptions {
  readonly shape: ShapeName;
  readonly size: number;
  /**
   * Whether the shape is mirrored; and the direction of a text
   * that has no letter. Every other is read from its own side.
   */
  readonly rightToLeft: boolean;
  /** The usual width of the shape; it grows only where a single word needs more. */
  readonly preferredWidth: number;
}

/**
 * A shape as large as its text needs, and the lines with their places relative to the shape's top left corner: `x` is
 * a line's middle, `y` its baseline.
 */
export interface FittedText {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly {
    readonly text: string;
    readonly width: number;
    readonly x: number;
    readonly y: number;
    /** The index of the block that it is a line of. */
    readonly block: number;
    /** The direction of the block. */
    readonly rightToLeft: boolean;
  }[];
}

/** One text of several that stand in a shape one below the other: a label, and small details under it. */
export interface FitBlock {
  readonly text: string;
  readonly size: number;
}

export type FitText = (
  measurer: TextMeasurer,
  blocks: readonly FitBlock[],
  options: FitOptions,
  /** The room in shapes, by shape and size, as far as it was found out: filled, and handed on to the next text. */
  known?: KnownRooms,
) => FittedText;
