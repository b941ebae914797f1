import type { FlowGraph, FlowNode } from '../graph/flow-graph.ts';
import { nodeDetails } from './node-details.ts';

/** What the chart is about, for those who hear it read. */
export const spokenDescription = (graph: FlowGraph): string =>
  [graph.properties.department, graph.properties.purpose]
    .filter((text) => text !== undefined)
    .map(closed)
    .join(' ');

/** A node for those who hear the chart: its label, owner and limit, and where each answer leads. */
export const spokenNode = (graph: FlowGraph, node: FlowNode): string => {
  const labelOf = (id: string): string => graph.nodes.find((other) => other.id === id)?.label ?? id;
  const exits = graph.edges
    .filter((edge) => edge.from === node.id)
    .map((edge) =>
      edge.label === undefined ? `→ ${labelOf(edge.to)}` : `${edge.label}: ${labelOf(edge.to)}`,
    );
  return [node.label, ...nodeDetails(graph, node, true), ...exits]
    .filter((text) => text !== '')
    .map(closed)
    .join(' ');
};

const closed = (text: string): string => (/[.?!…。؟？！]$/.test(text) ? text : `${text}.`);
