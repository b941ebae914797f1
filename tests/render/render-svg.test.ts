import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Drawing } from '../../src/layout/drawing.ts';
import { fingerprint, readMetadata } from '../../src/render/metadata.ts';
import { renderSvg } from '../../src/render/render-svg.ts';
import { standard } from '../../src/render/theme/standard.ts';
import { themes } from '../../src/render/theme/themes.ts';
import { xmlText } from '../../src/render/xml-text.ts';
import { roughMeasurer } from './measure.ts';
import { allElements, readXml, withClass, type XmlElement } from './read-xml.ts';
import { hebrewChart, laneChart, symbolSheet } from './sample-drawing.ts';

const lanes = laneChart(roughMeasurer);
const symbols = symbolSheet(roughMeasurer);
const hebrew = hebrewChart(roughMeasurer);
const render = (drawing: Drawing): string =>
  renderSvg(drawing, { theme: standard, text: { kind: 'system' } });
const read = (drawing: Drawing): XmlElement => readXml(render(drawing));
const attribute = (element: XmlElement | undefined, name: string): string | undefined =>
  element?.attributes[name];
const texts = (element: XmlElement | undefined): readonly string[] =>
  element === undefined
    ? []
    : allElements(element).flatMap(({ name, text }) => (name === 'text' ? [text] : []));
const nodeOf = (root: XmlElement, id: string): XmlElement | undefined =>
  withClass(root, 'node').find((node) => attribute(node, 'data-id') === id);
const edgeOf = (root: XmlElement, id: string): XmlElement | undefined =>
  withClass(root, 'edge').find(
    (edge) => `${attribute(edge, 'data-from')}>${attribute(edge, 'data-to')}` === id,
  );

