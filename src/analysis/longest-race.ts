import type { Race } from '../graph/longest-path.ts';
import { reach } from '../graph/reach.ts';
import type { AnalysedFlow } from './analysed-flow.ts';

/**
 * The joins at which the first branch that is done ends the others, each with its fork and the branch that each of its
 * edges comes out of. Undefined for a flow without any.
 */
export function races(flow: AnalysedFlow): ((node: number) => Race | undefined) | undefined {
  const found = new Map<number, Race>();
  for (const [at, node] of flow.process.nodes.entries()) {
    if (node.kind !== 'join' || node.first !== true) continue;
    const fork = flow.indexOf(node.partner);
    const branches = (flow.shape.outgoing[fork] ?? []).map((edge) =>
      reach(flow.shape, [flow.shape.to[edge] ?? at], { stopsAt: (inside) => inside === at }),
    );
    found.set(at, {
      start: fork,
      branchOf: (edge) => branches.findIndex((branch) => branch.has(flow.shape.from[edge] ?? at)),
    });
  }
  return found.size === 0 ? undefined : (node) => found.get(node);
}
