import type { FlowGraph, FlowNode } from '../graph/flow-graph.ts';
import { nodeDetails } from './node-details.ts';

/** What the chart is about, for those who hear it read. */
export const spokenDescription = (graph: FlowGraph): string =>
  [graph.properties.department, graph.properties.purpose]
    .filter((text) => text !== undefined)
    .map(closed)
    .join(' ');

/** Says a node for those who hear the chart: its label, owner and limit, and where each answer leads. */
export const nodeSpeaker = (graph: FlowGraph): ((node: FlowNode) => string) => {
  const labels = new Map(graph.nodes.map(({ id, label }) => [id, label]));
  const exits = new Map<string, string[]>();
  for (const { from, to, label } of graph.edges) {
    const said = `${label === undefined ? '→ ' : `${label}: `}${labels.get(to) ?? to}`;
    const known = exits.get(from);
    if (known === undefined) exits.set(from, [said]);
    else known.push(said);
  }
  return (node) =>
    [node.label, ...nodeDetails(graph, node, true), ...(exits.get(node.id) ?? [])]
      .filter((text) => text !== '')
      .map(closed)
      .join(' ');
};

const closed = (text: string): string => (/[.?!…。؟？！]$/.test(text) ? text : `${text}.`);
