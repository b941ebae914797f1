import { splitGraphemes } from 'unicode-segmenter/grapheme';
import { classOfGrapheme } from './character-class.ts';
import { lineBreaks } from './line-breaks.ts';
import type { TextMeasurer } from './measurer.ts';

/** A stretch of text between two places where a line may end. */
export interface Segment {
  readonly text: string;
  /** Where it begins and ends, in px, when all stand in one line. The space between two vanishes where a line ends. */
  readonly start: number;
  readonly end: number;
  /** How bad it is to end a line after it, from 0. */
  readonly penalty: number;
  /** Whether a line must end after it. */
  readonly required: boolean;
}

export interface Typesetting {
  readonly measurer: TextMeasurer;
  readonly size: number;
  readonly rightToLeft: boolean;
}

/** Cuts a text where lines may end. Words longer than `longest` px are cut between graphemes, at a high penalty. */
export const segmentText = (
  text: string,
  { measurer, size, rightToLeft }: Typesetting,
  longest: number,
): readonly Segment[] => {
  const width = (part: string): number => measurer.width(part, size, rightToLeft);
  const space = width(' ');
  const segments: Segment[] = [];
  let last = 0;
  let pen = 0;
  const push = (part: string, length: number, penalty: number, required: boolean): void => {
    segments.push({ text: part, start: pen, end: pen + length, penalty, required });
    pen += length;
  };
  for (const { position, required, penalty } of lineBreaks(text)) {
    const raw = text.slice(last, position);
    const core = trimLine(raw);
    last = position;
    if (core === '') {
      if (required) markRequired(segments);
      continue;
    }
    const length = width(core);
    if (length <= longest) push(raw, length, penalty, required);
    else {
      const pieces = cutWord(core, width, longest);
      for (const piece of pieces.slice(0, -1)) push(piece.text, piece.width, penaltyInWord, false);
      for (const piece of pieces.slice(-1))
        push(piece.text + raw.slice(raw.indexOf(core) + core.length), piece.width, penalty, required);
    }
    if (!required && !raw.endsWith(core)) pen += space;
  }
  return segments;
};

const penaltyInWord = 5;

/** Blank lines are not kept: the break goes to what stands before them. */
const markRequired = (segments: Segment[]): void => {
  const last = segments.pop();
  if (last !== undefined) segments.push({ ...last, required: true });
};

/** Cuts a word into pieces about equally long, with hyphens where they are usual. */
const cutWord = (
  word: string,
  width: (part: string) => number,
  longest: number,
): readonly { readonly text: string; readonly width: number }[] => {
  const hyphen = width('-');
  const evenly = width(word) / Math.ceil(width(word) / Math.max(1, longest - hyphen));
  const pieces: { text: string; width: number }[] = [];
  let piece = { text: '', width: 0 };
  let last = '';
  for (const grapheme of splitGraphemes(word)) {
    const longer = { text: piece.text + grapheme, width: width(piece.text + grapheme) };
    const full = piece.width >= evenly - grapheme.length || longer.width > longest - hyphen;
    if (piece.text !== '' && full) {
      const hyphened = isHyphenated(last) && isHyphenated(grapheme);
      pieces.push(hyphened ? { text: `${piece.text}\u00ad`, width: piece.width + hyphen } : piece);
      piece = { text: grapheme, width: width(grapheme) };
    } else piece = longer;
    last = grapheme;
  }
  return [...pieces, piece];
};

const isHyphenated = (grapheme: string): boolean => {
  const { script } = classOfGrapheme(grapheme);
  return script === 'Latn' || script === 'Grek' || script === 'Cyrl';
};

/** The text of the segments from `start` to before `end`, as one line. */
export const lineText = (segments: readonly Segment[], start: number, end: number): string =>
  trimLine(
    segments
      .slice(start, end)
      .map(({ text }) => text)
      .join(''),
  );

/** A line as it is shown: no space at its ends, a hyphen where a soft one became the break. */
export const trimLine = (line: string): string =>
  line
    .replace(/^[\s\u200b]+/, '')
    .replace(/[\s\u200b]+$/, '')
    .replace(/\u00ad$/, '-')
    .replaceAll(/[\u00ad\u200b]/g, '')
    .replaceAll(/[\t\n\r]/g, ' ');
