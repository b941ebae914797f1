import type { CheckedFlow } from '../check/checked-file.ts';
import type { Part } from '../check/parts-of-flow.ts';
import { loops } from '../graph/components.ts';
import { type Digraph, reversed, shapeOf } from '../graph/digraph.ts';
import type { FlowEdge, FlowGraph, FlowNode, OpenExit, Owner } from '../model/flow-graph.ts';
import { type Reached, reach } from '../graph/reach.ts';
import type { FileContext } from './file-context.ts';
import { lazy } from './lazy.ts';
import type { ProjectContext } from './project-context.ts';

/**
 * What flow rules see: one flow, what is known of the others, and the analyses that several rules need, each made once.
 * Nodes are named by their index. A node that leads anywhere was recovered from a broken statement, or jumps to a name
 * that is none: what comes of it is another error's business.
 */
export interface FlowContext {
  readonly graph: FlowGraph;
  readonly checked: CheckedFlow;
  readonly file: FileContext;
  readonly project: ProjectContext;
  readonly shape: Digraph;
  node(index: number): FlowNode;
  edge(index: number): FlowEdge;
  indexOf(id: string): number;
  leadsAnywhere(index: number): boolean;
  /** All touchpoints; the first node too where the flow has none, or others call it. */
  readonly entries: readonly number[];
  /** From the entries; every node in a flow of which a part leads anywhere. */
  reached(): Reached;
  /** Where a path is over as it should be: an end, a transfer, the call of a flow that doesn't come back. */
  isEnd(index: number): boolean;
  /** True where a path can stop: at an end, but also at a missing one, or where it leads anywhere. */
  canStop(index: number): boolean;
  /** Nodes from which a path can stop. */
  finishing(): Reached;
  /** What can be gone round again and again among the nodes that are reached. */
  loops(): readonly (readonly number[])[];
  /** The ways out of a node, those that lead to nothing among them. */
  exits(index: number): readonly (FlowEdge | OpenExit)[];
  /** What was written for a node. */
  item(index: number): Part['item'] | undefined;
  /** How an owner is called; the name itself where nobody declared it. */
  ownerLabel(id: string): string;
  ownerKind(id: string): Owner['kind'];
}

export function flowContext(
  graph: FlowGraph,
  checked: CheckedFlow,
  file: FileContext,
  project: ProjectContext,
): FlowContext {
  const shape = shapeOf(graph);
  const index = lazy(() => new Map(graph.nodes.map(({ id }, number) => [id, number])));
  const open = new Map<string, OpenExit[]>();
  for (const exit of graph.openExits) open.set(exit.from, [...(open.get(exit.from) ?? []), exit]);
  const lost = new Set((graph.lostExits ?? []).map(({ from }) => from));
  const node = (at: number): FlowNode => graph.nodes[at] ?? outside(at);
  const leadsAnywhere = (at: number): boolean => node(at).recovered || lost.has(node(at).id);
  const isEnd = (at: number): boolean => {
    const { kind, flow } = node(at);
    return kind === 'end' || kind === 'transfer' || (kind === 'call' && !project.comesBack(flow));
  };
  const canStop = (at: number): boolean => isEnd(at) || leadsAnywhere(at) || open.has(node(at).id);
  const indexes = graph.nodes.map((_, at) => at);
  const touchpoints = indexes.filter((at) => node(at).kind === 'touchpoint');
  const called = project.callersOf(graph).length > 0;
  const first = indexes.slice(0, touchpoints.length === 0 || called ? 1 : 0);
  const entries = [...new Set([...touchpoints, ...first])];
  const reached = lazy(() => reach(shape, indexes.some(leadsAnywhere) ? [...entries, ...indexes] : entries));
  const items = lazy(
    () =>
      new Map(
        checked.parts.map(({ item }) => [
          item.kind === 'if-arm' ? item.arm.span.start : item.span.start,
          item,
        ]),
      ),
  );
  const owners = lazy(() => new Map(graph.owners.map((owner) => [owner.id, owner])));
  return {
    graph,
    checked,
    file,
    project,
    shape,
    node,
    edge: (at) => graph.edges[at] ?? outside(at),
    indexOf: (id) => index().get(id) ?? -1,
    leadsAnywhere,
    entries,
    reached,
    isEnd,
    canStop,
    finishing: lazy(() => reach(reversed(shape), indexes.filter(canStop))),
    loops: lazy(() => loops(shape, { nodes: reached().has })),
    exits: (at) => [
      ...(shape.outgoing[at] ?? []).flatMap((edge) => graph.edges[edge] ?? []),
      ...(open.get(node(at).id) ?? []),
    ],
    item: (at) => items().get(node(at).span.start),
    ownerLabel: (id) =>
      (owners().get(id) ?? checked.scope.roles.get(id) ?? checked.scope.systems.get(id))?.label ?? id,
    ownerKind: (id) => owners().get(id)?.kind ?? 'role',
  };
}

function outside(index: number): never {
  throw new RangeError(`there is no ${index} in this graph`);
}
