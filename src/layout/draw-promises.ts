import type { Process } from '../model/process.ts';
import type { ServicePromise } from '../model/process-properties.ts';
import type { Box } from '../shapes/geometry.ts';
import type { TextMeasurer } from '../type/measurer.ts';
import { bracketInset } from './bracket.ts';
import type { LabelText } from './chart.ts';
import type { DrawnBracket } from './drawing.ts';
import { labelText, stacked } from './label-text.ts';
import { promiseTexts } from './promise-texts.ts';
import { textSizes } from './text-sizes.ts';

/**
 * Draws what customers were promised, as brackets beside a chart that is placed, each from where it begins to where it
 * ends: to the side where reading ends, or below where the work goes right. Brackets that would lie beside one another
 * stand further out. All in the chart's own coordinates, px.
 */
export function drawPromises(
  process: Process,
  nodes: readonly Box[],
  extent: Box,
  {
    direction,
    rightToLeft,
    measurer,
  }: {
    readonly direction: 'down' | 'right';
    readonly rightToLeft: boolean;
    readonly measurer: TextMeasurer;
  },
): readonly DrawnBracket[] {
  const down = direction === 'down';
  const style = { size: textSizes.annotation, align: down ? 'start' : 'middle', rightToLeft } as const;
  const spans = process.properties.promises.flatMap((promise) => {
    const hull = hullOf(process, nodes, promise);
    if (hull === undefined) return [];
    const [from, length] = down ? [hull.y, hull.height] : [hull.x, hull.width];
    const longest = down ? longestBeside : Math.max(longestBeside, length);
    const texts = promiseTexts(promise, process.language).map((text) =>
      labelText(measurer, text, { ...style, longest, widest: 2 * longest }),
    );
    return texts.length === 0 ? [] : [{ from, to: from + length, text: stacked(texts, style) }];
  });
  // What reaches over less stands nearer to the chart.
  const sorted = spans.toSorted((a, b) => a.to - a.from - (b.to - b.from));
  return outwards(sorted, down).map(({ from, to, text, out }): DrawnBracket => {
    const middle = Math.round((from + to) / 2);
    const spine = out + toBracket + legs;
    const first = spine + bracketInset.spine;
    const { width, height, lines } = text;
    const left = extent.x;
    const [right, bottom] = [left + extent.width, extent.y + extent.height];
    const label: Box = down
      ? { x: rightToLeft ? left - first - width : right + first, y: middle - height / 2, width, height }
      : { x: middle - width / 2, y: bottom + first, width, height };
    const bracket: Box = down
      ? { x: rightToLeft ? left - spine : right + spine - legs, y: from, width: legs, height: to - from }
      : { x: from, y: bottom + spine - legs, width: to - from, height: legs };
    return {
      ...bracket,
      side: down ? (rightToLeft ? 'left' : 'right') : 'bottom',
      label,
      lines: lines.map((line) => ({
        ...line,
        role: 'annotation',
        x: label.x + line.x,
        y: label.y + line.y,
        size: textSizes.annotation,
      })),
    };
  });
}

/** A bracket's part of the way along the chart, and its text, in px. */
interface Span {
  readonly from: number;
  readonly to: number;
  readonly text: LabelText;
}

/** Moves each so far out that it lies beside none before it: `out` is from the chart to its room. */
const outwards = (spans: readonly Span[], down: boolean): readonly (Span & { readonly out: number })[] => {
  const drawn: { readonly from: number; readonly to: number; readonly end: number }[] = [];
  return spans.map((span) => {
    const { width, height } = span.text;
    const [middle, half] = [(span.from + span.to) / 2, (down ? height : width) / 2];
    const from = Math.min(span.from, middle - half) - apart;
    const to = Math.max(span.to, middle + half);
    const beside = drawn.filter((other) => other.from < to && from < other.to);
    const out = beside.reduce((most, { end }) => Math.max(most, end), 0);
    const end = out + toBracket + legs + bracketInset.spine + (down ? width : height);
    drawn.push({ from, to, end });
    return { ...span, out };
  });
};

/** In px: from the chart, or another bracket's text, to a bracket; how far it reaches back; lines of its text. */
const toBracket = 14;
const legs = 8;
const longestBeside = 120;
/** Between two brackets in one line, in px. */
const apart = 6;

/**
 * What a promise reaches over: from its first node to its last, the places of both included. Without them, from the
 * touchpoints, and to the ends.
 */
const hullOf = (
  { nodes: sources }: Process,
  nodes: readonly Box[],
  { from, to }: ServicePromise,
): Box | undefined => {
  const boxesOf = (id: string | undefined, kinds: ReadonlySet<string>): readonly Box[] => {
    const named = sources.flatMap((node, index) => (node.id === id ? (nodes[index] ?? []) : []));
    const usual = sources.flatMap((node, index) => (kinds.has(node.kind) ? (nodes[index] ?? []) : []));
    return named.length > 0 ? named : usual.length > 0 ? usual : nodes;
  };
  const all = [...boxesOf(from, beginnings), ...boxesOf(to, endings)];
  const [first] = all;
  return first === undefined
    ? undefined
    : all.reduce((hull, box) => {
        const [x, y] = [Math.min(hull.x, box.x), Math.min(hull.y, box.y)];
        const right = Math.max(hull.x + hull.width, box.x + box.width);
        const bottom = Math.max(hull.y + hull.height, box.y + box.height);
        return { x, y, width: right - x, height: bottom - y };
      }, first);
};

const beginnings: ReadonlySet<string> = new Set(['touchpoint']);
const endings: ReadonlySet<string> = new Set(['end']);
