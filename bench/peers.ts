import { join } from 'node:path';
import type { Syntax } from './flows.ts';
import type { Drawn, Reading } from './read-picture.ts';

/** A tool that draws flows, and how it is run: a process from nothing to a written file. */
export interface Peer {
  readonly name: string;
  readonly syntax: Syntax;
  /** The source of its version: a package of ours, or what it prints. */
  readonly version: { readonly package: string } | { readonly command: readonly string[] };
  command(input: string, output: string): readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly reading: Reading;
}

const classes = ({ attributes }: Drawn): readonly string[] => (attributes['class'] ?? '').split(/\s+/);
const inClass = ({ around }: Drawn, name: string): boolean =>
  around.some((each) => classes(each).includes(name));
const isShape = ({ name }: Drawn): boolean => ['rect', 'polygon', 'ellipse', 'circle', 'path'].includes(name);

const graphviz: Reading = {
  isNode: (element) => isShape(element) && inClass(element, 'node'),
  isEdge: (element) => element.name === 'path' && inClass(element, 'edge'),
};

export const flowcReading: Reading = {
  isNode: (element) => classes(element).includes('outline') && inClass(element, 'node'),
  isEdge: (element) => classes(element).includes('line') && inClass(element, 'edge'),
};

/** All peers, `tools` being the folder into which npm has put those that it has. */
export function peersIn(tools: string, node: string, flowc: string): readonly Peer[] {
  const bin = (name: string): string => join(tools, 'node_modules', '.bin', name);
  return [
    {
      name: 'flowc',
      syntax: 'flow',
      version: { command: [node, flowc, '--version'] },
      command: (input, output) => [node, flowc, 'build', input, '-o', output],
      reading: flowcReading,
    },
    {
      name: 'flowc, without its cache',
      syntax: 'flow',
      version: { command: [node, flowc, '--version'] },
      command: (input, output) => [node, flowc, 'build', input, '-o', output],
      environment: { FLOWC_CACHE: 'off' },
      reading: flowcReading,
    },
    {
      name: 'Graphviz dot',
      syntax: 'dot',
      version: { command: ['dot', '-V'] },
      command: (input, output) => ['dot', '-Tsvg', input, '-o', output],
      reading: graphviz,
    },
    {
      name: 'nomnoml',
      syntax: 'nomnoml',
      version: { package: 'nomnoml' },
      command: (input, output) => [node, bin('nomnoml'), input, output],
      reading: {
        isNode: (element) => isShape(element) && element.attributes['data-name'] !== undefined,
        isEdge: ({ name, attributes }) =>
          name === 'path' && attributes['fill'] === 'none' && attributes['data-name'] === undefined,
      },
    },
    {
      name: 'state-machine-cat',
      syntax: 'smcat',
      version: { package: 'state-machine-cat' },
      command: (input, output) => [node, bin('smcat'), input, '-o', output],
      reading: graphviz,
    },
    {
      name: 'wasm-graphviz',
      syntax: 'dot',
      version: { package: '@hpcc-js/wasm-graphviz-cli' },
      command: (input, output) => [
        'sh',
        '-c',
        'exec "$0" "$1" -T svg "$2" > "$3"',
        node,
        bin('wasm-graphviz-cli'),
        input,
        output,
      ],
      reading: graphviz,
    },
    {
      name: 'PlantUML',
      syntax: 'plantuml',
      version: { command: ['plantuml', '-version'] },
      command: (input, output) => ['sh', '-c', 'exec plantuml -tsvg -pipe < "$0" > "$1"', input, output],
      reading: {
        flat: true,
        isNode: (element) =>
          element.name !== 'path' && isShape(element) && element.attributes['filter'] !== undefined,
        isEdge: ({ name, attributes }) => name === 'path' && /(?:->|-to-)/.test(attributes['id'] ?? ''),
      },
    },
    {
      name: 'mermaid-cli',
      syntax: 'mermaid',
      version: { package: '@mermaid-js/mermaid-cli' },
      command: (input, output) => [
        node,
        bin('mmdc'),
        '-q',
        '-p',
        join(tools, 'puppeteer.json'),
        '-c',
        join(tools, 'mermaid.json'),
        '-i',
        input,
        '-o',
        output,
      ],
      reading: {
        isNode: (element) =>
          isShape(element) &&
          inClass(element, 'node') &&
          (classes(element).includes('label-container') || inClass(element, 'label-container')),
        isEdge: (element) => element.name === 'path' && classes(element).includes('flowchart-link'),
      },
    },
    {
      name: 'd2.js',
      syntax: 'd2',
      version: { package: '@terrastruct/d2' },
      command: (input, output) => [node, join(tools, 'd2.mjs'), input, output],
      reading: {
        isNode: (element) => isShape(element) && inClass(element, 'shape'),
        isEdge: (element) => element.name === 'path' && classes(element).includes('connection'),
      },
    },
  ];
}
