import type { TextMeasurer } from '../type/measurer.ts';
import type { LineMark } from './drawing.ts';

/** A text of a chart, and the mark that stands before it. */
export interface MarkedText {
  readonly text: string;
  readonly mark?: LineMark | undefined;
}

/**
 * Holds a mark's place in a text while that is broken into lines: as wide as mark and gap, of no direction of its own,
 * and no line ends behind it.
 */
const placeholder = '…\u00a0\u00a0';

/** A text as it is measured and broken into lines: with room for its mark. */
export const withRoom = ({ text, mark }: MarkedText): string =>
  mark === undefined || text === '' ? text : placeholder + text;

interface SetLine {
  readonly text: string;
  readonly width: number;
  /** Its middle. */
  readonly x: number;
  readonly rightToLeft: boolean;
}

/** The line that has room for a mark, with that in place of the room; all others as they are. */
export function withMark<Line extends SetLine>(
  line: Line,
  mark: LineMark | undefined,
  size: number,
  measurer: TextMeasurer,
): Line & { readonly mark?: LineMark } {
  if (mark === undefined || !line.text.includes(placeholder)) return line;
  const text = line.text.replace(placeholder, '');
  const width = measurer.width(text, size, line.rightToLeft);
  const shift = (line.width - width) / 2;
  return { ...line, text, width, x: line.x + (line.rightToLeft ? -shift : shift), mark };
}
