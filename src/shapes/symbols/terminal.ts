import { roundedBox } from '../outline.ts';
import { boxText, type Shape } from '../shape.ts';

/** The largest radius of a terminal's corners, in px. */
export const terminalCorner = 28;

/** The oval at which a case comes in, or ends. */
export const terminalShape = {
  name: 'terminal',
  outline: (box) => roundedBox(box, Math.min(box.height / 2, box.width / 2, terminalCorner)),
  text: { ...boxText, usualWidth: 140, padding: { x: 8, y: 10 }, least: { width: 0.5, height: 40 } },
} as const satisfies Shape;
