import { depthIn, polygon } from '../outline.ts';
import { boxText, type Shape } from '../shape.ts';

/** Something that is typed in: a keyboard seen from the side. */
export const manualInputShape = {
  name: 'manual-input',
  as: {
    word: 'input',
    says: 'shows the step as something that is typed in',
    example: 'step enter "Enter the order" as input',
    known: 'input (manual input)',
  },
  outline: (box) => {
    const { x, y, width, height } = box;
    const right = x + width;
    const bottom = y + height;
    return polygon([x, y + depthIn(box, 0.3, 14)], [right, y], [right, bottom], [x, bottom]);
  },
  text: { ...boxText, above: [0.18, 9] },
} as const satisfies Shape;
