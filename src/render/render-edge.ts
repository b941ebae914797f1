import type { DrawnEdge, DrawnLabel } from '../layout/drawing.ts';
import { arrowHead, arrowLength } from './arrow-head.ts';
import { lineStyleOf } from './line-style.ts';
import type { MergedLine } from './merge-lines.ts';
import type { RenderText } from './render-text.ts';
import { roundedPath } from './rounded-path.ts';
import { element, mark, type SvgElement } from './svg-element.ts';
import type { LineStyle } from './theme/theme.ts';

/**
 * An edge as `<g class="edge" data-from data-to data-kind>`. Exceptions are dashed (a time limit: dash and dot; what is
 * done meanwhile: dotted), and a loop back has a hollow arrow head, so that colour is never the only difference. `line`
 * says where it joins another. Lines of the usual style take their colour from the group of all edges.
 */
export const renderEdge = (
  edge: DrawnEdge,
  { points, hasArrow }: MergedLine,
  renderText: RenderText,
): SvgElement => {
  const style = lineStyleOf(edge);
  const usual = style === 'next';
  return element(
    'g',
    {
      class: 'edge',
      'data-from': edge.from,
      'data-to': edge.to,
      'data-kind': edge.kind,
      'data-style': usual ? undefined : style,
    },
    [
      mark('path', {
        class: 'line',
        d: roundedPath(points, cornerRadius, !hasArrow ? 0 : edge.back ? arrowLength : arrowLength / 2),
        'stroke-dasharray': dashes[style],
      }),
      ...(hasArrow
        ? [
            mark(
              'path',
              { class: edge.back ? 'arrow open' : 'arrow', d: arrowHead(points) },
              edge.back ? {} : { fill: `${style}.line` },
            ),
          ]
        : []),
      ...(edge.label === undefined ? [] : [renderLabel(edge.label, style, renderText)]),
    ],
    usual ? {} : { stroke: `${style}.line` },
  );
};

export const cornerRadius = 6;

const dashes: Readonly<Record<LineStyle, string | undefined>> = {
  next: undefined,
  back: undefined,
  problem: '6 4',
  timeout: '9 3 2 3',
  meanwhile: '2 3',
};

/** The label of an edge: its lines on a chip that keeps other lines away from the letters. */
const renderLabel = (label: DrawnLabel, style: LineStyle, renderText: RenderText): SvgElement =>
  element(
    'g',
    { class: 'label', stroke: 'none' },
    [
      mark(
        'rect',
        {
          class: 'chip',
          x: label.x,
          y: label.y,
          width: label.width,
          height: label.height,
          rx: 4,
          'fill-opacity': 0.8,
        },
        { fill: 'label.fill' },
      ),
      ...label.lines.map((line) => renderText(line, {})),
    ],
    { fill: `${style}.text` },
  );
