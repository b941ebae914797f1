import { bend, closed, depthIn, lineTo, pointAt } from '../outline.ts';
import { type Shape, slantedText } from '../shape.ts';

/** Waiting: a D. */
export const delayShape = {
  name: 'delay',
  outline: (box) => {
    const { x, y, width, height } = box;
    const right = x + width;
    const bottom = y + height;
    const middle = y + height / 2;
    const start = right - depthIn(box, 0.5, 28);
    return closed(
      pointAt(x, y),
      lineTo(start, y),
      bend(pointAt(start, y), pointAt(right, y), pointAt(right, middle)),
      bend(pointAt(right, middle), pointAt(right, bottom), pointAt(start, bottom)),
      lineTo(x, bottom),
      lineTo(x, y),
    );
  },
  text: { ...slantedText, padding: { x: 9, y: 10 }, lopsided: true },
} as const satisfies Shape;
