import { breakLines } from '../type/break-lines.ts';
import type { TextMeasurer } from '../type/measurer.ts';
import type { LabelText } from './chart.ts';
import type { LineMark } from './drawing.ts';
import { withMark, withRoom } from './line-mark.ts';
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
  /** What stands before the text. */
  readonly mark?: LineMark;
}

/** How the titles of stages are set, on the screen and on paper. */
export const stageTitle = { size: textSizes.stage, longest: 220, widest: 400, align: 'start' } as const;

/** Breaks a text that stands free, and says how large the box around it is. */
export function labelText(
  measurer: TextMeasurer,
  text: string,
  { size, align, rightToLeft, mark, ...room }: LabelStyle,
): LabelText {
  const broken = breakLines(measurer, withRoom({ text, mark }), size, { ...room, rightToLeft });
  const width = Math.ceil(broken.width * widerFont);
  return {
    width,
    height: broken.height,
    lines: broken.lines.map((line) => {
      const x = align === 'middle' ? width / 2 : rightToLeft ? width - line.width / 2 : line.width / 2;
      return withMark({ ...line, x }, mark, size, measurer);
    }),
  };
}

/** Texts one below the other as one, each in lines of its own, in px. */
export function stacked(
  texts: readonly LabelText[],
  { align, rightToLeft }: Pick<LabelStyle, 'align' | 'rightToLeft'>,
  between = 0,
): LabelText {
  const width = texts.reduce((most, text) => Math.max(most, text.width), 0);
  let top = 0;
  const lines = texts.flatMap((text) => {
    const y = top;
    const room = width - text.width;
    const indent = align === 'middle' ? room / 2 : rightToLeft ? room : 0;
    top += text.height + between;
    return text.lines.map((line) => ({ ...line, x: line.x + indent, y: line.y + y }));
  });
  return { width, height: Math.max(0, top - between), lines };
}

/** A viewer that has other fonts may set a text a little wider. */
const widerFont = 1.06;
