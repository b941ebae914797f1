import type { Colour } from './theme.ts';

/** A colour as `#rrggbb` in lower case, from `#rgb` or `#rrggbb`; undefined for anything else. */
export const readColour = (text: string): Colour | undefined => {
  if (/^#[0-9a-f]{6}$/i.test(text)) return text.toLowerCase();
  if (/^#[0-9a-f]{3}$/i.test(text)) return text.toLowerCase().replaceAll(/[0-9a-f]/g, '$&$&');
  return undefined;
};

/**
 * The contrast ratio of two colours, from 1 (the same) to 21 (black on white), as WCAG 2.2 defines it by relative
 * luminance.
 */
export const contrastRatio = (one: Colour, other: Colour): number => {
  const a = luminance(one);
  const b = luminance(other);
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
};

const luminance = (colour: Colour): number =>
  0.2126 * linear(colour, 1) + 0.7152 * linear(colour, 3) + 0.0722 * linear(colour, 5);

const linear = (colour: Colour, start: number): number => {
  const value = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
};
