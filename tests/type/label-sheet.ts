import type { Drawing, DrawnNode } from '../../src/layout/drawing.ts';
import type { ShapeName } from '../../src/shapes/all-shapes.ts';
import { fitText } from '../../src/type/fit-text.ts';
import type { TextMeasurer } from '../../src/type/measurer.ts';

export interface SheetEntry {
  readonly label: string;
  readonly detail?: string;
  readonly shape: ShapeName;
}

const columns = 7;
const columnWidth = 330;
const preferredWidth = 180;

/** Shapes with their fitted labels in rows, as a drawing without lines. */
export const labelSheet = (
  measurer: TextMeasurer,
  entries: readonly SheetEntry[],
  rightToLeft: boolean,
): Drawing => {
  let top = 20;
  let rowHeight = 0;
  const nodes = entries.map(({ label, detail, shape }, index): DrawnNode => {
    if (index % columns === 0) {
      top += rowHeight + 16;
      rowHeight = 0;
    }
    const blocks = [{ text: label, size: 14 }, ...(detail === undefined ? [] : [{ text: detail, size: 11 }])];
    const { width, height, lines } = fitText(measurer, blocks, {
      shape,
      size: 14,
      rightToLeft,
      preferredWidth,
    });
    const x = 20 + (index % columns) * columnWidth + (columnWidth - width) / 2;
    const y = top;
    rowHeight = Math.max(rowHeight, height);
    return {
      id: `n${index}`,
      kind: 'step',
      shape,
      x,
      y,
      width,
      height,
      spoken: label,
      lines: lines.map((line) => ({
        text: line.text,
        role: line.block === 0 ? 'label' : 'detail',
        x: x + line.x,
        y: y + line.y,
        width: line.width,
        size: blocks[line.block]?.size ?? 0,
        rightToLeft,
      })),
    };
  });
  return {
    flow: `sheet-${rightToLeft}`,
    title: '',
    description: '',
    language: rightToLeft ? 'he' : 'en',
    rightToLeft,
    direction: 'down',
    width: 40 + columns * columnWidth,
    height: top + rowHeight + 20,
    heading: [],
    lanes: [],
    stages: [],
    nodes,
    annotations: [],
    brackets: [],
    edges: [],
  };
};
