import { isEntryKind, isForking } from '../model/node-parts.ts';
import type { Node } from '../model/process.ts';
import { type Exit, openEnd } from './exit.ts';
import type { ProcessShape } from './shape.ts';
import type { NodeUnit, ParallelUnit, UnitBranch } from './unit.ts';

/**
 * Branches that are closed, so that no path leads out of them or into them: those of a parallel, or of a choice of
 * which several answers may apply, which come together at a join; and what is done beside a step, or beside the work.
 * What is in a branch is all that hangs together with its first node when what opens it and its join are taken away.
 */
export interface Inside {
  /** The node that the branches leave. */
  readonly opening: number;
  /** The join at which they come together; unset where each ends by itself. */
  readonly join?: number;
  readonly branches: readonly BranchMembers[];
  /** All that is in a branch. */
  readonly content: ReadonlySet<number>;
}

interface BranchMembers {
  readonly exit: Exit;
  readonly members: ReadonlySet<number>;
}

/** Branches that are not closed: why, in words that go on behind the name of what opens them. */
export interface RefusedBranches {
  readonly opening: number;
  readonly join?: number;
  readonly reason: string;
}

export interface ClosedBranches {
  readonly insides: ReadonlyMap<number, Inside>;
  readonly refused: readonly RefusedBranches[];
}

/** How deep closed branches may stand in each other: well below the nested blocks that the language allows. */
const deepestBranch = 20;

/** Whether a node is one whose branch is beside the work of all of its flow or stage. */
const isBesideAll = ({ kind }: Node): boolean => kind === 'meanwhile';

/** The closed branches of a process, and those that cannot be written as blocks: some path leads past their ends. */
export function closedBranchesOf({ nodes, exits }: ProcessShape): ClosedBranches {
  const byId = new Map(nodes.map(({ id }, at) => [id, at]));
  const near: number[][] = nodes.map(() => []);
  const link = (a: number, b: number): void => {
    near[a]?.push(b);
    near[b]?.push(a);
  };
  for (const list of exits) for (const { from, to } of list) if (to >= 0) link(from, to);
  const openings: Opening[] = [];
  const refused: RefusedBranches[] = [];
  for (const [at, node] of nodes.entries()) {
    if (!isForking(node)) {
      if (isBesideAll(node) || (exits[at] ?? []).some(({ kind }) => kind === 'meanwhile'))
        openings.push({ opening: at });
      continue;
    }
    const named = 'partner' in node ? node.partner : undefined;
    const join = byId.get(named ?? '');
    const partner = join === undefined ? undefined : nodes[join];
    if (named === undefined) openings.push({ opening: at });
    else if (join === undefined || partner?.kind !== 'join' || partner.partner !== node.id)
      refused.push({ opening: at, reason: 'has no bar at which its branches meet' });
    else {
      openings.push({ opening: at, join });
      // Bars belong together even where no line leads from one to the other.
      link(at, join);
    }
  }
  const insides = new Map<number, Inside>();
  for (const opening of openings) {
    const found = insideOf({ nodes, exits }, near, opening);
    if (typeof found === 'string') refused.push({ ...opening, reason: found });
    else insides.set(opening.opening, found);
  }
  refuseTangled(insides, refused);
  return { insides, refused };
}

interface Opening {
  readonly opening: number;
  readonly join?: number;
}

function insideOf(
  shape: Pick<ProcessShape, 'nodes' | 'exits'>,
  near: readonly (readonly number[])[],
  place: Opening,
): Inside | string {
  const { nodes, exits } = shape;
  const { opening, join } = place;
  const node = nodes[opening];
  const isBeside = node !== undefined && !isForking(node);
  const own = exits[opening] ?? [];
  const isOwn = ({ kind }: Exit): boolean =>
    !isBeside || kind === 'meanwhile' || (node !== undefined && isBesideAll(node));
  const found = membersOf(shape, near, place, own.filter(isOwn), isBeside);
  if (typeof found === 'string') return found;
  const { branches, content } = found;
  for (const at of content) {
    const inner = nodes[at];
    if (inner !== undefined && !mayStandInBranch(inner, isBeside))
      return `has “${inner.label}” in a branch, where no path can begin or end`;
    // A path that is open would have a join, where none waits for it.
    const mayBeOpen = join !== undefined || isBeside;
    if (
      (exits[at] ?? []).some(({ to }) => !(to === join || content.has(to) || (to === openEnd && mayBeOpen)))
    )
      return 'has a path that leads out of its branches';
  }
  const behind = join === undefined ? own.filter((exit) => !isOwn(exit)) : (exits[join] ?? []);
  if (behind.some(({ to }) => content.has(to))) return 'has a path that leads back into its branches';
  return { opening, ...(join === undefined ? {} : { join }), branches, content };
}

