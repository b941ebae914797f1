import { depthIn, polygon } from '../outline.ts';
import { type Shape, slantedText } from '../shape.ts';

/** Something made ready before the work: a hexagon. */
export const preparationShape = {
  name: 'preparation',
  as: {
    word: 'preparation',
    says: 'shows the step as a preparation',
    example: 'step set-up "Set up the desk" as preparation',
    known: 'preparation',
  },
  outline: (box) => {
    const { x, y, width, height } = box;
    const right = x + width;
    const bottom = y + height;
    const middle = y + height / 2;
    const tip = depthIn(box, 0.4, 20);
    return polygon(
      [x + tip, y],
      [right - tip, y],
      [right, middle],
      [right - tip, bottom],
      [x + tip, bottom],
      [x, middle],
    );
  },
  text: slantedText,
} as const satisfies Shape;
