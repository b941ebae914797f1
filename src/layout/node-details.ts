import type { FlowGraph, FlowNode } from '../model/flow-graph.ts';
import { withinDuration, wordsFor } from '../language/words.ts';

/** Who does it, unless a swimlane says so, and within what time: what stands small under a node's label. */
export const nodeDetails = (graph: FlowGraph, node: FlowNode, withOwner: boolean): readonly string[] => {
  const details: string[] = [];
  if (withOwner && node.owner !== undefined)
    details.push(graph.owners.find((owner) => owner.id === node.owner)?.label ?? node.owner);
  if (node.within !== undefined) details.push(withinDuration(node.within.parts, wordsFor(graph.language)));
  return details;
};
