import { polygon } from '../outline.ts';
import { boxText, type Shape } from '../shape.ts';

/** Size in px of a bar before its length is known, which follows from its branches. */
export const barSize = { width: 160, height: 8 } as const;

/** The bar at which work at the same time begins or comes together: the box itself, filled. */
export const parallelBarShape = {
  name: 'parallel-bar',
  outline: ({ x, y, width, height }) =>
    polygon([x, y], [x + width, y], [x + width, y + height], [x, y + height]),
  text: boxText,
} as const satisfies Shape;
