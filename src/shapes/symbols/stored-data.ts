import { bend, closed, depthIn, lineTo, pointAt } from '../outline.ts';
import { type Shape, slantedText } from '../shape.ts';

/** Data that are kept: a drum that lies on its side. */
export const storedDataShape = {
  name: 'stored-data',
  as: {
    word: 'database',
    says: 'shows the step as stored data',
    example: 'step open "Open the booking" as database',
    known: 'database (stored data)',
  },
  outline: (box) => {
    const { x, y, width, height } = box;
    const right = x + width;
    const bottom = y + height;
    const middle = y + height / 2;
    const depth = depthIn(box, 0.25, 12);
    return closed(
      pointAt(x + depth, y),
      lineTo(right, y),
      bend(pointAt(right, y), pointAt(right - depth, y), pointAt(right - depth, middle)),
      bend(pointAt(right - depth, middle), pointAt(right - depth, bottom), pointAt(right, bottom)),
      lineTo(x + depth, bottom),
      bend(pointAt(x + depth, bottom), pointAt(x, bottom), pointAt(x, middle)),
      bend(pointAt(x, middle), pointAt(x, y), pointAt(x + depth, y)),
    );
  },
  text: { ...slantedText, lopsided: true },
} as const satisfies Shape;
