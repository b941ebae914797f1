import { isEntry, type NodeNames } from '../check/node-names.ts';
import type { OpenExit } from '../model/gaps.ts';
import type { UnreachedJump } from '../model/origin.ts';
import type { Edge } from '../model/process.ts';
import type { Span } from '../text/span.ts';
import type { DraftExit, ProcessDraft } from './draft.ts';

/** An edge, its nodes by index, and where it was written. */
export interface IndexedEdge {
  readonly from: number;
  readonly to: number;
  readonly edge: Edge;
  readonly span: Span;
}

export interface FinishedEdges {
  readonly edges: readonly IndexedEdge[];
  /** Exits by a jump to a name that is none. */
  readonly lost: readonly DraftExit[];
  readonly unreachedJumps: readonly UnreachedJump[];
}

/** Leads jumps to their nodes, and puts all edges in the order of the nodes they leave, usual path first. */
export function finishEdges(draft: ProcessDraft, ids: readonly string[], names: NodeNames): FinishedEdges {
  const indexOf = new Map(draft.nodes.map(({ identifier }, index) => [identifier, index]));
  const lost: DraftExit[] = [];
  const unreachedJumps: UnreachedJump[] = [];
  const found: { readonly exit: DraftExit; readonly to: number; readonly jump?: Span }[] = [...draft.edges];
  for (const { jump, exits } of draft.jumps) {
    const target = names.byName.get(jump.id.name);
    const to = target === undefined || isEntry(target) ? undefined : indexOf.get(target.identifier);
    for (const exit of exits) {
      if (to === undefined) lost.push({ ...exit, span: jump.span });
      else found.push({ exit, to, jump: jump.span });
    }
    if (exits.length === 0 && to !== undefined) unreachedJumps.push({ to: ids[to] ?? '', span: jump.span });
  }
  found.sort((a, b) => a.exit.from - b.exit.from || a.exit.rank - b.exit.rank);

  const idOf = uniqueIds();
  const edges = found.map(({ exit, to, jump }): IndexedEdge => {
    const { from, kind, label, probability, name, timing, remarks, span } = exit;
    const edge: Edge = {
      id: idOf(`${ids[from]}>${ids[to]}`),
      from: ids[from] ?? '',
      to: ids[to] ?? '',
      kind,
      ...(label === undefined ? {} : { label }),
      ...(probability === undefined ? {} : { probability }),
      ...(name === undefined ? {} : { name }),
      ...(timing === undefined ? {} : { timing }),
      ...(remarks === undefined ? {} : { remarks }),
      jump: jump !== undefined,
    };
    return { from, to, edge, span: jump ?? span };
  });
  return { edges, lost, unreachedJumps };
}

/** An exit that leads nowhere, and where it was written. */
export interface LocatedExit {
  readonly exit: OpenExit;
  readonly span: Span;
}

/**
 * Names exits that lead nowhere as edges are named, without a target. Ids are unique among all that one call is given.
 */
export function nameExits(exits: readonly DraftExit[], ids: readonly string[]): readonly LocatedExit[] {
  const idOf = uniqueIds();
  return exits.map(({ from, rank: _, span, ...exit }) => ({
    exit: { id: idOf(`${ids[from]}>`), from: ids[from] ?? '', ...exit },
    span,
  }));
}

/** Gives each name that was given before a number behind it. */
function uniqueIds(): (name: string) => string {
  const times = new Map<string, number>();
  return (name) => {
    const time = (times.get(name) ?? 0) + 1;
    times.set(name, time);
    return time === 1 ? name : `${name}#${time}`;
  };
}
