import type { TextSegment } from './segments.ts';

export interface Wrapping {
  /** The index of the segment that each line begins with. */
  readonly starts: readonly number[];
  /** The sum of squared slack and weighted penalties: the smaller, the better the lines look. */
  readonly cost: number;
  /** The sum of the penalties of the breaks. */
  readonly penalty: number;
}

/** A penalty of 8 weighs as much as a line that is empty. */
const penaltyWeight = 0.12;

/** With more lines than this, each line simply takes what it can. */
const mostBalancedLines = 12;

/**
 * Breaks a text into exactly as many lines as there are widths (px), each no longer than its width; undefined when that
 * can't be. By dynamic programming over the legal breaks, as by Knuth and Plass (1981), for the least sum of squared
 * slack and penalties; texts of many lines are filled line by line.
 */
export const wrapLines = (
  segments: readonly TextSegment[],
  widths: readonly number[],
): Wrapping | undefined =>
  widths.length > mostBalancedLines ? fillLines(segments, widths) : balanceLines(segments, widths);

const unreachable = Number.POSITIVE_INFINITY;

const balanceLines = (segments: readonly TextSegment[], widths: readonly number[]): Wrapping | undefined => {
  const count = segments.length;
  // `costs[end]`: the least cost of setting the segments before `end` in the lines so far.
  let costs: number[] = [0];
  // `beginnings[line][end]`: the segment that the line begins with that ends there at that cost.
  const beginnings: number[][] = [];
  for (const [line, width] of widths.entries()) {
    const next: number[] = [];
    const from: number[] = [];
    const lastEnd = count - (widths.length - 1 - line);
    let reached = false;
    for (let end = line + 1; end <= lastEnd; end++) {
      const last = segments[end - 1];
      if (last === undefined) break;
      const penalty = end < count ? breakCost(last) : 0;
      let least = unreachable;
      for (let start = end - 1; start >= line; start--) {
        const first = segments[start];
        if (first === undefined || (start < end - 1 && first.required)) break;
        const length = last.end - first.start;
        if (length > width) break;
        const slack = (width - length) / width;
        const cost = (costs[start] ?? unreachable) + slack * slack + penalty;
        if (cost < least) {
          least = cost;
          from[end] = start;
          reached = true;
        }
      }
      next[end] = least;
    }
    if (!reached) return undefined;
    beginnings.push(from);
    costs = next;
  }
  return readBack(segments, beginnings, costs[count]);
};

/** What it costs to end a line behind a segment, where the text goes on. */
const breakCost = ({ required, penalty }: TextSegment): number => (required ? 0 : penalty * penaltyWeight);

/** The lines that were found at that cost, if they were, read from the last to the first. */
const readBack = (
  segments: readonly TextSegment[],
  beginnings: readonly (readonly number[])[],
  cost: number | undefined,
): Wrapping | undefined => {
  if (cost === undefined || cost === unreachable) return undefined;
  const starts: number[] = [];
  let penalty = 0;
  let end = segments.length;
  for (const from of beginnings.toReversed()) {
    end = from[end] ?? 0;
    starts.push(end);
    penalty += segments[end - 1]?.penalty ?? 0;
  }
  return { starts: starts.reverse(), cost, penalty };
};

/** Lets each line take what it can; undefined when the text needs more or fewer lines than there are. */
const fillLines = (segments: readonly TextSegment[], widths: readonly number[]): Wrapping | undefined => {
  const starts: number[] = [];
  let cost = 0;
  let start = 0;
  for (const [line, width] of widths.entries()) {
    const lastEnd = segments.length - (widths.length - 1 - line);
    const left = segments[start]?.start ?? 0;
    let end = start;
    while (end < lastEnd && (end === start || segments[end - 1]?.required !== true)) {
      if ((segments[end]?.end ?? 0) - left > width) break;
      end++;
    }
    const last = segments[end - 1];
    if (end === start || last === undefined) return undefined;
    const slack = (width - last.end + left) / width;
    cost += slack * slack;
    starts.push(start);
    start = end;
  }
  return start === segments.length ? { starts, cost, penalty: 0 } : undefined;
};

/** How many lines a text takes at least when each is as wide as `width` px. */
export const countLines = (segments: readonly TextSegment[], width: number): number => {
  let count = 0;
  let left = Number.NEGATIVE_INFINITY;
  for (const { start, end, required } of segments) {
    if (end - left > width) {
      count++;
      left = start;
    }
    if (required) left = Number.NEGATIVE_INFINITY;
  }
  return count;
};
