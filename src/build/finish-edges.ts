import type { NodeNames } from '../check/node-names.ts';
import type { Draft, Exit } from './draft.ts';
import type { FlowEdge, UnreachedJump } from '../model/flow-graph.ts';

/** An edge, and its nodes by index. */
export interface IndexedEdge {
  readonly from: number;
  readonly to: number;
  readonly edge: FlowEdge;
}

export interface FinishedEdges {
  readonly edges: readonly IndexedEdge[];
  /** Exits by a jump to a name that is none. */
  readonly lost: readonly Exit[];
  readonly unreachedJumps: readonly UnreachedJump[];
}

/** Leads jumps to their nodes, and puts all edges in the order of the nodes they leave, usual path first. */
export function finishEdges(draft: Draft, ids: readonly string[], names: NodeNames): FinishedEdges {
  const indexOf = new Map(draft.nodes.map(({ identifier }, index) => [identifier, index]));
  const lost: Exit[] = [];
  const unreachedJumps: UnreachedJump[] = [];
  const found: { readonly exit: Exit; readonly to: number; readonly jump?: FlowEdge['span'] }[] = [
    ...draft.edges,
  ];
  for (const { jump, exits } of draft.jumps) {
    const target = names.byName.get(jump.id.name);
    const to =
      target === undefined || target.kind === 'touchpoint' ? undefined : indexOf.get(target.identifier);
    for (const exit of exits) {
      if (to === undefined) lost.push({ ...exit, span: jump.span });
      else found.push({ exit, to, jump: jump.span });
    }
    if (exits.length === 0 && to !== undefined) unreachedJumps.push({ to: ids[to] ?? '', span: jump.span });
  }
  found.sort((a, b) => a.exit.from - b.exit.from || a.exit.rank - b.exit.rank);

  const times = new Map<string, number>();
  const edges = found.map(({ exit, to, jump }): IndexedEdge => {
    const { from, kind, label, probability } = exit;
    const pair = `${ids[from]}>${ids[to]}`;
    const time = (times.get(pair) ?? 0) + 1;
    times.set(pair, time);
    const edge: FlowEdge = {
      id: time === 1 ? pair : `${pair}#${time}`,
      from: ids[from] ?? '',
      to: ids[to] ?? '',
      kind,
      ...(label === undefined ? {} : { label }),
      ...(probability === undefined ? {} : { probability }),
      jump: jump !== undefined,
      span: jump ?? exit.span,
    };
    return { from, to, edge };
  });
  return { edges, lost, unreachedJumps };
}
