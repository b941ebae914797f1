import { loops } from '../graph/components.ts';
import { reversed } from '../graph/digraph.ts';
import { reach } from '../graph/reach.ts';
import { readWorkingHours } from '../language/read-working-hours.ts';
import type { OpenExit } from '../model/gaps.ts';
import { flowOf } from '../model/node-parts.ts';
import type { Node } from '../model/process.ts';
import type { AnalysedCollection, AnalysedFlow, AnalysisInput } from './analysed-flow.ts';
import { lazy } from './lazy.ts';
import { processDigraph } from './process-digraph.ts';

/** The view of a process that analyses have; see `AnalysedFlow`. */
export function analyseFlow({ process, gaps }: AnalysisInput, collection: AnalysedCollection): AnalysedFlow {
  const shape = processDigraph(process);
  const index = lazy(() => new Map(process.nodes.map(({ id }, number) => [id, number])));
  const open = new Map<string, OpenExit[]>();
  for (const exit of gaps.openExits) open.set(exit.from, [...(open.get(exit.from) ?? []), exit]);
  const lost = new Set(gaps.lostExits.map(({ from }) => from));
  const node = (at: number): Node => process.nodes[at] ?? outside(at);
  const leadsAnywhere = (at: number): boolean =>
    gaps.nodesWithErrors.has(node(at).id) || lost.has(node(at).id);
  const isEnd = (at: number): boolean => {
    const { kind } = node(at);
    return (
      kind === 'end' || kind === 'transfer' || (kind === 'call' && !collection.comesBack(flowOf(node(at))))
    );
  };
  const canStop = (at: number): boolean => isEnd(at) || leadsAnywhere(at) || open.has(node(at).id);
  const indexes = process.nodes.map((_, at) => at);
  const touchpoints = indexes.filter((at) => node(at).kind === 'touchpoint');
  const called = collection.callersOf(process).length > 0;
  const first = indexes.slice(0, touchpoints.length === 0 || called ? 1 : 0);
  const entries = [...new Set([...touchpoints, ...first])];
  const reached = lazy(() => reach(shape, indexes.some(leadsAnywhere) ? [...entries, ...indexes] : entries));
  const kinds = lazy(() => new Map(process.owners.map(({ id, kind }) => [id, kind])));
  return {
    process,
    gaps,
    collection,
    shape,
    node,
    edge: (at) => process.edges[at] ?? outside(at),
    indexOf: (id) => index().get(id) ?? -1,
    hasErrors: ({ id }) => gaps.nodesWithErrors.has(id),
    leadsAnywhere,
    entries,
    reached,
    isEnd,
    canStop,
    finishing: lazy(() => reach(reversed(shape), indexes.filter(canStop))),
    loops: lazy(() => loops(shape, { nodes: reached().has })),
    exits: (at) => [
      ...(shape.outgoing[at] ?? []).flatMap((edge) => process.edges[edge] ?? []),
      ...(open.get(node(at).id) ?? []),
    ],
    hours: lazy(() => readWorkingHours(process.properties.hours).value),
    ownerKind: (id) => kinds().get(id) ?? 'role',
  };
}

function outside(index: number): never {
  throw new RangeError(`there is no ${index} in this graph`);
}
