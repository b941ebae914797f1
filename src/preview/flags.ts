import type { Severity } from '../diagnostic/diagnostic.ts';
import type { NodePlace, PreviewedFinding } from './messages.ts';
import { nearestNode } from './nearest-node.ts';

/** The worst finding of each node of a flow, by the node's id. `findings` come worst first. */
export function flagsOf(
  findings: readonly PreviewedFinding[],
  flow: string,
  nodes: Readonly<Record<string, NodePlace>>,
): ReadonlyMap<string, Severity> {
  const flags = new Map<string, Severity>();
  for (const finding of findings) {
    if (finding.flow !== flow) continue;
    const id = nearestNode(nodes, finding);
    if (id !== undefined && !flags.has(id)) flags.set(id, finding.severity);
  }
  return flags;
}
