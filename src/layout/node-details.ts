import { withinDuration, wordsFor } from '../language/words.ts';
import { withinOf } from '../model/node-parts.ts';
import type { Node, Process } from '../model/process.ts';

/** Who does it, unless a swimlane says so, and within what time: what stands small under a node's label. */
export const nodeDetails = (process: Process, node: Node, withOwner: boolean): readonly string[] => {
  const details: string[] = [];
  if (withOwner && node.owner !== undefined)
    details.push(process.owners.find((owner) => owner.id === node.owner)?.label ?? node.owner);
  const within = withinOf(node);
  if (within !== undefined) details.push(withinDuration(within, wordsFor(process.language)));
  return details;
};
