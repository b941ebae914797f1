import type { LineMark, TextLine } from '../layout/drawing.ts';
import { decimal } from '../shapes/decimal.ts';
import { type SvgElement, mark as shape } from './svg-element.ts';

/** The size of a mark and its distance from the text, in heights of the text. */
const markSize = 1.06;
const markGap = 0.28;
/** How far above the baseline its middle is: half of the height of capitals. */
const markRise = 0.36;

/**
 * The mark before a line, as an area that takes the colour of the text. It is the same in a mirror, since clocks run
 * one way everywhere.
 */
export function lineMark({ x, y, width, size, rightToLeft, rotation }: TextLine, kind: LineMark): SvgElement {
  const away = width / 2 + (markGap + markSize / 2) * size;
  const scale = (size * markSize) / drawnSize;
  const at = `translate(${decimal(x + (rightToLeft ? away : -away))} ${decimal(y - markRise * size)})`;
  const turn = rotation === undefined ? '' : `rotate(${rotation} ${decimal(x)} ${decimal(y)}) `;
  return shape('path', {
    class: `mark ${kind}`,
    d: areas[kind],
    transform: `${turn}${at} scale(${decimal(scale)})`,
    stroke: 'none',
  });
}

/** The size that marks are drawn for below, around 0 0. */
const drawnSize = 12;

/** Clockwise, so that it is filled; or the other way round, so that it is a hole in one that is. */
const circle = (radius: number, hole: boolean): string => {
  const arc = `a${radius} ${radius} 0 1 ${hole ? 0 : 1} `;
  return `M${-radius} 0${arc}${2 * radius} 0${arc}${-2 * radius} 0z`;
};
const ring = circle(5.7, false) + circle(4.4, true);
const clock = `${ring}M-.65 -3.4h1.3v2.85h2.35v1.3h-3.65z`;

const areas: Readonly<Record<LineMark, string>> = {
  ring: circle(5.2, false) + circle(3.5, true),
  clock,
  'stopped-clock': `${clock}M4.9 -6l1.1 1.1l-10.9 10.9l-1.1 -1.1z`,
  // The greater part of a circle, then the head of its arrow.
  loop: 'M4.78 .84A4.85 4.85 0 1 1 1.66 -4.56L1.21 -3.34A3.55 3.55 0 1 0 3.5 .62zM2.4 -6.5L4.9 -2.7L.4 -1.3z',
  envelope: 'M-6 -4.6h12v9.2h-12zM-4.7 -2.3v5.6h9.4v-5.6l-4.7 3.7zM-4.2 -3.3l4.2 3.2l4.2 -3.2z',
  bars: 'M-4.6 -4.6h1.8v9.2h-1.8zM-.9 -4.6h1.8v9.2h-1.8zM2.8 -4.6h1.8v9.2h-1.8z',
};
