import { bend, closed, depthIn, lineTo, pointAt } from '../outline.ts';
import { type Shape, slantedText } from '../shape.ts';

/** Something on a screen: a tube that points to where reading begins. */
export const displayShape = {
  name: 'display',
  as: {
    word: 'display',
    says: 'shows the step as something on a screen',
    example: 'step offer "Show three flights" as display',
    known: 'display',
  },
  outline: (box) => {
    const { x, y, width, height } = box;
    const right = x + width;
    const bottom = y + height;
    const middle = y + height / 2;
    const tip = x + depthIn(box, 0.4, 20);
    const start = right - depthIn(box, 0.4, 20);
    return closed(
      pointAt(x, middle),
      lineTo(tip, y),
      lineTo(start, y),
      bend(pointAt(start, y), pointAt(right, y), pointAt(right, middle)),
      bend(pointAt(right, middle), pointAt(right, bottom), pointAt(start, bottom)),
      lineTo(tip, bottom),
      lineTo(x, middle),
    );
  },
  text: { ...slantedText, lopsided: true },
} as const satisfies Shape;
