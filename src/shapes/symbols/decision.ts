import { polygon } from '../outline.ts';
import { boxText, type Shape } from '../shape.ts';

/** A question: a diamond. */
export const decisionShape = {
  name: 'decision',
  outline: ({ x, y, width, height }) => {
    const middle = y + height / 2;
    const centre = x + width / 2;
    return polygon([centre, y], [x + width, middle], [centre, y + height], [x, middle]);
  },
  text: {
    ...boxText,
    usualWidth: 184,
    padding: { x: 5, y: 8 },
    least: { width: 0.55, height: 56 },
    reach: 1.4,
    aspect: 1.9,
    stretches: [1.35, 1.6, 1.9, 2.3, 2.8],
  },
} as const satisfies Shape;
