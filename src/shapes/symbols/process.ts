import { workBox } from '../outline.ts';
import { boxText, type Shape } from '../shape.ts';

/** Work. */
export const workShape = {
  name: 'process',
  outline: workBox,
  text: boxText,
} as const satisfies Shape;
