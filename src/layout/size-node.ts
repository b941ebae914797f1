import type { Node, Process } from '../model/process.ts';
import { shapeNamed } from '../shapes/all-shapes.ts';
import { barSize } from '../shapes/symbols/parallel-bar.ts';
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
  if (shape === 'parallel-bar') return { shape, ...barSize, text: { ...barSize, lines: [] } };
  const { measurer, rightToLeft, known } = options;
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

/** Even sizes put middles on whole pixels. */
const even = (length: number): number => 2 * Math.ceil(length / 2);
