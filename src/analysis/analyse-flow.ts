import { loops } from '../graph/components.ts';
import { type Digraph, reversed } from '../graph/digraph.ts';
import { reach } from '../graph/reach.ts';
import { readWorkingHours } from '../language/read-working-hours.ts';
import type { OpenExit } from '../model/gaps.ts';
import { flowOf, isSideEntry } from '../model/node-parts.ts';
import type { EdgeKind, Node, NodeKind } from '../model/process.ts';
import type { AnalysedCollection, AnalysedFlow, AnalysisInput } from './analysed-flow.ts';
import { besideWork } from './beside-work.ts';
import { caseWays } from './case-ways.ts';
import { lateWays } from './late-ways.ts';
import { lazy } from './lazy.ts';
import { processDigraph } from './process-digraph.ts';
import { stagesAround } from './stages-around.ts';

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
  const isBeside = besideWork(process, shape);
  const canStop = (at: number): boolean =>
    isEnd(at) || leadsAnywhere(at) || open.has(node(at).id) || isBeside(at);
  const indexes = process.nodes.map((_, at) => at);
  const {
    touchpoint: touchpoints = [],
    anytime: anytimes = [],
    late: lates = [],
    meanwhile = [],
  } = begun(process);
  const called = collection.callersOf(process).length > 0;
  const first = touchpoints.length === 0 || called ? firstNodes(process, shape) : [];
  const usual = [...new Set([...touchpoints, ...first, ...anytimes])];
  const ways = caseWays(process, shape, lates.length === 0 ? [] : lateWaysFrom(usual));
  const entries = [...usual, ...lates.filter((at) => ways.graph.incoming[at]?.length === 0)];
  const reached = lazy(() =>
    reach(shape, [...entries, ...lates, ...meanwhile, ...(indexes.some(leadsAnywhere) ? indexes : [])]),
  );
  const around = lazy(() => stagesAround(process));
  const kinds = lazy(() => new Map(process.owners.map(({ id, kind }) => [id, kind])));
  return {
    process,
    gaps,
    collection,
    shape,
    node,
    ways: ways.graph,
    isBeside,
    edge: (at) => process.edges[at] ?? ways.unwritten[at - process.edges.length] ?? outside(at),
    indexOf: (id) => index().get(id) ?? -1,
    hasErrors: ({ id }) => gaps.nodesWithErrors.has(id),
    leadsAnywhere,
    entries,
    reached,
    isEnd,
    canStop,
    finishing: lazy(() => reach(reversed(ways.graph), indexes.filter(canStop))),
    loops: lazy(() => loops(ways.graph, { nodes: reached().has })),
    exits: (at) => [
      ...(shape.outgoing[at] ?? []).flatMap((edge) => process.edges[edge] ?? []),
      ...(open.get(node(at).id) ?? []),
    ],
    stagesAround: (id) => around()(id),
    hours: lazy(() => readWorkingHours(process.properties.hours).value),
    ownerKind: (id) => kinds().get(id) ?? 'role',
  };

  /** The ways from what is limited, as far as a case gets there without anything being late. */
  function lateWaysFrom(starts: readonly number[]): readonly (readonly [from: number, to: number])[] {
    const isUsual = reach(shape, starts, { takes: (edge) => process.edges[edge]?.kind !== 'meanwhile' });
    const lostTimeouts = new Set(
      gaps.lostExits.flatMap(({ from, kind }) => (kind === 'timeout' ? [from] : [])),
    );
    const exitKinds = (at: number): readonly EdgeKind[] => [
      ...(shape.outgoing[at] ?? []).flatMap((edge) => process.edges[edge]?.kind ?? []),
      ...(open.get(node(at).id) ?? []).map(({ kind }) => kind),
      ...(lostTimeouts.has(node(at).id) ? ['timeout' as const] : []),
    ];
    return lateWays(process, exitKinds, isUsual.has);
  }
}

/** The nodes at which something begins, by their kind. */
function begun({ nodes }: AnalysisInput['process']): Partial<Record<NodeKind, readonly number[]>> {
  const found: Partial<Record<NodeKind, number[]>> = {};
  for (const [at, node] of nodes.entries()) {
    if (node.kind !== 'touchpoint' && !isSideEntry(node)) continue;
    const known = found[node.kind];
    if (known === undefined) found[node.kind] = [at];
    else known.push(at);
  }
  return found;
}

/**
 * The node at which a case is that did not come in at a touchpoint: the first, but for what begins beside its way and
 * what that alone leads to; none in a flow of nothing else.
 */
function firstNodes({ nodes, edges }: AnalysisInput['process'], shape: Digraph): readonly number[] {
  const sides = nodes.flatMap((node, at) => (isSideEntry(node) ? [at] : []));
  if (sides.length === 0) return nodes.length === 0 ? [] : [0];
  const aside = reach(shape, sides, { takes: (edge) => edges[edge]?.jump === false });
  const own = nodes.findIndex((_, at) => !aside.has(at));
  const first = own === -1 ? nodes.findIndex((node) => !isSideEntry(node)) : own;
  return first === -1 ? [] : [first];
}

function outside(index: number): never {
  throw new RangeError(`there is no ${index} in this graph`);
}
