import { type Digraph, digraph } from '../graph/digraph.ts';
import type { AnalysedFlow } from './analysed-flow.ts';

/**
 * All that can come of a case, for asking what may be done about it: its ways, what is done meanwhile, and what may
 * come at any time wherever it is, in a stage or in the flow. Nodes of the process are followed by one for the flow and
 * one for each stage, which stand for being anywhere in them.
 */
export function everyWay({ process, shape, ways }: AnalysedFlow): Digraph {
  const { nodes, stages } = process;
  const sides = nodes.flatMap(({ kind, stage }, at) =>
    kind === 'anytime' || kind === 'meanwhile' ? [{ at, stage }] : [],
  );
  const beside = process.edges.flatMap(({ kind }, edge) =>
    kind === 'meanwhile' ? [[shape.from[edge] ?? 0, shape.to[edge] ?? 0] as const] : [],
  );
  if (sides.length === 0 && beside.length === 0) return ways;
  const numbers = new Map(stages.map(({ id }, number) => [id, nodes.length + 1 + number]));
  const placeOf = (stage: string | undefined): number => numbers.get(stage ?? '') ?? nodes.length;
  return digraph(nodes.length + 1 + stages.length, [
    ...ways.outgoing.flatMap((exits) => exits.map((at) => [ways.from[at] ?? 0, ways.to[at] ?? 0] as const)),
    ...beside,
    ...nodes.map(({ stage }, at) => [at, placeOf(stage)] as const),
    ...stages.map(({ id, parent }) => [placeOf(id), placeOf(parent)] as const),
    ...sides.map(({ at, stage }) => [placeOf(stage), at] as const),
  ]);
}
