import { shapeNamed } from '../shapes/all-shapes.ts';
import type { ShapeText } from '../shapes/shape.ts';
import type { FitOptions, FitText, FittedText } from './fit.ts';
import type { TextMeasurer } from './measurer.ts';
import { lineText } from './segments.ts';
import { type Column, prepareColumns, type Stack, stackColumns } from './text-stack.ts';
import { type Extent, fill, insetOf, type KnownRooms, type Placement, wrapInto } from './wrap-into.ts';
import { countLines } from './wrap-lines.ts';

/**
 * Finds the size of a shape and the lines of its text that look best: little paper, the proportions of the shape, lines
 * about equally long. Each line keeps 7 % of its length free on each side, so that it stays inside in a viewer whose
 * fonts are wider. Width and height are even, so that the middle is a whole pixel. Without text the shape is its least.
 */
export const fitText: FitText = (measurer, blocks, options, known = new Map()) => {
  const style = shapeNamed(options.shape).text;
  const longest = Math.max(options.preferredWidth * longestWord, shortestCut);
  const words = { longest, widest: longest * widestWord };
  const columns = prepareColumns(measurer, blocks, options.rightToLeft, words);
  let best: Candidate | undefined;
  for (const counts of lineCounts(columns, style, options)) {
    const stack = stackColumns(columns, counts);
    for (const stretch of style.stretches) {
      const height = shapeHeight(style, stack, stretch);
      if (best !== undefined && leastScore(stack, height, style, options) >= best.score) continue;
      const narrowest = smallest(columns, stack, height, options, known);
      for (const widening of widenings) {
        const extent = extentOf(narrowest.extent.width * widening, height, style);
        const placement =
          widening === 1 ? narrowest.placement : wrapInto(columns, stack, extent, options, known);
        if (placement === undefined) continue;
        const candidate = { extent, stack, placement, score: score(extent, placement, style, options) };
        if (best === undefined || candidate.score < best.score) best = candidate;
        // Only for better breaks is it worth to give more room than there has to be.
        if (placement.wrappings.every(({ penalty }) => penalty === 0)) break;
      }
    }
  }
  if (best === undefined) throw new Error('A shape grows to any text, but none was found');
  return settle(best, columns, options, known, measurer);
};

interface Candidate {
  readonly extent: Extent;
  readonly stack: Stack;
  readonly placement: Placement | undefined;
  readonly score: number;
}

const widenings: readonly number[] = [1, 1.08, 1.17, 1.27, 1.4];

/** The longest word that is not divided, in preferred widths. */
const longestWord = 1.4;
/** No word that is shorter than this, in px, is divided in a small shape. */
const shortestCut = 160;
/** The widest part of a word that is not cut just anywhere, in lengths of the longest word that is not divided. */
const widestWord = 1.8;

const even = (length: number): number => 2 * Math.ceil(length / 2 - 1e-9);

const extentOf = (width: number, height: number, style: ShapeText): Extent => ({
  width: even(width),
  height: style.round === true ? even(width) : height,
});

const leastWidth = ({ least, round }: ShapeText, { preferredWidth }: FitOptions): number =>
  even(Math.max(least.width * preferredWidth, round === true ? least.height : 32));

const shapeHeight = (style: ShapeText, stack: Stack, stretch: number): number => {
  const bare = stack.height * stretch + 2 * style.padding.y;
  // The insets are parts of the whole height, which is about a third more than what it would be without them.
  const whole = bare + insetOf(style.above, bare * 1.3) + insetOf(style.below, bare * 1.3);
  return even(Math.max(style.least.height, whole));
};

/** The numbers of lines that are worth a try, one for each column; very long texts get a wider shape. */
const lineCounts = (
  columns: readonly Column[],
  style: ShapeText,
  { preferredWidth }: FitOptions,
): readonly (readonly number[])[] => {
  const pointed = style.stretches.length > 1;
  const widest = preferredWidth * style.reach;
  const usual = Math.min(widest - 2 * style.padding.x, widest * fill) * (pointed ? 0.75 : 1);
  let combinations: readonly (readonly number[])[] = [[]];
  for (const [index, { segments, step }] of columns.entries()) {
    let fewest = countLines(segments, usual);
    if (fewest > mostUsualLines) {
      const total = segments.at(-1)?.end ?? 0;
      fewest = countLines(segments, Math.max(usual, Math.sqrt(total * step * style.aspect)));
    }
    const most = Math.min(segments.length, fewest + (index > 0 ? 0 : pointed ? 2 : 1));
    combinations = combinations.flatMap((counts) =>
      Array.from({ length: most - fewest + 1 }, (_, extra) => [...counts, fewest + extra]),
    );
  }
  return combinations;
};

