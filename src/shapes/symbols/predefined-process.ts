import { decimal } from '../decimal.ts';
import { workBox } from '../outline.ts';
import { boxText, type Shape } from '../shape.ts';

/** The distance in px from each side to its inner bar. */
const inset = 10;

/** Another flow that is called: a box with two bars at each side. */
export const predefinedProcessShape = {
  name: 'predefined-process',
  outline: workBox,
  marks: {
    before: inset,
    after: inset,
    path: ({ x, y, width, height }) =>
      [x + inset, x + width - inset]
        .map((bar) => `M${decimal(bar)} ${decimal(y)}V${decimal(y + height)}`)
        .join(''),
  },
  text: { ...boxText, reach: 1.1, padding: { x: 10, y: 10 } },
} as const satisfies Shape;
