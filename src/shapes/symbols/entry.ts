import type { Shape } from '../shape.ts';
import { terminalShape } from './terminal.ts';

/**
 * What may come at any time, or is done beside the work: a terminal with a dashed outline, as BPMN draws the start of
 * an event subprocess. No line leads to it.
 */
export const entryShape = {
  name: 'entry',
  outline: terminalShape.outline,
  dashed: true,
  text: terminalShape.text,
} as const satisfies Shape;
