import type { Drawing } from '../layout/drawing.ts';
import type { Gaps } from '../model/gaps.ts';
import type { Process } from '../model/process.ts';
import type { TextMode } from '../render/glyph-outliner.ts';
import type { PictureMetadata, PictureOrigin } from '../render/metadata.ts';
import type { Theme } from '../render/theme/theme.ts';

/** What `flowc build` writes: a record that says all that anyone needs to know of a format. See `registry.ts`. */
export type Output<Name extends string = string> = DrawingOutput<Name> | ProcessOutput<Name>;

interface OutputBase<Name extends string> {
  /** Its name, as it is asked for with `--format`. */
  readonly name: Name;
  /** The ending of its files, without the dot. */
  readonly extension: string;
  /** What it is, in a few words, for help and pages. */
  readonly summary: string;
}

/**
 * A picture, made from a drawing: one for each sheet where a chart is folded onto paper. It knows what it was made of.
 */
export interface DrawingOutput<Name extends string = string> extends OutputBase<Name> {
  readonly of: 'drawing';
  readonly fresh: 'metadata';
  /** Whether readers follow links in it. */
  readonly linked: boolean;
  /** How its texts are written: as the user asks, or always as outlines. */
  readonly letters: 'as-asked' | 'outlines';
  /** Whether it has pixels, so that `--scale` changes it. */
  readonly scaled: boolean;
  make(picture: DrawnPicture, options: PictureOptions): Promise<Uint8Array>;
  /** What a file of this format knows about its making; undefined where flowc did not make it. */
  metadata(bytes: Uint8Array): PictureMetadata | undefined;
}

/** A drawing, and how it is to look. */
export interface DrawnPicture {
  readonly drawing: Drawing;
  readonly theme: Theme;
  readonly text: TextMode;
}

export interface PictureOptions {
  /** The version of flowc. */
  readonly version: string;
  readonly origin: PictureOrigin;
  /** Pixels for one of the chart. */
  readonly scale: number;
}

/** A plain text, made from the process itself. It is fresh where it would be written again to the letter. */
export interface ProcessOutput<Name extends string = string> extends OutputBase<Name> {
  readonly of: 'process';
  readonly fresh: 'same-bytes';
  make(process: Process, gaps: Gaps): string;
}
