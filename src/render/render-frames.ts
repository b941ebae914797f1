import type { Box, DrawnLane, DrawnStage } from '../layout/drawing.ts';
import type { RenderText } from './render-text.ts';
import { element, mark, type SvgAttributes, type SvgElement } from './svg-element.ts';

/** A lane as a band with a header, `<g class="lane" data-id>`; every other one is a little lighter. */
export const renderLane = (lane: DrawnLane, index: number, renderText: RenderText): SvgElement => {
  const alternate = index % 2 === 1;
  return element(
    'g',
    { class: 'lane', 'data-id': lane.id },
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
      mark(
        'rect',
        { class: 'frame', ...attributesOf(stage), rx: 8 },
        { fill: onLanes ? 'none' : 'stage.fill', stroke: 'stage.line' },
      ),
      ...stage.lines.map((line) => renderText(line, {})),
    ],
    { fill: 'stage.text' },
  );

const attributesOf = ({ x, y, width, height }: Box): SvgAttributes => ({ x, y, width, height });
