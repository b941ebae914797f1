import { depthIn, polygon } from '../outline.ts';
import { type Shape, slantedText } from '../shape.ts';

/** Data that come or go: a parallelogram. */
export const dataShape = {
  name: 'data',
  as: {
    word: 'data',
    says: 'shows the step as data',
    example: 'step export "Export the list" as data',
    known: 'data (parallelogram)',
  },
  outline: (box) => {
    const { x, y, width, height } = box;
    const right = x + width;
    const bottom = y + height;
    const slant = depthIn(box, 0.35, 18);
    return polygon([x + slant, y], [right, y], [right - slant, bottom], [x, bottom]);
  },
  text: slantedText,
} as const satisfies Shape;
