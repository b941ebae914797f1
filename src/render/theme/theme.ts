/** What a node looks like; a theme gives each its colours. Other symbols of a step look like a step. */
export const tints = [
  'touchpoint',
  'step',
  'wait',
  'escalate',
  'call',
  'transfer',
  'decision',
  'bar',
  'end',
  'success',
  'failure',
] as const;
export type Tint = (typeof tints)[number];

/** How a line is drawn: the usual way on, a loop back, an exception exit, to what is done beside the work. */
export const lineStyles = ['next', 'back', 'problem', 'timeout', 'meanwhile'] as const;
export type LineStyle = (typeof lineStyles)[number];

/** `fill` is an area, `line` what is stroked, `text` and `detail` what is written. */
export type ColourName =
  | 'background'
  | 'title.text'
  | 'subtitle.text'
  | `lane.${'fill' | 'alternate' | 'header' | 'line' | 'text'}`
  | `stage.${'fill' | 'line' | 'text'}`
  | `${Tint}.${'fill' | 'line' | 'text' | 'detail'}`
  | `${LineStyle}.${'line' | 'text'}`
  | 'label.fill';

/** A colour as `#rrggbb`. */
export type Colour = string;
export type ThemeColours = Readonly<Record<ColourName, Colour>>;

/**
 * Colours of a picture. Where there is a dark palette it is used for readers who asked their system for dark colours;
 * the same file serves both.
 */
export interface Theme {
  readonly name: string;
  readonly light: ThemeColours;
  readonly dark?: ThemeColours;
  /** The least contrast of texts and of lines with what they stand on (WCAG 2.2, 1.4.3, 1.4.6, 1.4.11). */
  readonly contrast: { readonly text: number; readonly line: number };
}
