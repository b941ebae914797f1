import type { Drawing } from '../layout/drawing.ts';
import { decimal } from '../shapes/decimal.ts';
import { linesOf } from './drawn-lines.ts';
import { fontFamily } from './font-family.ts';
import type { TextMode } from './glyph-outliner.ts';
import { mergeLines } from './merge-lines.ts';
import { embedMetadata, fingerprint } from './metadata.ts';
import { renderAnnotation, renderBracket } from './render-annotation.ts';
import { cornerRadius, renderEdge } from './render-edge.ts';
import { renderLane, renderStage } from './render-frames.ts';
import { renderNode } from './render-node.ts';
import { glyphDefinitions, type RenderText, renderText, usualSize } from './render-text.ts';
import { styleSheet } from './style-sheet.ts';
import { writeSvg, xlinkNamespace } from './svg-document.ts';
import { element, mark, type SvgElement } from './svg-element.ts';
import type { Theme } from './theme/theme.ts';

export interface RenderOptions {
  readonly theme: Theme;
  readonly text: TextMode;
  /**
   * The version of flowc and the fingerprint of all that went in: written into the picture, so that a stale one is
   * known.
   */
  readonly metadata?: { readonly version: string; readonly inputs: string };
}

/**
 * Draws a chart as an SVG document that ends in a line break. Measures nothing: the same drawing and options give the
 * same text everywhere. Whatever the labels hold, it is well-formed XML, runs nothing and loads nothing; links that
 * could do harm are left out.
 */
export const renderSvg = (drawing: Drawing, { theme, text, metadata }: RenderOptions): string => {
  const svg = writeSvg(picture(drawing, theme, text), theme.light);
  return metadata === undefined ? svg : embedMetadata(svg, metadata.version, { inputs: metadata.inputs });
};

const picture = (drawing: Drawing, theme: Theme, text: TextMode): SvgElement => {
  const { paper } = drawing;
  const scope = scopeOf(drawing, theme);
  const prefix = `${scope}-`;
  const faces = text.kind === 'embed' ? text.faces : [];
  const sheet = styleSheet(drawing, scope, theme.dark, faces);
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      'xmlns:xlink': text.kind === 'outlines' ? xlinkNamespace : undefined,
      width: paper === undefined ? drawing.width : `${paper.width}mm`,
      height: paper === undefined ? drawing.height : `${paper.height}mm`,
      viewBox: `0 0 ${decimal(drawing.width)} ${decimal(drawing.height)}`,
      class: scope,
      'data-flow': drawing.flow,
      'data-page': paper?.page,
      'data-pages': paper?.pages,
      lang: drawing.language,
      role: 'graphics-document document',
      'aria-labelledby': `${prefix}title`,
      'aria-describedby': drawing.description === '' ? undefined : `${prefix}description`,
      'font-family':
        text.kind === 'outlines'
          ? undefined
          : fontFamily(
              drawing.language,
              faces.map(({ family }) => family),
            ),
      'font-size': usualSize,
      'text-anchor': 'middle',
      // In a page that is read from right to left too: lines that are read so say it themselves.
      direction: 'ltr',
    },
    [
      element('title', { id: `${prefix}title` }, [drawing.title]),
      ...(drawing.description === ''
        ? []
        : [element('desc', { id: `${prefix}description` }, [drawing.description])]),
      ...(sheet === undefined ? [] : [element('style', {}, [sheet])]),
      ...(text.kind === 'outlines'
        ? [element('defs', {}, glyphDefinitions(linesOf(drawing), text.outliner, prefix))]
        : []),
      mark(
        'rect',
        { class: 'background', width: drawing.width, height: drawing.height },
        { fill: 'background' },
      ),
      ...layers(drawing, renderText(text, prefix)),
    ],
  );
};

/**
 * A name for what is the picture's own: its ids, and its style sheet's rules. Where pictures are set into one page
 * those of two flows, two pages or two themes must not meet. It says nothing of the labels, so that they can change
 * without it.
 */
const scopeOf = ({ flow, paper }: Drawing, { light, dark }: Theme): string => {
  const owner = JSON.stringify([flow, paper?.page, light, dark]);
  return `f${fingerprint(owner).slice(0, 6)}`;
};

/** From back to front. Only the nodes are read out: their sentences say what frames and lines show. */
const layers = (drawing: Drawing, text: RenderText): readonly SvgElement[] => {
  const onLanes = drawing.lanes.length > 0;
  // The columns of a page have each lane again, and it looks the same in all of them.
  const owners = [...new Set(drawing.lanes.map(({ id }) => id))];
  const lines = mergeLines(drawing.edges, cornerRadius);
  const unheard = { 'aria-hidden': 'true' };
  const groups: readonly SvgElement[] = [
    element(
      'g',
      { class: 'heading', ...unheard },
      drawing.heading.map((line) =>
        text(line, { fill: line.role === 'subtitle' ? 'subtitle.text' : 'title.text' }),
      ),
    ),
    element(
      'g',
      { class: 'lanes', ...unheard },
      drawing.lanes.map((lane) => renderLane(lane, owners.indexOf(lane.id), text)),
    ),
    element(
      'g',
      { class: 'stages', ...unheard },
      [...drawing.stages].sort((a, b) => a.depth - b.depth).map((stage) => renderStage(stage, onLanes, text)),
    ),
    element(
      'g',
      { class: 'edges', ...unheard, 'stroke-width': 1.5, 'stroke-linejoin': 'round' },
      drawing.edges.map((edge, at) =>
        renderEdge(edge, lines[at] ?? { points: edge.points, hasArrow: true }, text),
      ),
      { fill: 'none', stroke: 'next.line' },
    ),
    element(
      'g',
      { class: 'annotations', ...unheard },
      [
        ...drawing.annotations.map((annotation) => renderAnnotation(annotation, text)),
        ...drawing.brackets.map((bracket) => renderBracket(bracket, text)),
        ...(drawing.list?.lines ?? []).map((line) => text(line, {})),
      ],
      { fill: 'stage.text' },
    ),
    element(
      'g',
      { class: 'nodes', role: 'list', 'stroke-width': 1.5 },
      drawing.nodes.map((node) => renderNode(node, drawing.rightToLeft, text)),
    ),
  ];
  return groups.filter(({ children }) => children.length > 0);
};
