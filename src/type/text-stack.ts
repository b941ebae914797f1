import { readsRightToLeft } from './bidi-levels.ts';
import type { FitBlock } from './fit.ts';
import { type LineMetrics, lineMetrics } from './line-metrics.ts';
import type { TextMeasurer } from './measurer.ts';
import { type Paragraph, segmentText, type Typesetting } from './segments.ts';

/** A block of text, measured and cut where its lines may end. */
export interface Column extends FitBlock, Paragraph {
  /** Its index in what was asked for. */
  readonly block: number;
  readonly metrics: LineMetrics;
  /** From baseline to baseline, in whole px. */
  readonly step: number;
}

/** The place of a line in a stack, in px from the stack's top: baseline, and the highest and lowest ink. */
export interface StackedLine {
  readonly baseline: number;
  readonly top: number;
  readonly bottom: number;
}

/** Blocks of text one below the other, each with a number of lines. */
export interface Stack {
  /** A list for each column. */
  readonly lines: readonly (readonly StackedLine[])[];
  readonly height: number;
  /** One text for all stacks whose lines stand alike. */
  readonly key: string;
}

/** In px, between two blocks. */
const gap = 2;

/** Measures blocks; those without text are left out. `rightToLeft` is the direction of those that have no letter. */
export const prepareColumns = (
  measurer: TextMeasurer,
  blocks: readonly FitBlock[],
  rightToLeft: boolean,
  { longest, widest }: Pick<Typesetting, 'longest' | 'widest'>,
): readonly Column[] =>
  blocks.flatMap(({ text, size }, block) => {
    const own = readsRightToLeft(text, rightToLeft);
    const paragraph = segmentText(text, { measurer, size, rightToLeft: own, longest, widest });
    if (paragraph.segments.length === 0) return [];
    const metrics = lineMetrics(text);
    return [{ ...paragraph, size, block, metrics, step: Math.round(metrics.lineHeight * size) }];
  });

export const stackColumns = (columns: readonly Column[], counts: readonly number[]): Stack => {
  let height = 0;
  const lines = columns.map(({ size, metrics, step }, index) => {
    if (index > 0) height += gap;
    return Array.from({ length: counts[index] ?? 0 }, () => {
      const baseline = height + step / 2 + metrics.centre * size;
      height += step;
      return { baseline, top: baseline - metrics.ascent * size, bottom: baseline + metrics.descent * size };
    });
  });
  const key = columns
    .map(({ size, metrics, step }, index) =>
      [counts[index], size, step, metrics.centre, metrics.ascent, metrics.descent].join(' '),
    )
    .join(' | ');
  return { lines, height, key };
};
