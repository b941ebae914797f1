import { closed, depthIn, lineTo, pointAt } from '../outline.ts';
import { boxText, type Shape } from '../shape.ts';

/** A cubic whose arms reach ±k swings out by k·√3/6. */
const swing = 0.28867513459;

/** Something written: a sheet with a wave below. */
export const documentShape = {
  name: 'document',
  as: {
    word: 'document',
    says: 'shows the step as a document',
    example: 'step letter "Send the letter" as document',
    known: 'document',
  },
  outline: (box) => {
    const { x, y, width, height } = box;
    const right = x + width;
    const amplitude = depthIn(box, 0.12, 8);
    // The wave goes first up and then down to the very bottom of the box.
    const arm = amplitude / swing;
    const wave = y + height - amplitude;
    return closed(
      pointAt(x, y),
      lineTo(right, y),
      lineTo(right, wave),
      {
        to: pointAt(x, wave),
        controls: [pointAt(right - width / 3, wave - arm), pointAt(x + width / 3, wave + arm)],
      },
      lineTo(x, y),
    );
  },
  text: { ...boxText, below: [0.24, 14] },
} as const satisfies Shape;
