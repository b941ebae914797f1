import { depthIn, polygon } from '../outline.ts';
import { type Shape, slantedText } from '../shape.ts';

/** Work by hand: a trapezium, wider above. */
export const manualOperationShape = {
  name: 'manual-operation',
  as: {
    word: 'manual',
    says: 'shows the step as work by hand',
    example: 'step pack "Pack the parcel" as manual',
    known: 'manual (manual operation)',
  },
  outline: (box) => {
    const { x, y, width, height } = box;
    const right = x + width;
    const bottom = y + height;
    const inset = depthIn(box, 0.35, 18);
    return polygon([x, y], [right, y], [right - inset, bottom], [x + inset, bottom]);
  },
  text: slantedText,
} as const satisfies Shape;
