import type { DrawnAnnotation } from '../layout/drawing.ts';
import { decimal } from '../shapes/decimal.ts';
import type { Box, Side } from '../shapes/geometry.ts';
import type { RenderText } from './render-text.ts';
import { element, mark, type SvgElement } from './svg-element.ts';

/**
 * What is said beside a node, `<g class="annotation" data-node>`: an open bracket, and a dashed line from the node to
 * it (ISO 5807:1985, 9.4.3). It has the colours of stages, as they too stand around the work.
 */
export const renderAnnotation = (
  { node, side, line, lines, ...box }: DrawnAnnotation,
  renderText: RenderText,
): SvgElement =>
  element('g', { class: 'annotation', 'data-node': node }, [
    mark(
      'path',
      {
        class: 'bracket',
        d: path([line[0].x, line[0].y], [line[1].x, line[1].y]),
        'stroke-dasharray': '4 3',
      },
      { fill: 'none', stroke: 'stage.line' },
    ),
    mark('path', { class: 'bracket', d: bracketPath(side, box) }, { fill: 'none', stroke: 'stage.line' }),
    ...lines.map((each) => renderText(each, {})),
  ]);

/** A bracket at one side of a box that is open at the other, as the data of an SVG path. */
export function bracketPath(side: Side, { x, y, width, height }: Box): string {
  const [right, bottom] = [x + width, y + height];
  const leg = Math.min(legLength, (side === 'left' || side === 'right' ? width : height) / 2);
  switch (side) {
    case 'left':
      return path([x + leg, y], [x, y], [x, bottom], [x + leg, bottom]);
    case 'right':
      return path([right - leg, y], [right, y], [right, bottom], [right - leg, bottom]);
    case 'top':
      return path([x, y + leg], [x, y], [right, y], [right, y + leg]);
    case 'bottom':
      return path([x, bottom - leg], [x, bottom], [right, bottom], [right, bottom - leg]);
  }
}

/** How far a bracket reaches round its text, in px. */
const legLength = 8;

const path = (...points: readonly (readonly [number, number])[]): string =>
  `M${points.map(([x, y]) => `${decimal(x)} ${decimal(y)}`).join('L')}`;
