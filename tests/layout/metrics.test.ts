import { describe, expect, it } from 'vitest';
import type { Drawing, DrawnEdge, DrawnLabel, DrawnNode, TextLine } from '../../src/layout/drawing.ts';
import type { Point } from '../../src/shapes/geometry.ts';
import { type FaultKind, measure } from '../metrics.ts';

const text = (words: string, x: number, y: number, width: number): TextLine => ({
  text: words,
  role: 'label',
  x,
  y,
  width,
  size: 14,
  rightToLeft: false,
});

const node = (id: string, x: number, y: number, more: Partial<DrawnNode> = {}): DrawnNode => ({
  id,
  kind: 'step',
  shape: 'process',
  x,
  y,
  width: 100,
  height: 40,
  lines: [text(id, x + 50, y + 25, 40)],
  spoken: id,
  ...more,
});

const edge = (from: string, to: string, points: readonly (readonly [number, number])[]): DrawnEdge => ({
  id: `${from}>${to}`,
  from,
  to,
  kind: 'next',
  back: false,
  points: points.map(([x, y]): Point => ({ x, y })),
});

const label = (x: number, y: number): DrawnLabel => ({
  x,
  y,
  width: 20,
  height: 14,
  lines: [text('No', x + 10, y + 11, 18)],
});

/** Two nodes one above the other with a straight line between, and a third to the right of them. */
const good: Drawing = {
  flow: 'f',
  title: '',
  description: '',
  language: 'en',
  rightToLeft: false,
  direction: 'down',
  width: 400,
  height: 300,
  heading: [],
  lanes: [],
  stages: [],
  annotations: [],
  brackets: [],
  nodes: [node('a', 20, 20), node('b', 20, 160), node('c', 220, 160)],
  edges: [
    { ...edge('a', 'b', [[70, 60], [70, 160]]), label: label(75, 70) }, // biome-ignore format: points
    edge('a', 'c', [[120, 40], [270, 40], [270, 160]]), // biome-ignore format: points
  ],
};

const kinds = (drawing: Drawing): readonly FaultKind[] => [
  ...new Set(measure(drawing).faults.map(({ kind }) => kind)),
];
const withEdge = (...edges: readonly DrawnEdge[]): Drawing => ({ ...good, edges: [...good.edges, ...edges] });
const withNode = (other: DrawnNode): Drawing => ({ ...good, nodes: [...good.nodes, other] });
const withLabel = (box: DrawnLabel): Drawing => ({
  ...good,
  edges: good.edges.map((one, index) => (index === 0 ? { ...one, label: box } : one)),
});
const lane = { id: 'l', x: 10, y: 0, width: 120, height: 300, lines: [] };
const header = { x: 10, y: 0, width: 120, height: 16 };
const stage = { id: 's', depth: 0, lines: [] };

