import { lazy } from '../analysis/lazy.ts';
import type { CheckedFlow } from '../check/checked-file.ts';
import { loops } from '../graph/components.ts';
import { reversed, shapeOf } from '../graph/digraph.ts';
import { reach } from '../graph/reach.ts';
import type { Built } from '../model/built.ts';
import type { OpenExit } from '../model/gaps.ts';
import { flowOf } from '../model/node-parts.ts';
import type { Node } from '../model/process.ts';
import type { Span } from '../text/span.ts';
import type { FileContext, FlowContext, ProjectContext } from './context.ts';

/** The view that rules have of the flow that stands at a place among those of its file; see `FlowContext`. */
export function flowContext(
  built: Built,
  place: number,
  file: FileContext,
  project: ProjectContext,
): FlowContext {
  const { process, gaps } = built;
  const checked = lazy((): CheckedFlow => file.checked.flows[place] ?? outside(place));
  const shape = shapeOf(process);
  const index = lazy(() => new Map(process.nodes.map(({ id }, number) => [id, number])));
  const open = new Map<string, OpenExit[]>();
  for (const exit of gaps.openExits) open.set(exit.from, [...(open.get(exit.from) ?? []), exit]);
  const lost = new Set(gaps.lostExits.map(({ from }) => from));
  const node = (at: number): Node => process.nodes[at] ?? outside(at);
  const leadsAnywhere = (at: number): boolean =>
    gaps.nodesWithErrors.has(node(at).id) || lost.has(node(at).id);
  const isEnd = (at: number): boolean => {
    const { kind } = node(at);
    return kind === 'end' || kind === 'transfer' || (kind === 'call' && !project.comesBack(flowOf(node(at))));
  };
  const canStop = (at: number): boolean => isEnd(at) || leadsAnywhere(at) || open.has(node(at).id);
  const indexes = process.nodes.map((_, at) => at);
  const touchpoints = indexes.filter((at) => node(at).kind === 'touchpoint');
  const called = project.callersOf(process).length > 0;
  const first = indexes.slice(0, touchpoints.length === 0 || called ? 1 : 0);
  const entries = [...new Set([...touchpoints, ...first])];
  const reached = lazy(() => reach(shape, indexes.some(leadsAnywhere) ? [...entries, ...indexes] : entries));
  const items = lazy(
    () =>
      new Map(
        checked().parts.map(({ item }) => [
          item.kind === 'if-arm' ? item.arm.span.start : item.span.start,
          item,
        ]),
      ),
  );
  const owners = lazy(() => new Map(process.owners.map((owner) => [owner.id, owner])));
  const headSpan = ({ id }: Pick<Node, 'id'>): Span => built.origin.nodes.get(id)?.head ?? built.origin.flow;
  return {
    process,
    get origin() {
      return built.origin;
    },
    gaps,
    get checked() {
      return checked();
    },
    file,
    project,
    shape,
    node,
    edge: (at) => process.edges[at] ?? outside(at),
    indexOf: (id) => index().get(id) ?? -1,
    headSpan,
    nameSpan: ({ id }) => built.origin.nodes.get(id)?.name ?? built.origin.flow,
    exitSpan: ({ id }) => built.origin.edges.get(id) ?? built.origin.flow,
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
    item: (at) => items().get(headSpan(node(at)).start),
    ownerLabel: (id) =>
      (owners().get(id) ?? checked().scope.roles.get(id) ?? checked().scope.systems.get(id))?.label ?? id,
    ownerKind: (id) => owners().get(id)?.kind ?? 'role',
  };
}

function outside(index: number): never {
  throw new RangeError(`there is no ${index} in this graph`);
}
