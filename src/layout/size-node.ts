import { isRightToLeft } from '../language/right-to-left.ts';
import { wordsFor } from '../language/words.ts';
import type { Node, Process } from '../model/process.ts';
import { shapeNamed } from '../shapes/all-shapes.ts';
import { barSize } from '../shapes/symbols/parallel-bar.ts';
import { breakLines } from '../type/break-lines.ts';
import type { FitBlock } from '../type/fit.ts';
import { fitText } from '../type/fit-text.ts';
import type { TextMeasurer } from '../type/measurer.ts';
import type { KnownRooms } from '../type/wrap-into.ts';
import type { ChartNode } from './chart.ts';
import { type MarkedText, withMark, withRoom } from './line-mark.ts';
import { markedLabel, nodeConditions } from './node-conditions.ts';
import { nodeDetails } from './node-details.ts';
import { nodeShape } from './node-shape.ts';
import type { ShowPart } from './show.ts';
import { textSizes } from './text-sizes.ts';

/** A node's shape, as large as what stands in it needs. */
export type SizedNode = Pick<ChartNode, 'shape' | 'width' | 'height' | 'text'>;

/** A node as large as its label and details need. */
export function sizeNode(
  process: Process,
  node: Node,
  options: {
    readonly lanes: boolean;
    readonly show: ReadonlySet<ShowPart>;
    readonly rightToLeft: boolean;
    readonly measurer: TextMeasurer;
    readonly known: KnownRooms;
  },
): SizedNode {
  const shape = nodeShape(node);
  const { measurer, rightToLeft, known } = options;
  if (shape === 'parallel-bar')
    return { shape, ...(isRace(node) ? raceBar(process, measurer) : { ...barSize, text: emptyBar }) };
  const texts: readonly (MarkedText & { readonly size: number })[] = [
    { ...markedLabel(node), size: textSizes.label },
    ...nodeDetails(process, node, options).map((text) => ({ text, size: textSizes.detail })),
    ...nodeConditions(process, node).map((marked) => ({ ...marked, size: textSizes.detail })),
  ];
  const blocks = texts.map((each): FitBlock => ({ text: withRoom(each), size: each.size }));
  const preferredWidth = shapeNamed(shape).text.usualWidth;
  const fitted = fitText(
    measurer,
    blocks,
    { shape, size: textSizes.label, rightToLeft, preferredWidth },
    known,
  );
  const lines = fitted.lines.map((line) => {
    const { mark, size = textSizes.label } = texts[line.block] ?? {};
    return withMark(line, mark, size, measurer);
  });
  const text = { ...fitted, lines };
  return { shape, width: even(text.width), height: even(text.height), text };
}

const emptyBar = { width: 0, height: 0, lines: [] };

/** Whether a bar says that the first branch counts: where branches come together, or where none of them does. */
const isRace = (node: Node): boolean =>
  node.kind === 'join'
    ? node.first === true
    : node.kind === 'fork' && node.first === true && node.partner === undefined;

/** A bar that is high enough for the word in it. */
function raceBar(
  { language }: Process,
  measurer: TextMeasurer,
): Pick<ChartNode, 'width' | 'height' | 'text'> {
  const size = textSizes.detail;
  const rightToLeft = isRightToLeft(language);
  const { lines, width, height } = breakLines(measurer, wordsFor(language).first, size, {
    longest: barSize.width,
    rightToLeft,
  });
  const text = { width, height, lines: lines.map((line) => ({ ...line, x: width / 2, block: 1 })) };
  return { width: barSize.width, height: even(height), text };
}

/** Even sizes put middles on whole pixels. */
const even = (length: number): number => 2 * Math.ceil(length / 2);
