import { splitGraphemes } from 'unicode-segmenter/grapheme';
import { classOfGrapheme } from './character-class.ts';
import { lineBreaks } from './line-breaks.ts';
import type { TextMeasurer } from './measurer.ts';

/** A stretch of text between two places where a line may end. Lengths in px. */
export interface Segment {
  readonly text: string;
  /** Without the space at its end. */
  readonly width: number;
  /** Of the space at its end, which vanishes where a line ends. */
  readonly space: number;
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
  for (const { position, required, penalty } of lineBreaks(text)) {
    const raw = text.slice(last, position);
    const core = trimLine(raw);
    last = position;
    const length = width(core);
    const spaces = required || raw.endsWith(core) ? 0 : space;
    if (core === '') {
      if (required) markRequired(segments);
    } else if (length <= longest)
      segments.push({ text: raw, width: length, space: spaces, penalty, required });
    else {
      const pieces = cutWord(core, width, longest);
      for (const [index, piece] of pieces.entries())
        segments.push(
          index < pieces.length - 1
            ? { ...piece, space: 0, penalty: penaltyInWord, required: false }
            : {
                text: piece.text + raw.slice(raw.indexOf(core) + core.length),
                width: piece.width,
                space: spaces,
                penalty,
                required,
              },
        );
    }
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

/** A line as it is shown: no space at its ends, a hyphen where a soft one became the break. */
export const trimLine = (line: string): string =>
  line
    .replace(/^[\s\u200b]+/, '')
    .replace(/[\s\u200b]+$/, '')
    .replace(/\u00ad$/, '-')
    .replaceAll(/[\u00ad\u200b]/g, '')
    .replaceAll(/[\t\n\r]/g, ' ');
