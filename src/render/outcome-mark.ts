import { decimal } from '../shapes/decimal.ts';
import type { Box } from '../shapes/geometry.ts';
import { terminalCorner } from '../shapes/symbols/terminal.ts';
import { mark, type SvgElement } from './svg-element.ts';

const radius = 7.5;
/** From the outline to the middle of the disc, in px: so far outside that it does not touch the words. */
const outside = 4;

/**
 * A small disc with a tick or a cross on the rounded corner of an end where no line comes in: the upper corner on the
 * side to which the chart is read.
 */
export const outcomeMark = (
  end: Box,
  outcome: 'success' | 'failure',
  rightToLeft: boolean,
): readonly SvgElement[] => {
  const corner = Math.min(end.height / 2, end.width / 2, terminalCorner);
  const inset = corner * (1 - Math.SQRT1_2) - outside * Math.SQRT1_2;
  const x = rightToLeft ? end.x + inset : end.x + end.width - inset;
  const y = end.y + inset;
  const sign =
    outcome === 'success'
      ? `M${decimal(x - 3.2)} ${decimal(y + 0.2)}l2.2 2.3l4.2 -4.8`
      : `M${decimal(x - 2.6)} ${decimal(y - 2.6)}l5.2 5.2m0 -5.2l-5.2 5.2`;
  return [
    mark('circle', { class: `disc ${outcome}`, cx: x, cy: y, r: radius }, { fill: `${outcome}.line` }),
    mark(
      'path',
      { class: `sign ${outcome}`, d: sign, 'stroke-linecap': 'round', 'stroke-linejoin': 'round' },
      { fill: 'none', stroke: `${outcome}.fill` },
    ),
  ];
};
