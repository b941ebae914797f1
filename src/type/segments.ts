import { divideWord } from './divide-word.ts';
import { lineBreaks } from './line-breaks.ts';
import { lineInOrder, type OrderedText, orderText } from './line-in-order.ts';
import type { TextMeasurer } from './measurer.ts';

/** A stretch of text between two places where a line may end. */
export interface TextSegment {
  /** Its part of the text, in UTF-16 units. */
  readonly from: number;
  readonly to: number;
  /** Its start and end in px when all stand in one line. The space between two vanishes where a line ends. */
  readonly start: number;
  /** With the hyphen, if it has one. */
  readonly end: number;
  /** Whether a line that ends after it shows a hyphen that is not in the text. */
  readonly hyphen: boolean;
  /** How bad it is to end a line after it, from 0. */
  readonly penalty: number;
  /** Whether a line must end after it. */
  readonly required: boolean;
}

/** A text that is ready to be set in lines. */
export interface Paragraph extends OrderedText {
  readonly segments: readonly TextSegment[];
}

export interface Typesetting {
  readonly measurer: TextMeasurer;
  readonly size: number;
  /** The base direction of the text. */
  readonly rightToLeft: boolean;
  /** In px: words longer than this are divided where words of their kind may be. */
  readonly longest: number;
  /** In px: what is longer even so is cut between any two letters. */
  readonly widest: number;
}

/** Cuts a text where lines may end. */
export const segmentText = (text: string, typesetting: Typesetting): Paragraph => {
  const { measurer, size, rightToLeft, longest, widest } = typesetting;
  const ordered = orderText(text, rightToLeft);
  const width = (part: string): number => measurer.width(part, size, rightToLeft);
  const space = width(' ');
  const segments: TextSegment[] = [];
  let last = 0;
  let pen = 0;
  for (const { position, required, penalty } of lineBreaks(text)) {
    const from = last;
    last = position;
    const core = lineInOrder(ordered, from, position);
    if (core === '') {
      if (required) markRequired(segments);
      continue;
    }
    const length = width(core);
    if (length <= longest) {
      segments.push({ from, to: position, start: pen, end: pen + length, hyphen: false, penalty, required });
      pen += length;
    } else
      for (const piece of divideWord(text.slice(from, position), { measurer, width, longest, widest })) {
        const isLast = from + piece.end === position;
        segments.push({
          from: from + piece.start,
          to: from + piece.end,
          start: pen,
          end: pen + piece.width + (piece.hyphen ? width('-') : 0),
          hyphen: piece.hyphen,
          penalty: isLast ? penalty : piece.penalty,
          required: isLast && required,
        });
        pen += piece.width;
      }
    if (!required && isSpace(text.charCodeAt(position - 1))) pen += space;
  }
  return { ...ordered, segments };
};

const isSpace = (unit: number): boolean => unit === 0x20 || unit === 0x09 || unit === 0x3000;

/** Blank lines are not kept: the break goes to what stands before them. */
const markRequired = (segments: TextSegment[]): void => {
  const last = segments.pop();
  if (last !== undefined) segments.push({ ...last, required: true });
};

/** The text of the segments from `start` to before `end`, as one line. */
export const lineText = (paragraph: Paragraph, start: number, end: number): string => {
  const { segments } = paragraph;
  const first = segments[start];
  const last = segments[end - 1];
  return first === undefined || last === undefined
    ? ''
    : lineInOrder(paragraph, first.from, last.to, last.hyphen);
};