/** What is in each branch, and in all of them; a reason where two hang together. */
function membersOf(
  { exits }: Pick<ProcessShape, 'exits'>,
  near: readonly (readonly number[])[],
  { opening, join }: Opening,
  own: readonly Exit[],
  isBeside: boolean,
): Pick<Inside, 'branches' | 'content'> | string {
  const branchOf = new Map<number, Set<number>>();
  /** False where it touches another branch. */
  const spread = (start: number, members: Set<number>): boolean => {
    const stack = [start];
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      if (at === opening || at === join) continue;
      const owner = branchOf.get(at);
      if (owner === members) continue;
      if (owner !== undefined) return false;
      branchOf.set(at, members);
      members.add(at);
      stack.push(...(near[at] ?? []));
    }
    return true;
  };
  const branches = own.map((exit) => ({ exit, members: new Set<number>() }));
  // What is done beside the work may be nothing; a branch that others wait for leads somewhere.
  for (const { exit, members } of branches)
    if (exit.to === openEnd && isBeside) continue;
    else if (exit.to === openEnd || exit.to === opening || !spread(exit.to, members))
      return 'has branches that are not apart';
  // What leads to the join and is reached by nothing belongs to a branch that has something in it.
  const home = branches.find(({ members }) => members.size > 0);
  for (const at of near[join ?? -1] ?? [])
    if (at !== opening && !branchOf.has(at) && (exits[at] ?? []).some(({ to }) => to === join)) {
      if (home === undefined) return 'has work between its bars that no branch leads to';
      if (!spread(at, home.members)) return 'has branches that are not apart';
    }
  return { branches, content: new Set(branchOf.keys()) };
}

/** An `end` ends its branch alone; what is beside the work can end nothing. */
const mayStandInBranch = ({ kind }: Node, isBeside: boolean): boolean =>
  !isEntryKind(kind) && kind !== 'transfer' && (kind !== 'end' || !isBeside);

/** Refuses one of two that are each inside of the other, and each that is too deep. */
function refuseTangled(insides: Map<number, Inside>, refused: RefusedBranches[]): void {
  const refuse = ({ opening, join }: Inside, reason: string): void => {
    insides.delete(opening);
    refused.push({ opening, ...(join === undefined ? {} : { join }), reason });
  };
  for (const inside of [...insides.values()]) {
    let around = 0;
    let isTangled = false;
    for (const other of insides.values()) {
      if (other === inside || !other.content.has(inside.opening)) continue;
      around += 1;
      isTangled ||=
        inside.content.has(other.opening) || (inside.join !== undefined && !other.content.has(inside.join));
    }
    if (isTangled) refuse(inside, 'is tangled with another one');
    else if (around >= deepestBranch) refuse(inside, 'stands too deep in others');
  }
}

/** The units of a place: plain nodes, and those with closed branches with all that is in them. */
export function unitsOf(
  shape: ProcessShape,
  insides: ReadonlyMap<number, Inside>,
  members: readonly number[],
  join?: number,
): readonly (NodeUnit | ParallelUnit)[] {
  const hidden = new Set<number>();
  for (const opening of members) {
    const inside = insides.get(opening);
    if (inside === undefined) continue;
    if (inside.join !== undefined) hidden.add(inside.join);
    for (const at of inside.content) hidden.add(at);
  }
  const outward = (list: readonly Exit[] = []): readonly Exit[] =>
    join === undefined ? list : list.map((exit) => (exit.to === join ? { ...exit, to: openEnd } : exit));
  return members.flatMap((at): (NodeUnit | ParallelUnit)[] => {
    const node = shape.nodes[at];
    if (node === undefined || hidden.has(at)) return [];
    const inside = insides.get(at);
    const exits = shape.exits[at] ?? [];
    if (inside === undefined)
      return [{ kind: 'node', at, node, exits: outward(exits), all: [at], branches: [] }];
    const branches = inside.branches.map(({ exit, members: inner }): UnitBranch => {
      const units = unitsOf(
        shape,
        insides,
        [...inner].sort((a, b) => a - b),
        inside.join,
      );
      const isEmpty = exit.to === inside.join || exit.to === openEnd;
      return { exit, units, ...(isEmpty ? {} : { first: exit.to }) };
    });
    if (!isForking(node)) {
      const own = new Set(inside.branches.map(({ exit }) => exit));
      const others = exits.filter((exit) => !own.has(exit));
      return [{ kind: 'node', at, node, exits: outward(others), all: [at, ...inside.content], branches }];
    }
    return [
      {
        kind: 'parallel',
        at,
        node,
        branches,
        exits: inside.join === undefined ? [] : outward(shape.exits[inside.join]),
        all: [at, ...(inside.join === undefined ? [] : [inside.join]), ...inside.content],
      },
    ];
  });
}
