import type { Shape } from '../../../src/layout/drawing.ts';
import { innerMarks, outlinePath } from '../../../src/layout/shape-geometry.ts';
import { fitText } from '../../../src/layout/text/fit-text.ts';
import type { TextMeasurer } from '../../../src/layout/text/measurer.ts';
import { isRightToLeft } from './labels.ts';

export interface SheetEntry {
  readonly label: string;
  readonly detail?: string;
  readonly shape: Shape;
}

const columns = 7;
const columnWidth = 330;

/** Shapes with their fitted labels in rows, as SVG: white on blue with red text, so that red on blue is text outside. */
export const labelSheet = (
  measurer: TextMeasurer,
  entries: readonly SheetEntry[],
  style: string,
  preferredWidth = 180,
): { readonly svg: string; readonly width: number; readonly height: number } => {
  let y = 20;
  let rowHeight = 0;
  const drawn = entries.map(({ label, detail, shape }, index) => {
    if (index % columns === 0) {
      y += rowHeight + 16;
      rowHeight = 0;
    }
    const rightToLeft = isRightToLeft(label);
    const blocks = [{ text: label, size: 14 }, ...(detail === undefined ? [] : [{ text: detail, size: 11 }])];
    const fitted = fitText(measurer, blocks, { shape, size: 14, rightToLeft, preferredWidth });
    const x = 20 + (index % columns) * columnWidth + (columnWidth - fitted.width) / 2;
    rowHeight = Math.max(rowHeight, fitted.height);
    const box = { x, y, width: fitted.width, height: fitted.height };
    const marks = innerMarks(shape, box);
    const texts = fitted.lines.map((line) =>
      textElement({
        ...line,
        x: x + line.x,
        y: y + line.y,
        size: blocks[line.block]?.size ?? 0,
        rightToLeft,
      }),
    );
    const drawnMarks = marks === undefined ? '' : `<path class="marks" d="${marks}"/>`;
    return `<path class="shape" d="${outlinePath(shape, box)}"/>${drawnMarks}${texts.join('')}`;
  });
  const width = 40 + columns * columnWidth;
  const height = y + rowHeight + 20;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><style>${style}</style><rect class="ground" width="100%" height="100%"/>${drawn.join('')}</svg>`;
  return { svg, width, height };
};

interface PlacedLine {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly rightToLeft: boolean;
}

/** A line that takes its measured length in any font; right-to-left text on an inner tspan, for Inkscape's sake. */
const textElement = ({ text, x, y, width, size, rightToLeft }: PlacedLine): string => {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const length = `textLength="${width.toFixed(2)}" lengthAdjust="spacingAndGlyphs"`;
  const place = `x="${x}" y="${y}" font-size="${size}" text-anchor="middle"`;
  return rightToLeft
    ? `<text ${place} direction="rtl"><tspan ${length}>\u2067${escaped}\u2069</tspan></text>`
    : `<text ${place} ${length}>${escaped}</text>`;
};