const mostUsualLines = 10;

/** The narrowest shape of the given height that holds the text in as many lines as the stack has, by bisection. */
const smallest = (
  columns: readonly Column[],
  stack: Stack,
  height: number,
  options: FitOptions,
  known: KnownRooms,
): Pick<Candidate, 'extent' | 'placement'> => {
  const style = shapeNamed(options.shape).text;
  let placement: Placement | undefined;
  const { x: padding } = style.padding;
  const holds = (width: number): boolean => {
    // No line has more room than in a plain box.
    const most = Math.min(width - 2 * padding, width * fill);
    if (columns.some(({ segments }, at) => countLines(segments, most) > (stack.lines[at]?.length ?? 0)))
      return false;
    const found = wrapInto(columns, stack, extentOf(width, height, style), options, known);
    placement = found ?? placement;
    return found !== undefined;
  };
  let low = leastWidth(style, options);
  if (holds(low)) return { extent: extentOf(low, height, style), placement };
  let high = Math.max(low, even(options.preferredWidth));
  for (let doubling = 0; doubling < mostDoublings && !holds(high); doubling++) {
    low = high;
    high *= 2;
  }
  while (high - low > 2) {
    const middle = even((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return { extent: extentOf(high, height, style), placement };
};

/** From 100 px on, wide enough for 10,000 characters in a line. */
const mostDoublings = 12;

const score = (
  { width, height }: Extent,
  { wrappings }: Placement,
  { aspect, reach }: ShapeText,
  { preferredWidth }: FitOptions,
): number => {
  const lines = wrappings.reduce((sum, wrapping) => sum + wrapping.starts.length, 0);
  const cost = wrappings.reduce((sum, wrapping) => sum + wrapping.cost, 0);
  const proportion = width / height / aspect;
  const disproportion = Math.max(proportion, 1 / proportion) - 1;
  const excess = Math.max(0, width - preferredWidth * reach);
  const penalty = wrappings.reduce((sum, wrapping) => sum + wrapping.penalty, 0);
  const ragged = (fitWeights.slack * cost + fitWeights.penalty * penalty) / Math.max(1, lines);
  const ugliness =
    (1 + fitWeights.disproportion * disproportion) * (1 + fitWeights.line * lines) * (1 + ragged);
  return width * height * ugliness + excess * fitWeights.excess;
};

/**
 * What makes a shape with its text look worse, settled by looking at labels in all
 * scripts (tests/type/label-sheet.ts). All but `excess` are factors of its area.
 */
const fitWeights = {
  /** The mean squared slack of its lines, and the mean penalty of their breaks. */
  slack: 0.6,
  penalty: 0.15,
  disproportion: 0.65,
  line: 0.04,
  /** Each px that it is wider than it usually may be, in square px. */
  excess: 60,
} as const;

/** What no shape of the given height can score less than. */
const leastScore = (stack: Stack, height: number, style: ShapeText, options: FitOptions): number => {
  const { width, height: least } = extentOf(leastWidth(style, options), height, style);
  return width * least * (1 + fitWeights.line * stack.lines.reduce((sum, lines) => sum + lines.length, 0));
};

/** Measures the chosen lines as wholes, and widens the shape while one is longer than the sum of its parts. */
const settle = (
  { extent, stack, placement }: Candidate,
  columns: readonly Column[],
  options: FitOptions,
  known: KnownRooms,
  measurer: TextMeasurer,
): FittedText => {
  let tight = false;
  const lines = (placement?.wrappings ?? []).flatMap((wrapping, index) =>
    wrapping.starts.map((start, number) => {
      const column = columns[index];
      if (column === undefined) throw new Error('There is a wrapping for each column');
      const { segments, size, block, rightToLeft } = column;
      const text = lineText(column, start, wrapping.starts[number + 1] ?? segments.length);
      const width = measurer.width(text, size, rightToLeft);
      if (width > (placement?.room[index]?.[number] ?? 0) + 0.01) tight = true;
      const baseline = stack.lines[index]?.[number]?.baseline ?? 0;
      const y = Math.round((placement?.top ?? 0) + baseline);
      return { text, width, x: placement?.axis ?? 0, y, block, rightToLeft };
    }),
  );
  if (!tight) return { ...extent, lines };
  const wider = extentOf(extent.width + 2, extent.height, shapeNamed(options.shape).text);
  const placed = wrapInto(columns, stack, wider, options, known);
  return settle({ extent: wider, stack, placement: placed, score: 0 }, columns, options, known, measurer);
};
