import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import type { Process } from '../../src/model/process.ts';
import { dot } from '../../src/output/dot.ts';
import { processOf } from '../build/process-of.ts';
import { checkTexts, examplePaths, processesOf, textOfExample } from '../examples/example-files.ts';
import { hostileLabels } from './hostile-labels.ts';

const none = { openExits: [], lostExits: [], nodesWithErrors: new Set<string>() };

interface Read {
  readonly label?: string;
  readonly objects?: readonly {
    readonly _gvid: number;
    readonly name: string;
    readonly label?: string;
    readonly nodes?: readonly number[];
  }[];
  readonly edges?: readonly {
    readonly tail: number;
    readonly head: number;
    readonly label?: string;
    readonly style?: string;
  }[];
}

/** What Graphviz itself reads. */
function readByGraphviz(process: Process) {
  const text = dot.make(process, none);
  const read: Read = JSON.parse(execFileSync('dot', ['-Tdot_json'], { input: text, encoding: 'utf8' }));
  const objects = read.objects ?? [];
  const nodes = objects.filter(({ nodes: members }) => members === undefined);
  const nameOf = (id: number): string => objects.find(({ _gvid }) => _gvid === id)?.name ?? '';
  return {
    title: read.label,
    nodes: new Map(nodes.map(({ name, label }) => [name, label])),
    lanes: objects
      .filter(({ nodes: members }) => members !== undefined)
      .map(({ label, nodes: members = [] }) => ({ label, members: members.map(nameOf).sort() })),
    edges: (read.edges ?? []).map(({ tail, head, label, style }) => ({
      way: `${nameOf(tail)} -> ${nameOf(head)}`,
      label,
      isDashed: style === 'dashed',
    })),
  };
}

/** Graphviz keeps the escapes of a label. */
const escaped = (label: string): string =>
  label
    .replaceAll('\\', '\\\\')
    .replaceAll(/\r\n|\r|\n/g, '\\n')
    .replaceAll('\0', '')
    .replaceAll('\u0007', '');

describe('a flow as DOT', () => {
  const examples = [
    ...checkTexts(new Map(examplePaths.map((path) => [path, textOfExample(path)]))).values(),
  ].flatMap(processesOf);

  it.each(examples.map((process) => [process.id, process] as const))(
    'is read by Graphviz with all nodes, lanes and edges: %s',
    (_, process) => {
      const read = readByGraphviz(process);
      expect(read.title).toBe(escaped(process.title));
      expect(read.nodes).toEqual(new Map(process.nodes.map(({ id, label }) => [id, escaped(label)])));
      expect(read.edges.map(({ way }) => way).sort()).toEqual(
        process.edges.map(({ from, to }) => `${from} -> ${to}`).sort(),
      );
      expect(read.edges.filter(({ isDashed }) => isDashed)).toHaveLength(
        process.edges.filter(({ kind }) => ['problem', 'timeout', 'meanwhile'].includes(kind)).length,
      );
      const lanes = process.owners.map(({ id, label }) => ({
        label: escaped(label),
        members: process.nodes.flatMap((node) => (node.lane === id ? [node.id] : [])).sort(),
      }));
      expect(read.lanes).toEqual(process.owners.length < 2 ? [] : lanes);
    },
  );

  it.each(hostileLabels)('keeps a label that is meant to break it: %j', (label) => {
    const process = processOf('touchpoint t\nstep a "A"\nend e');
    const nodes = process.nodes.map((node) => (node.id === 'a' ? { ...node, label } : node));
    expect(readByGraphviz({ ...process, title: label, nodes })).toMatchObject({
      title: escaped(label),
      nodes: new Map([
        ['t', 'T'],
        ['a', escaped(label)],
        ['e', 'E'],
      ]),
    });
  });
});
