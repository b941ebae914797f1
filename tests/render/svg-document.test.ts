import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeSvg } from '../../src/render/svg-document.ts';
import { element, mark, type SvgElement } from '../../src/render/svg-element.ts';
import { standard } from '../../src/render/theme/standard.ts';
import { writeByDom } from './write-by-dom.ts';

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('a < b & "c" > \'d\'', ']]>', '\ud800', '\t\n', ''),
);
const attributes = fc.record(
  {
    class: text,
    x: fc.double({ noNaN: true, min: -1e6, max: 1e6 }),
    'data-id': text,
    'xlink:href': fc.constant('#a'),
  },
  { requiredKeys: [] },
);
const paint = fc.record(
  { fill: fc.constantFrom('none', 'step.fill'), stroke: fc.constant('step.line') },
  { requiredKeys: [] },
);
const tree = fc.letrec<{ node: SvgElement }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc
      .tuple(fc.constantFrom('rect', 'circle', 'path', 'use'), attributes, paint)
      .map(([name, own, colours]) => mark(name, own, colours as SvgElement['paint'])),
    fc
      .tuple(fc.constantFrom('text', 'title', 'style'), attributes, fc.array(text, { maxLength: 2 }))
      .map(([name, own, children]) => element(name, own, children)),
    fc
      .tuple(fc.constantFrom('g', 'a', 'text'), attributes, fc.array(tie('node'), { maxLength: 4 }), paint)
      .map(([name, own, children, colours]) => element(name, own, children, colours as SvgElement['paint'])),
  ),
})).node;
const root = fc
  .array(tree, { maxLength: 5 })
  .map((children) =>
    element(
      'svg',
      { xmlns: 'http://www.w3.org/2000/svg', 'xmlns:xlink': 'http://www.w3.org/1999/xlink', width: 10 },
      children,
    ),
  );

describe('the text of a picture', () => {
  it('is what a document object model makes of it, whatever stands in it', () => {
    fc.assert(
      fc.property(root, (picture) => {
        expect(writeSvg(picture, standard.light)).toBe(writeByDom(picture, standard.light));
      }),
      { numRuns: 500 },
    );
  });
});
