import { breakLines } from '../type/break-lines.ts';
import type { TextMeasurer } from '../type/measurer.ts';
import type { LabelText } from './chart.ts';
import { textSizes } from './text-sizes.ts';

/** How a text that stands free is set, in px. */
export interface LabelStyle {
  readonly size: number;
  /** Lines are broken to be at most this long, but for a word that can't be divided. */
  readonly longest: number;
  /** No line is longer than this: where it is not given, than `longest`. */
  readonly widest?: number;
  /** The side of their box that the lines stand at. */
  readonly align: 'start' | 'middle';
  /** The side where the chart is read from, which `start` is. A text with letters is read from its own. */
  readonly rightToLeft: boolean;
}

/** How the titles of stages are set, on the screen and on paper. */
export const stageTitle = { size: textSizes.stage, longest: 220, widest: 400, align: 'start' } as const;

/** Breaks a text that stands free, and says how large the box around it is. */
export function labelText(
  measurer: TextMeasurer,
  text: string,
  { size, align, rightToLeft, ...room }: LabelStyle,
): LabelText {
  const broken = breakLines(measurer, text, size, { ...room, rightToLeft });
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
