import { lineMetrics } from './line-metrics.ts';
import type { TextMeasurer } from './measurer.ts';
import { lineText, segmentText } from './segments.ts';
import { countLines, wrapLines } from './wrap-lines.ts';

/** Text in lines that stand by themselves, outside of any shape. Lengths in px. */
export interface BrokenText {
  /** `y` is the baseline, from the top of the text. */
  readonly lines: readonly { readonly text: string; readonly width: number; readonly y: number }[];
  /** Of the longest line. */
  readonly width: number;
  /** From the top of the first line's ink to the bottom of the last's, with a little room, in whole px. */
  readonly height: number;
}

/**
 * Breaks a text into as few lines of at most `maxWidth` px as can be, all about equally long. Used for labels of edges,
 * titles and headers. No text gives no lines.
 */
export const breakLines = (
  measurer: TextMeasurer,
  text: string,
  size: number,
  maxWidth: number,
  rightToLeft: boolean,
): BrokenText => {
  const segments = segmentText(text, { measurer, size, rightToLeft }, maxWidth);
  // Not even a single letter may fit. Sums of parts that were measured apart may be a trifle off.
  const room = Math.max(maxWidth, ...segments.map(({ start, end }) => end - start)) + 0.01;
  const count = countLines(segments, room);
  const starts = wrapLines(segments, new Array<number>(count).fill(room))?.starts ?? [];
  const metrics = lineMetrics(text);
  const step = Math.round(metrics.lineHeight * size);
  // In its middle, but never so low that what hangs below the baseline would be outside.
  const lowest = Math.floor(step - metrics.descent * size);
  const first = Math.min(Math.round(step / 2 + metrics.centre * size), lowest);
  const lines = starts.map((start, index) => {
    const shown = lineText(segments, start, starts[index + 1] ?? segments.length);
    return { text: shown, width: measurer.width(shown, size, rightToLeft), y: first + index * step };
  });
  return { lines, width: Math.max(0, ...lines.map(({ width }) => width)), height: lines.length * step };
};
