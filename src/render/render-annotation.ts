import type { DrawnAnnotation, DrawnBracket } from '../layout/drawing.ts';
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

/** What reaches over a part of the chart, `<g class="span">`: a bracket beside it, with what it stands for. */
export const renderBracket = (
  { side, open = [], label: _, lines, ...box }: DrawnBracket,
  renderText: RenderText,
): SvgElement =>
  element('g', { class: 'span' }, [
    mark(
      'path',
      { class: 'bracket', d: bracketPath(side, box, open) },
      { fill: 'none', stroke: 'stage.line' },
    ),
    ...lines.map((line) => renderText(line, {})),
  ]);

/**
 * A bracket at one side of a box, its spine, that is open at the other, as the data of an SVG path; without a leg at
 * the ends at which it goes on elsewhere.
 */
export function bracketPath(side: Side, { x, y, width, height }: Box, goesOn: readonly Side[] = []): string {
  const isUpright = side === 'left' || side === 'right';
  const leg = Math.min(legLength, isUpright ? width : height);
  const [right, bottom] = [x + width, y + height];
  const [first, last]: readonly Side[] = isUpright ? ['top', 'bottom'] : ['left', 'right'];
  const spine = { left: x, right, top: y, bottom }[side];
  const inwards = side === 'left' || side === 'top' ? spine + leg : spine - leg;
  const ends = isUpright ? [y, bottom] : [x, right];
  const corners = [
    ...(first !== undefined && goesOn.includes(first) ? [] : [[inwards, ends[0] ?? 0]]),
    ...ends.map((end) => [spine, end]),
    ...(last !== undefined && goesOn.includes(last) ? [] : [[inwards, ends[1] ?? 0]]),
  ];
  return path(
    ...corners.map(([across = 0, along = 0]) =>
      isUpright ? ([across, along] as const) : ([along, across] as const),
    ),
  );
}

/** How far a bracket reaches round its text, in px. */
const legLength = 8;

const path = (...points: readonly (readonly [number, number])[]): string =>
  `M${points.map(([x, y]) => `${decimal(x)} ${decimal(y)}`).join('L')}`;
