import type { DrawnNode } from '../layout/drawing.ts';
import { shapeNamed } from '../shapes/all-shapes.ts';
import { innerMarks, outlinePath } from '../shapes/shape-geometry.ts';
import { outcomeMark } from './outcome-mark.ts';
import type { RenderText } from './render-text.ts';
import { safeLink } from './safe-link.ts';
import { element, mark, type Paint, type SvgElement } from './svg-element.ts';
import type { Tint } from './theme/theme.ts';

/**
 * A node as `<g class="node" data-id data-kind>`, an item of a list for those who hear the chart. What is inside is one
 * image with the node's sentence as its name, or a link with that name: a name on the item itself goes unread in some
 * screen readers.
 */
export const renderNode = (node: DrawnNode, rightToLeft: boolean, renderText: RenderText): SvgElement => {
  const link = node.link === undefined ? undefined : safeLink(node.link);
  const tint = tintOf(node);
  const inside = { class: `tint-${tint}`, 'aria-label': node.spoken };
  const paint: Paint = { fill: `${tint}.text` };
  const content = nodeContent(node, tint, rightToLeft, renderText);
  return element(
    'g',
    {
      class: 'node',
      role: 'listitem',
      'data-id': node.id,
      'data-kind': node.kind,
      'data-outcome': node.outcome,
      'data-lane': node.lane,
    },
    [
      link === undefined
        ? element('g', { role: 'img', ...inside }, content, paint)
        : element('a', { href: link, ...inside }, content, paint),
    ],
  );
};

/**
 * What a node looks like: by its kind, an end by its outcome, a connector like the ends of a path that it stands for.
 */
export const tintOf = ({ kind, shape, outcome }: DrawnNode): Tint => {
  if (kind === 'connector' || shape === 'on-page-connector') return 'transfer';
  switch (kind) {
    case 'fork':
    case 'join':
      return 'bar';
    case 'anytime':
    case 'late':
    case 'meanwhile':
      return 'touchpoint';
    case 'end':
      return outcome ?? 'end';
    default:
      return kind;
  }
};

const nodeContent = (
  node: DrawnNode,
  tint: Tint,
  rightToLeft: boolean,
  renderText: RenderText,
): readonly SvgElement[] => {
  const marks = innerMarks(node.shape, node, rightToLeft);
  const stroke = `${tint}.line` as const;
  return [
    mark(
      'path',
      {
        class: 'outline',
        d: outlinePath(node.shape, node, rightToLeft),
        'stroke-dasharray': shapeNamed(node.shape).dashed === true ? '5 3' : undefined,
      },
      { fill: `${tint}.fill`, stroke },
    ),
    ...(marks === undefined ? [] : [mark('path', { class: 'marks', d: marks }, { fill: 'none', stroke })]),
    ...node.lines.map((line) => renderText(line, line.role === 'detail' ? { fill: `${tint}.detail` } : {})),
    ...(node.outcome === undefined ? [] : outcomeMark(node, node.outcome, rightToLeft)),
  ];
};
