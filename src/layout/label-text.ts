import type { LabelText } from './chart.ts';
import type { TextMeasurer } from './text/measurer.ts';

/** How a text that stands free is set, in px. */
export interface LabelStyle {
  readonly size: number;
  /** Lines are broken to be at most this long, where the words allow it. */
  readonly longest: number;
  /** Where the lines stand in their box. */
  readonly align: 'start' | 'middle';
  readonly rightToLeft: boolean;
}

const ascent = 1.0;
const lineHeight = 1.3;

/** Breaks a text that stands free, and says how large the box around it is. */
export function labelText(measurer: TextMeasurer, text: string, style: LabelStyle): LabelText {
  const lines = breakLines(measurer, text, style);
  const width = Math.ceil(lines.reduce((most, line) => Math.max(most, line.width), 0));
  const leading = style.size * lineHeight;
  return {
    width,
    height: Math.ceil(lines.length * leading),
    lines: lines.map((line, index) => ({
      ...line,
      block: 0,
      x: style.align === 'middle' ? width / 2 : style.rightToLeft ? width - line.width / 2 : line.width / 2,
      y: index * leading + (leading - style.size * lineHeight) / 2 + style.size * ascent,
    })),
  };
}

const breakLines = (
  measurer: TextMeasurer,
  text: string,
  style: LabelStyle,
): readonly { readonly text: string; readonly width: number }[] => {
  const lines: { text: string; width: number }[] = [];
  for (const paragraph of text.split('\n')) {
    let line: { text: string; width: number } | undefined;
    for (const word of paragraph.split(' ').filter((part) => part !== '')) {
      const longer = line === undefined ? word : `${line.text} ${word}`;
      const width = measurer.width(longer, style.size, style.rightToLeft);
      if (line !== undefined && width > style.longest) {
        lines.push(line);
        line = { text: word, width: measurer.width(word, style.size, style.rightToLeft) };
      } else line = { text: longer, width };
    }
    if (line !== undefined) lines.push(line);
  }
  return lines;
};
