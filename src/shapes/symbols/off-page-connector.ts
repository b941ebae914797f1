import { depthIn, polygon } from '../outline.ts';
import { boxText, type Shape } from '../shape.ts';

/** A flow that the case goes on in; on paper, a line that goes on on another page: a pentagon that points down. */
export const offPageConnectorShape = {
  name: 'off-page-connector',
  outline: (box) => {
    const { x, y, width, height } = box;
    const bottom = y + height;
    const shoulder = bottom - depthIn(box, 0.35, 18);
    return polygon([x, y], [x + width, y], [x + width, shoulder], [x + width / 2, bottom], [x, shoulder]);
  },
  text: { ...boxText, least: { width: 0.4, height: 48 }, aspect: 1.8, below: [0.25, 13] },
} as const satisfies Shape;
