import type { LabelText } from './chart.ts';
import { breakLines } from './text/break-lines.ts';
import type { TextMeasurer } from './text/measurer.ts';

/** How a text that stands free is set, in px. */
export interface LabelStyle {
  readonly size: number;
  /** Lines are broken to be at most this long. */
  readonly longest: number;
  /** Where the lines stand in their box. */
  readonly align: 'start' | 'middle';
  readonly rightToLeft: boolean;
}

/** Breaks a text that stands free, and says how large the box around it is. */
export function labelText(
  measurer: TextMeasurer,
  text: string,
  { size, longest, align, rightToLeft }: LabelStyle,
): LabelText {
  const broken = breakLines(measurer, text, size, longest, rightToLeft);
  const width = Math.ceil(broken.width * widerFont);
  return {
    width,
    height: broken.height,
    lines: broken.lines.map((line) => ({
      ...line,
      x: align === 'middle' ? width / 2 : rightToLeft ? width - line.width / 2 : line.width / 2,
    })),
  };
}

/** A viewer that has other fonts may set a text a little wider. */
const widerFont = 1.06;
