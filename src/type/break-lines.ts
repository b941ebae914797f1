import { readsRightToLeft } from './bidi-levels.ts';
import { lineMetrics } from './line-metrics.ts';
import type { TextMeasurer } from './measurer.ts';
import { lineText, segmentText } from './segments.ts';
import { countLines, wrapLines } from './wrap-lines.ts';

/** One line; `y` is its baseline, from the top of the text. */
export interface BrokenLine {
  readonly text: string;
  readonly width: number;
  readonly y: number;
  readonly rightToLeft: boolean;
}

/** Text in lines that stand by themselves, outside of any shape. Lengths in px. */
export interface BrokenText {
  readonly lines: readonly BrokenLine[];
  /** The length of the longest line. */
  readonly width: number;
  /** From the top of the first line's ink to the bottom of the last's, with a little room, in whole px. */
  readonly height: number;
}

export interface LineRoom {
  /** In px: lines are this long at most, but for a word that is longer and can't be divided. */
  readonly longest: number;
  /** In px: no line at all is longer than this, unless it is one letter. The same as `longest` by default. */
  readonly widest?: number;
  /** The direction of a text that has no letter. */
  readonly rightToLeft: boolean;
}

/**
 * Breaks a text into as few lines as can be, all about equally long. Used for labels of edges, titles and headers.
 * No text gives no lines.
 */
export const breakLines = (
  measurer: TextMeasurer,
  text: string,
  size: number,
  room: LineRoom,
): BrokenText => {
  const { longest, widest = longest } = room;
  const rightToLeft = readsRightToLeft(text, room.rightToLeft);
  const paragraph = segmentText(text, { measurer, size, rightToLeft, longest, widest });
  const { segments } = paragraph;
  // Not even a single letter may fit. Sums of parts that were measured apart may be a trifle off.
  const length = Math.max(longest, ...segments.map(({ start, end }) => end - start)) + 0.01;
  const count = countLines(segments, length);
  const starts = wrapLines(segments, new Array<number>(count).fill(length))?.starts ?? [];
  const metrics = lineMetrics(text);
  const step = Math.round(metrics.lineHeight * size);
  // In its middle, but never so low that what hangs below the baseline would be outside.
  const lowest = Math.floor(step - metrics.descent * size);
  const first = Math.min(Math.round(step / 2 + metrics.centre * size), lowest);
  const lines = starts.map((start, index) => {
    const shown = lineText(paragraph, start, starts[index + 1] ?? segments.length);
    const width = measurer.width(shown, size, rightToLeft);
    return { text: shown, width, y: first + index * step, rightToLeft };
  });
  return { lines, width: Math.max(0, ...lines.map(({ width }) => width)), height: lines.length * step };
};
