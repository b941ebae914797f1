import type { DrawnLane, DrawnStage } from '../layout/drawing.ts';
import { decimal } from '../shapes/decimal.ts';
import type { Box, Side } from '../shapes/geometry.ts';
import type { RenderText } from './render-text.ts';
import { element, mark, type Paint, type SvgAttributes, type SvgElement } from './svg-element.ts';

/** A lane as a band with a header, `<g class="lane" data-id>`; every other one is a little lighter. */
export const renderLane = (lane: DrawnLane, index: number, renderText: RenderText): SvgElement => {
  const alternate = index % 2 === 1;
  return element(
    'g',
    { class: 'lane', 'data-id': lane.id, 'data-party': lane.party === true ? 'true' : undefined },
    [
      mark(
        'rect',
        { class: alternate ? 'band alternate' : 'band', ...attributesOf(lane) },
        { fill: alternate ? 'lane.alternate' : 'lane.fill', stroke: 'lane.line' },
      ),
      mark(
        'rect',
        { class: 'header', ...attributesOf(lane.header) },
        { fill: 'lane.header', stroke: 'lane.line' },
      ),
      ...lane.lines.map((line) => renderText(line, {})),
    ],
    { fill: 'lane.text' },
  );
};

/** A stage as a frame with its title, `<g class="stage" data-id>`. On lanes it has no colour, so that they show. */
export const renderStage = (stage: DrawnStage, onLanes: boolean, renderText: RenderText): SvgElement =>
  element(
    'g',
    { class: 'stage', 'data-id': stage.id },
    [
      ...frameMarks(stage, { fill: onLanes ? 'none' : 'stage.fill', stroke: 'stage.line' }),
      ...stage.lines.map((line) => renderText(line, {})),
    ],
    { fill: 'stage.text' },
  );

/** A frame that goes on elsewhere has an area without a border, and a border that is open at those sides. */
const frameMarks = (stage: DrawnStage, paint: Paint): readonly SvgElement[] => {
  const { open } = stage;
  const area = { class: 'frame', ...attributesOf(stage) };
  return open === undefined
    ? [mark('rect', { ...area, rx: 8 }, paint)]
    : [
        mark('rect', { ...area, 'stroke-opacity': 0 }, paint),
        mark('path', { class: 'frame', d: openBorder(stage, open), 'fill-opacity': 0 }, paint),
      ];
};

/** The closed sides of a box, each run of them a line of its own. */
const openBorder = ({ x, y, width, height }: Box, open: readonly Side[]): string => {
  const corners = [
    `${decimal(x)} ${decimal(y)}`,
    `${decimal(x + width)} ${decimal(y)}`,
    `${decimal(x + width)} ${decimal(y + height)}`,
    `${decimal(x)} ${decimal(y + height)}`,
  ];
  // Begun behind an open side, so that a run of closed ones is one line.
  const first = sides.findIndex((side) => open.includes(side)) + 1;
  let isDown = false;
  return sides
    .map((_, at) => {
      const from = (first + at) % 4;
      const side = sides[from];
      if (side === undefined || open.includes(side)) {
        isDown = false;
        return '';
      }
      const line = `${isDown ? '' : `M${corners[from]}`}L${corners[(from + 1) % 4]}`;
      isDown = true;
      return line;
    })
    .join('');
};

/** Clockwise, each beginning at the corner of the same index. */
const sides: readonly Side[] = ['top', 'right', 'bottom', 'left'];

const attributesOf = ({ x, y, width, height }: Box): SvgAttributes => ({ x, y, width, height });
