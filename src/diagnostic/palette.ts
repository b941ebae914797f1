import type { Severity } from './diagnostic.ts';

/** Gives a piece of text its look; the text has no line break. */
export type Style = (text: string) => string;

/**
 * How the parts of a finding look. The terminal's colours are the command line's business; the core only names the
 * parts.
 */
export interface Palette {
  readonly severity: Readonly<Record<Severity, Style>>;
  readonly message: Style;
  /** Line numbers, bars and arrows. */
  readonly frame: Style;
  readonly place: Style;
  readonly related: Style;
  readonly added: Style;
  readonly removed: Style;
}

const asItIs: Style = (text) => text;

/** No look at all: for files, pipes and whoever set NO_COLOR. */
export const plainPalette: Palette = {
  severity: { error: asItIs, warning: asItIs, info: asItIs },
  message: asItIs,
  frame: asItIs,
  place: asItIs,
  related: asItIs,
  added: asItIs,
  removed: asItIs,
};