describe('a picture', () => {
  it('says on its root which flow it shows and how large it is', () => {
    const { name, attributes } = read(lanes);
    expect(name).toBe('svg');
    expect(attributes).toMatchObject({
      xmlns: 'http://www.w3.org/2000/svg',
      'data-flow': 'order-by-phone',
      width: '760',
      height: '790',
      viewBox: '0 0 760 790',
      lang: 'en',
    });
  });

  it('has each node once, with its id, kind, lane, one outline and a text for each line', () => {
    for (const drawing of [lanes, symbols, hebrew]) {
      const root = read(drawing);
      expect(withClass(root, 'node').map((node) => attribute(node, 'data-id'))).toEqual(
        drawing.nodes.map(({ id }) => id),
      );
      for (const node of drawing.nodes) {
        const drawn = nodeOf(root, node.id);
        expect(drawn?.name).toBe('g');
        expect(attribute(drawn, 'data-kind')).toBe(node.kind);
        expect(attribute(drawn, 'data-lane')).toBe(node.lane);
        expect(drawn && withClass(drawn, 'outline')).toHaveLength(1);
        expect(texts(drawn).map(withoutIsolates)).toEqual(node.lines.map(({ text }) => text));
      }
    }
  });

  it('has each edge once, with its ends, kind, one line, one arrow head and its label', () => {
    const root = read(lanes);
    expect(withClass(root, 'edge')).toHaveLength(lanes.edges.length);
    for (const edge of lanes.edges) {
      const drawn = edgeOf(root, edge.id);
      expect(attribute(drawn, 'data-kind')).toBe(edge.kind);
      expect(drawn && withClass(drawn, 'line').map(({ name }) => name)).toEqual(['path']);
      expect(drawn && withClass(drawn, 'arrow')).toHaveLength(1);
      expect(drawn && withClass(drawn, 'label')).toHaveLength(edge.label === undefined ? 0 : 1);
      expect(texts(drawn)).toEqual(edge.label?.lines.map(({ text }) => text) ?? []);
    }
  });

  it('has lanes and stages with their ids and titles', () => {
    const bands = withClass(read(lanes), 'lane');
    expect(bands.map((lane) => [attribute(lane, 'data-id'), ...texts(lane)])).toEqual([
      ['customer', 'Customer'],
      ['agent', 'Call-centre agent'],
      ['store', 'Warehouse'],
    ]);
    const frames = withClass(read(symbols), 'stage');
    expect(frames.map((stage) => [attribute(stage, 'data-id'), ...texts(stage)])).toEqual([
      ['all', 'All of them'],
      ['first', 'First'],
    ]);
  });

  it('draws an outer frame before the frames in it, whatever their order', () => {
    const reversed = { ...symbols, stages: symbols.stages.toReversed() };
    expect(render(reversed)).toBe(render(symbols));
  });

  it('tells exceptions, loops and outcomes apart by more than colour', () => {
    const root = read(lanes);
    const dashes = (id: string): string | undefined =>
      attribute(withClass(edgeOf(root, id) ?? root, 'line')[0], 'stroke-dasharray');
    expect(dashes('phone>answer')).toBeUndefined();
    expect(dashes('refund>lost')).toBeDefined();
    expect(dashes('restock>placed')).toBeDefined();
    expect(dashes('restock>placed')).not.toBe(dashes('refund>lost'));
    expect(withClass(root, 'open')).toEqual(withClass(edgeOf(root, 'restock>check') ?? root, 'arrow'));
    const styles = ['phone>answer', 'refund>lost', 'restock>placed', 'answer>phone'].map(dashes);
    expect(new Set(styles).size).toBe(styles.length);
    const signs = ['placed', 'lost'].map((id) =>
      attribute(withClass(nodeOf(root, id) ?? root, 'sign')[0], 'd'),
    );
    expect(signs[0]).not.toEqual(signs[1]);
  });

  it('dashes the outline of what no line leads to, and of nothing else', () => {
    for (const node of withClass(read(symbols), 'node'))
      expect(attribute(withClass(node, 'outline')[0], 'stroke-dasharray') !== undefined).toBe(
        attribute(node, 'data-kind') === 'anytime',
      );
  });

  it('has each mark before its text, where that begins, in its colour', () => {
    for (const rightToLeft of [false, true]) {
      const turned = {
        ...symbols,
        nodes: symbols.nodes.map((node) => ({
          ...node,
          lines: node.lines.map((line) => ({ ...line, rightToLeft })),
        })),
      };
      const root = read(turned);
      const drawn = withClass(root, 'mark');
      expect(new Set(drawn.map((mark) => attribute(mark, 'd'))).size).toBe(6);
      const lines = turned.nodes.flatMap((node) => node.lines.filter(({ mark }) => mark !== undefined));
      expect(drawn.map((mark) => attribute(mark, 'class'))).toEqual(lines.map(({ mark }) => `mark ${mark}`));
      lines.forEach((line, index) => {
        const { transform = '', fill, stroke } = drawn[index]?.attributes ?? {};
        const [, x = '', y = ''] = /translate\(([\d.]+) ([\d.]+)\)/.exec(transform) ?? [];
        const side = Number(x) - line.x;
        expect(Math.sign(side)).toBe(rightToLeft ? 1 : -1);
        expect(Math.abs(side) - line.width / 2).toBeGreaterThan(line.size / 2);
        expect(Math.abs(side) - line.width / 2).toBeLessThan(line.size);
        expect(Number(y)).toBeLessThan(line.y);
        expect([fill, stroke]).toEqual([undefined, 'none']);
      });
    }
  });

  it('says of a lane that it is a party’s', () => {
    const [first, ...others] = lanes.lanes;
    const root = read({ ...lanes, lanes: first === undefined ? [] : [{ ...first, party: true }, ...others] });
    expect(withClass(root, 'lane').map((lane) => attribute(lane, 'data-party'))).toEqual([
      'true',
      undefined,
      undefined,
    ]);
  });

  it('is the same text for the same drawing, one element a line, numbers to two decimals', () => {
    for (const drawing of [lanes, symbols, hebrew]) {
      const svg = render(drawing);
      expect(render(structuredClone(drawing))).toBe(svg);
      expect(svg.endsWith('</svg>\n')).toBe(true);
      expect(svg).not.toMatch(/\d\.\d{3}/);
      expect(svg).not.toMatch(/NaN|Infinity|undefined/);
      for (const line of svg.split('\n')) expect(line.match(/<[a-z]+/g)?.length ?? 0).toBeLessThanOrEqual(2);
    }
  });

  it('uses nothing that one of the viewers is known to misread', () => {
    for (const drawing of [lanes, symbols, hebrew])
      expect(render(drawing)).not.toMatch(
        /var\(|context-stroke|auto-start-reverse|drop-shadow|dominant-baseline|@supports|@media print|xlink|bold|<!--|<script|marker|foreignObject|lengthAdjust="spacing"/i,
      );
  });

  it('holds each line to its measured length: on the text, and in right-to-left lines on a span within', () => {
    const text = allElements(read(lanes)).find(
      ({ name, text }) => name === 'text' && text === 'Answer the call',
    );
    expect(text?.attributes).toMatchObject({ textLength: '115.5', lengthAdjust: 'spacingAndGlyphs' });
    const rightToLeft = allElements(read(hebrew)).filter(({ name }) => name === 'text');
    expect(rightToLeft.length).toBeGreaterThan(0);
    for (const line of rightToLeft) {
      expect(attribute(line, 'direction')).toBe('rtl');
      expect(attribute(line, 'textLength')).toBeUndefined();
      expect(line.children.map(({ name }) => name)).toEqual(['tspan']);
      expect(attribute(line.children[0], 'textLength')).toBeDefined();
      expect(line.text).toMatch(/^\u2067.*\u2069$/);
    }
  });

  it('carries the version and the hashes of what went in and of itself', () => {
    const inputs = fingerprint('flow');
    const svg = renderSvg(lanes, {
      theme: standard,
      text: { kind: 'system' },
      metadata: { version: '1.0.0', inputs },
    });
    const metadata = readMetadata(svg);
    expect(metadata).toMatchObject({ version: '1.0.0', inputs });
    expect(metadata?.actual).toBe(metadata?.content);
    expect(svg.replace(/<metadata>.*\n/, '')).toBe(render(lanes));
  });

  it.each(themes)('takes its colours from the theme $name', (theme) => {
    const svg = renderSvg(lanes, { theme, text: { kind: 'system' } });
    const light = new Set(Object.values(theme.light));
    const used = allElements(readXml(svg)).flatMap(({ attributes }) =>
      [attributes['fill'], attributes['stroke']].filter((colour) => colour?.startsWith('#')),
    );
    for (const colour of used) expect(light).toContain(colour);
    expect(svg.includes('prefers-color-scheme:dark')).toBe(theme.dark !== undefined);
  });
});

describe('links', () => {
  const linked = (link: string): XmlElement | undefined => {
    const [first, ...others] = lanes.nodes;
    const nodes = first === undefined ? [] : [{ ...first, link }, ...others];
    return nodeOf(read({ ...lanes, nodes }), 'phone')?.children[0];
  };

  it.each([
    'refund.svg',
    '../other/refund.svg#step',
    'https://example.com/a?b=c&d=%20',
    'http://example.com',
    'mailto:team@example.com',
    'זיכוי.svg',
  ])('lead to %s', (link) => {
    expect(linked(link)).toMatchObject({
      name: 'a',
      attributes: { href: link, 'aria-label': expect.any(String) },
    });
  });

  it('have their spaces written out', () => {
    expect(attribute(linked('docs/how to.pdf'), 'href')).toBe('docs/how%20to.pdf');
  });

  it.each([
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    '//example.com/x',
    '/absolute',
    '\\\\server\\share',
    'https:evil',
    '',
  ])('never lead to %j', (link) => {
    expect(linked(link)?.name).toBe('g');
  });
});

describe('labels of any kind', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc
      .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 })
      .map((units) => String.fromCharCode(...units)),
    fc.constantFrom(
      '<script>alert(1)</script>',
      ']]>',
      '<![CDATA[x]]>',
      '-- -->',
      '</text></svg>',
      '&amp; &lt; &#0; &nbsp;',
      '"\'><img src=x onerror=alert(1)>',
      '\0\u0001\u000b\u001f\ufffe\uffff',
      '\ud800 \udc00 \udfff\ud800',
      'a\tb\nc\rd\r\ne',
      '<metadata>flowc 1 inputs 0 content 0</metadata>',
      '\u202e\u2066\u2069',
      '$& $1 $` ></path>',
    ),
  );

  it('are well-formed and come back as they were, but for what XML can’t hold', () => {
    fc.assert(
      fc.property(hostile, fc.boolean(), (text, rightToLeft) => {
        const line = { text, role: 'label', x: 1, y: 2, width: 3, size: 14, rightToLeft } as const;
        const box = { x: 0, y: 0, width: 10, height: 10 };
        const drawing: Drawing = {
          ...lanes,
          flow: text,
          title: text,
          description: `${text}.`,
          language: text,
          heading: [{ ...line, role: 'title' }],
          lanes: [{ id: text, ...box, header: box, lines: [{ ...line, role: 'lane', rotation: -90 }] }],
          stages: [{ id: text, depth: 0, ...box, lines: [{ ...line, role: 'stage' }] }],
          nodes: [
            { id: text, kind: 'step', shape: 'process', ...box, lines: [line], spoken: text, link: text },
          ],
          edges: [
            {
              id: text,
              from: text,
              to: text,
              kind: 'problem',
              back: true,
              points: [box, box],
              label: { ...box, lines: [{ ...line, role: 'edge-label' }] },
            },
          ],
        };
        const root = read(drawing);
        const expected = xmlText(text);
        expect(texts(root).map(rightToLeft ? withoutIsolates : (same) => same)).toEqual(
          Array(5).fill(expected),
        );
        expect(attribute(root, 'data-flow')).toBe(expected);
        expect(root.children[0]?.text).toBe(expected);
        const [node] = withClass(root, 'node');
        expect(attribute(node, 'data-id')).toBe(expected);
        expect(attribute(node?.children[0], 'aria-label')).toBe(expected);
        expect(allElements(root).some(({ name }) => name === 'script')).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it('lose nothing that XML can hold', () => {
    expect(xmlText('Ünïcode 👩‍👩‍👧 שלום\u0085 ٣')).toBe('Ünïcode 👩‍👩‍👧 שלום\u0085 ٣');
    expect(xmlText('a\0b\ud800c\udc00d\u{1f600}')).toBe('a\ufffdb\ufffdc\ufffdd\u{1f600}');
    expect(xmlText('a\tb\nc\rd')).toBe('a b c d');
  });
});

describe('very large pictures', () => {
  it('are drawn in time that grows with their size', () => {
    const [node] = lanes.nodes;
    const many = Array.from({ length: 20_000 }, (_, index) => ({ ...(node ?? never()), id: `n${index}` }));
    expect(withClass(read({ ...lanes, nodes: many }), 'node')).toHaveLength(20_000);
  });
});

const withoutIsolates = (text: string): string => text.replace(/^\u2067/, '').replace(/\u2069$/, '');

const never = (): never => {
  throw new Error('the sample has no node');
};