describe('the metric', () => {
  it('finds nothing wrong with a good picture, and counts what it costs', () => {
    const { faults, costs } = measure(good, ['a', 'b']);
    expect(faults).toEqual([]);
    expect(costs).toMatchObject({
      crossings: 0,
      bends: 1,
      length: 100 + 150 + 120,
      upward: 0,
      straightness: 1,
    });
  });

  it.each<[FaultKind, Drawing]>([
    ['nodes-overlap', withNode(node('d', 110, 50))],
    ['line-through-node', withNode(node('d', 200, 20, { lines: [] }))],
    ['line-through-node', withEdge(edge('b', 'a', [[70, 200], [70, 60]]))], // biome-ignore format: points
    ['loose-end', withEdge(edge('b', 'c', [[130, 180], [220, 180]]))], // biome-ignore format: points
    ['loose-end', withEdge(edge('b', 'c', [[120, 180]]))],
    ['diagonal', withEdge(edge('b', 'c', [[120, 180], [220, 190]]))], // biome-ignore format: points
    [
      'shared-stretch',
      {
        ...withEdge(edge('d', 'e', [[270, 20], [270, 240]])), // biome-ignore format: points
        annotations: [],
        brackets: [],
        nodes: [node('a', 20, 20), node('b', 20, 160), node('c', 220, 160), node('d', 0, 0), node('e', 0, 0)],
      },
    ],
    ['label-on-node', withLabel(label(75, 50))],
    ['label-on-line', withLabel(label(60, 100))],
    ['label-far-from-line', withLabel(label(90, 100))],
    [
      'label-on-label',
      {
        ...good,
        edges: good.edges.map((one, index) => ({
          ...one,
          label: index === 0 ? label(75, 70) : label(85, 75),
        })),
      },
    ],
    ['out-of-picture', { ...good, width: 300 }],
    ['text-out-of-shape', withNode(node('d', 20, 240, { lines: [text('too long', 70, 265, 104)] }))],
    [
      'node-out-of-lane',
      {
        ...good,
        lanes: [{ ...lane, header }],
        nodes: good.nodes.map((one) => (one.id === 'c' ? { ...one, lane: 'l' } : one)),
      },
    ],
    [
      'line-through-text',
      {
        ...good,
        lanes: [{ ...lane, header: { ...header, height: 120 }, lines: [text('Lane', 70, 110, 40)] }],
      },
    ],
    [
      'node-out-of-stage',
      {
        ...good,
        stages: [{ ...stage, x: 0, y: 0, width: 10, height: 10 }],
        nodes: good.nodes.map((one) => (one.id === 'c' ? { ...one, stage: 's' } : one)),
      },
    ],
    ['foreign-node-in-stage', { ...good, stages: [{ ...stage, x: 10, y: 150, width: 150, height: 60 }] }],
    [
      'stages-cross',
      {
        ...good,
        stages: [
          { ...stage, x: 0, y: 220, width: 100, height: 50 },
          { ...stage, id: 't', x: 50, y: 240, width: 100, height: 50 },
        ],
      },
    ],
  ])('finds %s', (kind, drawing) => {
    expect(kinds(drawing)).toContain(kind);
  });

  it('lets lines with one source or one target run together', () => {
    const joined = withEdge(edge('b', 'c', [[120, 180], [170, 180], [170, 100], [270, 100], [270, 160]])); // biome-ignore format: points
    expect(kinds(joined)).toEqual([]);
  });

  it('knows that a decision leaves the corners of its box free', () => {
    const decision = node('d', 150, 20, { shape: 'decision', height: 60, lines: [] });
    const passing = edge('a', 'b', [[120, 26], [155, 26], [155, 10], [5, 10], [5, 180], [20, 180]]); // biome-ignore format: points
    const drawing: Drawing = { ...good, nodes: [...good.nodes, decision], edges: [passing] };
    expect(kinds(drawing)).toEqual([]);
  });

  it('counts crossings once where lines run together', () => {
    const drawing: Drawing = {
      ...good,
      nodes: [...good.nodes, node('d', 170, 230)],
      edges: [
        edge('a', 'c', [[120, 40], [270, 40], [270, 160]]), // biome-ignore format: points
        edge('b', 'c', [[120, 180], [140, 180], [140, 100], [270, 100], [270, 160]]), // biome-ignore format: points
        edge('a', 'd', [[70, 60], [70, 80], [190, 80], [190, 230]]), // biome-ignore format: points
      ],
    };
    expect(measure(drawing).costs.crossings).toBe(1);
  });

  it('counts lines that run against the flow unless they are loops', () => {
    const up = edge('b', 'a', [[20, 180], [5, 180], [5, 40], [20, 40]]); // biome-ignore format: points
    expect(measure(withEdge(up)).costs.upward).toBe(1);
    expect(measure(withEdge({ ...up, back: true })).costs.upward).toBe(0);
  });

  it('notices a label that stands nearer to another line than to its own', () => {
    const other = edge('b', 'a', [[20, 180], [5, 180], [5, 110], [100, 110], [100, 60]]); // biome-ignore format: points
    const drawing = { ...withLabel(label(78, 94)), edges: [...withLabel(label(78, 94)).edges, other] };
    expect(measure(drawing).costs.unclearLabels).toBe(1);
  });
});
