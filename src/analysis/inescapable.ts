import type { AnalysedFlow } from './analysed-flow.ts';

/** True for a loop that is to blame for a path that never ends: nothing leaves it, and nothing in it is an end. */
export function isInescapable(flow: AnalysedFlow, loop: readonly number[]): boolean {
  const { ways } = flow;
  const finishing = flow.finishing();
  const inside = new Set(loop);
  return loop.every(
    (node) =>
      !finishing.has(node) && (ways.outgoing[node] ?? []).every((edge) => inside.has(ways.to[edge] ?? -1)),
  );
}
