import type { Edge, Node, Process } from '../model/process.ts';
import type { SymbolName } from '../shapes/all-shapes.ts';
import type { ProcessOutput } from './output.ts';

/**
 * The process as a graph in Graphviz's DOT language: lanes as clusters, nodes and edges in the order of the process.
 */
export const dot: ProcessOutput<'dot'> = {
  name: 'dot',
  extension: 'dot',
  summary: 'a graph for Graphviz, swimlanes as clusters',
  of: 'process',
  fresh: 'same-bytes',
  make: (process) => dotText(process),
};

function dotText({ id, title, direction, owners, nodes, edges }: Process): string {
  const lanes = owners.length < 2 ? [] : owners;
  const inLanes = lanes.flatMap((lane) => [
    `  subgraph ${quoted(`cluster ${lane.id}`)} {`,
    `    label=${quoted(lane.label)}`,
    ...nodes.filter((node) => node.lane === lane.id).map((node) => `    ${nodeLine(node)}`),
    '  }',
  ]);
  const isInLane = (node: Node): boolean => lanes.some((lane) => lane.id === node.lane);
  return [
    `digraph ${quoted(id)} {`,
    `  graph [label=${quoted(title)} labelloc=t rankdir=${direction === 'down' ? 'TB' : 'LR'} newrank=true]`,
    ...inLanes,
    ...nodes.filter((node) => !isInLane(node)).map((node) => `  ${nodeLine(node)}`),
    ...edges.map((edge) => `  ${edgeLine(edge)}`),
    '}',
    '',
  ].join('\n');
}

const nodeLine = (node: Node): string =>
  `${quoted(node.id)} [label=${quoted(node.label)} ${shapeOf(node)}${
    node.link === undefined ? '' : ` URL=${quoted(node.link)}`
  }]`;

function edgeLine({ from, to, kind, label, probability }: Edge): string {
  const share = probability === undefined ? [] : [`${Math.round(probability * 1000) / 10}%`];
  const text = [...(label === undefined ? [] : [label]), ...share].join(' ');
  const attributes = [
    ...(text === '' ? [] : [`label=${quoted(text)}`]),
    ...(kind === 'problem' || kind === 'timeout' || kind === 'meanwhile' ? ['style=dashed'] : []),
  ];
  return `${quoted(from)} -> ${quoted(to)}${attributes.length === 0 ? '' : ` [${attributes.join(' ')}]`}`;
}

/** The shape of Graphviz that is nearest to the standard symbol (ISO 5807). */
function shapeOf(node: Node): string {
  if ('symbol' in node && node.symbol !== undefined) return symbolShapes[node.symbol] ?? plainBox;
  switch (node.kind) {
    case 'touchpoint':
    case 'anytime':
    case 'late':
    case 'meanwhile':
    case 'end':
      return 'shape=oval';
    case 'step':
      return plainBox;
    case 'wait':
      return 'shape=cds';
    case 'escalate':
      return 'shape=house';
    case 'call':
      return 'shape=box peripheries=2';
    case 'transfer':
      return 'shape=invhouse';
    case 'decision':
      return 'shape=diamond';
    case 'fork':
    case 'join':
      return 'shape=box style=filled fillcolor=black height=0.06';
  }
}

const plainBox = 'shape=box';

/** A symbol for which Graphviz has nothing near is drawn as any other work. */
const symbolShapes: Readonly<Partial<Record<SymbolName, string>>> = {
  document: 'shape=note',
  data: 'shape=parallelogram',
  database: 'shape=cylinder',
  input: 'shape=trapezium',
  manual: 'shape=invtrapezium',
  display: 'shape=tab',
  preparation: 'shape=hexagon',
};

/**
 * A string in quotes. DOT knows one escape in it, of the quote; in labels a backslash begins one of its own, so it is
 * doubled, and a line break is written as one. Control characters show nothing, and Graphviz cannot hand them on: they
 * go.
 */
function quoted(text: string): string {
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replaceAll(/\r\n|\r|\n/g, '\\n');
  return `"${[...escaped].filter((character) => character >= ' ' || character === '\t').join('')}"`;
}
