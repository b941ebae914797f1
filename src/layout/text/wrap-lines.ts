import { type Segment, trimLine } from './segments.ts';

/** One line of a wrapped text; `width` is the sum of its segments in px. */
export interface WrappedLine {
  readonly text: string;
  readonly width: number;
}

export interface Wrapping {
  readonly lines: readonly WrappedLine[];
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
export const wrapLines = (segments: readonly Segment[], widths: readonly number[]): Wrapping | undefined =>
  widths.length > mostBalancedLines ? fillLines(segments, widths) : balanceLines(segments, widths);

const balanceLines = (segments: readonly Segment[], widths: readonly number[]): Wrapping | undefined => {
  const count = segments.length;
  const ends = endsOf(segments);
  // costs[line][end]: the least cost of setting the segments before `end` in the lines up to and with this one.
  let costs = new Float64Array(count + 1).fill(Number.POSITIVE_INFINITY);
  costs[0] = 0;
  const starts: Int32Array[] = [];
  for (const [index, width] of widths.entries()) {
    const next = new Float64Array(count + 1).fill(Number.POSITIVE_INFINITY);
    const from = new Int32Array(count + 1).fill(-1);
    const linesAfter = widths.length - 1 - index;
    for (let end = index + 1; end <= count - linesAfter; end++) {
      const last = segments[end - 1];
      if (last === undefined) break;
      const penalty = end < count && !last.required ? last.penalty * penaltyWeight : 0;
      for (let start = end - 1; start >= index; start--) {
        if (start < end - 1 && segments[start]?.required === true) break;
        const length = lengthOf(ends, start, end, last.space);
        if (length > width) break;
        const slack = (width - length) / width;
        const cost = (costs[start] ?? Number.POSITIVE_INFINITY) + slack * slack + penalty;
        if (cost < (next[end] ?? Number.POSITIVE_INFINITY)) {
          next[end] = cost;
          from[end] = start;
        }
      }
    }
    starts.push(from);
    costs = next;
  }
  const cost = costs[count] ?? Number.POSITIVE_INFINITY;
  if (cost === Number.POSITIVE_INFINITY) return undefined;
  const lines: WrappedLine[] = [];
  let penalty = 0;
  let end = count;
  for (const from of starts.toReversed()) {
    const start = from[end] ?? 0;
    lines.push(joinLine(segments, ends, start, end));
    penalty += start > 0 ? (segments[start - 1]?.penalty ?? 0) : 0;
    end = start;
  }
  return { lines: lines.toReversed(), cost, penalty };
};

/** Lets each line take what it can; undefined when the text needs more or fewer lines than there are. */
const fillLines = (segments: readonly Segment[], widths: readonly number[]): Wrapping | undefined => {
  const ends = endsOf(segments);
  const lines: WrappedLine[] = [];
  let cost = 0;
  let start = 0;
  for (const [index, width] of widths.entries()) {
    const linesAfter = widths.length - 1 - index;
    let end = start;
    while (end < segments.length - linesAfter && (end === start || segments[end - 1]?.required !== true)) {
      if (lengthOf(ends, start, end + 1, segments[end]?.space ?? 0) > width) break;
      end++;
    }
    if (end === start) return undefined;
    const line = joinLine(segments, ends, start, end);
    const slack = (width - line.width) / width;
    cost += slack * slack;
    lines.push(line);
    start = end;
  }
  return start === segments.length ? { lines, cost, penalty: 0 } : undefined;
};

/** How many lines a text takes at least when each is as wide as `width` px, at most `most + 1`. */
export const countLines = (segments: readonly Segment[], width: number): number => {
  let count = 0;
  let length = Number.POSITIVE_INFINITY;
  for (const segment of segments) {
    if (length + segment.width > width) {
      count++;
      length = 0;
    }
    length = segment.required ? Number.POSITIVE_INFINITY : length + segment.width + segment.space;
  }
  return count;
};

/** Where each segment ends when all stand in one line, spaces and all. */
const endsOf = (segments: readonly Segment[]): Float64Array => {
  const ends = new Float64Array(segments.length + 1);
  for (const [index, { width, space }] of segments.entries())
    ends[index + 1] = (ends[index] ?? 0) + width + space;
  return ends;
};

const lengthOf = (ends: Float64Array, start: number, end: number, lastSpace: number): number =>
  (ends[end] ?? 0) - (ends[start] ?? 0) - lastSpace;

const joinLine = (
  segments: readonly Segment[],
  ends: Float64Array,
  start: number,
  end: number,
): WrappedLine => ({
  text: trimLine(
    segments
      .slice(start, end)
      .map(({ text }) => text)
      .join(''),
  ),
  width: lengthOf(ends, start, end, segments[end - 1]?.space ?? 0),
});
