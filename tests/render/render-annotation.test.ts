import { describe, expect, it } from 'vitest';
import type { Drawing, TextLine } from '../../src/layout/drawing.ts';
import { bracketPath } from '../../src/render/render-annotation.ts';
import { renderSvg } from '../../src/render/render-svg.ts';
import { themes } from '../../src/render/theme/themes.ts';
import { roughMeasurer } from './measure.ts';
import { allElements, readXml, withClass } from './read-xml.ts';
import { laneChart } from './sample-drawing.ts';

const box = { x: 10, y: 20, width: 100, height: 40 };
const plain = laneChart(roughMeasurer);
const line = (text: string): TextLine => ({
  text,
  role: 'annotation',
  x: 60,
  y: 40,
  width: 50,
  size: 11,
  rightToLeft: false,
});
const [node] = plain.nodes;
const chart: Drawing = {
  ...plain,
  annotations: [
    {
      node: node?.id ?? '',
      side: 'left',
      ...box,
      line: [
        { x: 0, y: 40 },
        { x: 10, y: 40 },
      ],
      lines: [line('A note')],
    },
  ],
  brackets: [{ side: 'right', open: ['bottom'], ...box, label: box, lines: [line('promised: 1 day')] }],
  list: { ...box, lines: [line('CRM: customer database')] },
};

describe('what is said beside and below a chart', () => {
  it('has a bracket at the side that it is said of, open at the other', () => {
    expect(bracketPath('left', box)).toBe('M18 20L10 20L10 60L18 60');
    expect(bracketPath('right', box)).toBe('M102 20L110 20L110 60L102 60');
    expect(bracketPath('top', box)).toBe('M10 28L10 20L110 20L110 28');
    expect(bracketPath('bottom', box)).toBe('M10 52L10 60L110 60L110 52');
  });

  it('has no leg at an end at which it goes on elsewhere', () => {
    expect(bracketPath('right', box, ['bottom'])).toBe('M102 20L110 20L110 60');
    expect(bracketPath('bottom', box, ['left', 'right'])).toBe('M10 60L110 60');
  });

  it.each(themes)(
    'is drawn with a dashed line to its node, in words that all can read, in $name',
    (theme) => {
      const root = readXml(renderSvg(chart, { theme, text: { kind: 'system' } }));
      const [annotation] = withClass(root, 'annotation');
      expect(annotation?.attributes['data-node']).toBe(node?.id);
      const paths = annotation === undefined ? [] : withClass(annotation, 'bracket');
      expect(paths.map(({ attributes }) => [attributes['d'], attributes['stroke-dasharray']])).toEqual([
        ['M0 40L10 40', '4 3'],
        ['M18 20L10 20L10 60L18 60', undefined],
      ]);
      expect(withClass(root, 'span')).toHaveLength(1);
      const texts = withClass(root, 'annotations')
        .flatMap(allElements)
        .map(({ text }) => text);
      for (const text of ['A note', 'promised: 1 day', 'CRM: customer database'])
        expect(texts).toContain(text);
      const [group] = withClass(root, 'annotations');
      expect(group?.attributes['fill']).toBe(theme.light['stage.text']);
      for (const { attributes } of withClass(root, 'bracket'))
        expect(attributes['stroke']).toBe(theme.light['stage.line']);
    },
  );

  it('has dark colours where the theme has', () => {
    for (const theme of themes) {
      const svg = renderSvg(chart, { theme, text: { kind: 'system' } });
      const rule = `.bracket{stroke:${theme.dark?.['stage.line'] ?? ''}}`;
      expect(svg.includes(rule)).toBe(theme.dark !== undefined);
      expect(renderSvg(plain, { theme, text: { kind: 'system' } })).not.toContain('.bracket');
    }
  });
});
