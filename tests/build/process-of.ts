import { check } from '../../src/check/check.ts';
import type { CheckedFile } from '../../src/check/checked-file.ts';
import type { Diagnostic } from '../../src/diagnostic/diagnostic.ts';
import { buildGraph } from '../../src/build/build-process.ts';
import type { FlowEdge, FlowGraph, FlowNode } from '../../src/model/flow-graph.ts';
import { parse } from '../../src/syntax/parse.ts';
import { withSpaces } from '../with-spaces.ts';

export const checked = (text: string): CheckedFile => {
  const file = check(new Map([['main.flow', parse({ path: 'main.flow', text })]])).get('main.flow');
  if (file === undefined) throw new Error('check lost a file');
  return file;
};

/** The graphs of all flows of a text, and everything that was found on the way. */
export function compiled(text: string): {
  readonly graphs: readonly FlowGraph[];
  readonly diagnostics: readonly Diagnostic[];
} {
  const file = checked(text);
  const built = file.flows.map(buildGraph);
  return {
    graphs: built.map(({ value }) => value),
    diagnostics: [...file.diagnostics, ...built.flatMap(({ diagnostics }) => diagnostics)],
  };
}

/** The graph of the first flow of a text without mistakes. A text that has no `flow` line gets one. */
export function graphOf(text: string): FlowGraph {
  const whole = /^\s*(use|flow) /m.test(text) ? text : `flow test\n${text}`;
  const { graphs, diagnostics } = compiled(whole);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Error(errors.map(({ code, message }) => `${code}: ${message}`).join('\n'));
  const [graph] = graphs;
  if (graph === undefined) throw new Error('no flow');
  return graph;
}

/** `from > to`, with kind, label, share and `jump` where there is something to say. */
export const edgeText = ({ from, to, kind, label, probability, jump }: FlowEdge): string =>
  [
    `${from} > ${to}`,
    ...(kind === 'next' ? [] : [kind]),
    ...(label === undefined ? [] : [`“${withSpaces(label)}”`]),
    ...(probability === undefined ? [] : [`${Math.round(probability * 1000) / 10}%`]),
    ...(jump ? ['jump'] : []),
  ].join(' ');

export const edgesOf = (text: string): readonly string[] => graphOf(text).edges.map(edgeText);

/** The exits that are open at the end, in the same way. */
export const openOf = (text: string): readonly string[] =>
  graphOf(text).openExits.map(({ from, kind, label }) =>
    [
      from,
      ...(kind === 'next' ? [] : [kind]),
      ...(label === undefined ? [] : [`“${withSpaces(label)}”`]),
    ].join(' '),
  );

export function nodeOf(graph: FlowGraph, id: string): FlowNode {
  const node = graph.nodes.find((each) => each.id === id);
  if (node === undefined) throw new Error(`no node ${id}`);
  return node;
}
