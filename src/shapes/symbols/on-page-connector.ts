import { bend, closed, pointAt } from '../outline.ts';
import { boxText, type Shape } from '../shape.ts';

/** A line that goes on at another place of the page: a circle. */
export const onPageConnectorShape = {
  name: 'on-page-connector',
  outline: ({ x, y, width, height }) => {
    const right = x + width;
    const bottom = y + height;
    const middle = y + height / 2;
    const centre = x + width / 2;
    return closed(
      pointAt(centre, y),
      bend(pointAt(centre, y), pointAt(right, y), pointAt(right, middle)),
      bend(pointAt(right, middle), pointAt(right, bottom), pointAt(centre, bottom)),
      bend(pointAt(centre, bottom), pointAt(x, bottom), pointAt(x, middle)),
      bend(pointAt(x, middle), pointAt(x, y), pointAt(centre, y)),
    );
  },
  text: {
    ...boxText,
    padding: { x: 3, y: 4 },
    least: { width: 0, height: 36 },
    reach: 0.8,
    aspect: 1,
    round: true,
  },
} as const satisfies Shape;
