import { type Exit, openEnd } from './exit.ts';
import type { ProcessShape } from './shape.ts';
import type { NodeUnit, ParallelUnit } from './unit.ts';

/** The inside of a parallel: what hangs together with the first node of each branch when both bars are taken away. */
export interface Inside {
  readonly fork: number;
  readonly join: number;
  readonly branches: readonly BranchMembers[];
  /** All that is in a branch. */
  readonly content: ReadonlySet<number>;
}

interface BranchMembers {
  readonly exit: Exit;
  readonly members: ReadonlySet<number>;
}

/** A parallel that is no block: why, in words that go on behind its name. */
export interface RefusedParallel {
  readonly fork: number;
  readonly join: number | undefined;
  readonly reason: string;
}

export interface Parallels {
  readonly insides: ReadonlyMap<number, Inside>;
  readonly refused: readonly RefusedParallel[];
}

/** How deep parallels may stand in each other: well below the nested blocks that the language allows. */
const deepestParallel = 20;

/** The parallels of a process, and those that cannot be written as a block: some path leads past its bars. */
export function parallelsOf({ nodes, exits }: ProcessShape): Parallels {
  const byId = new Map(nodes.map(({ id }, at) => [id, at]));
  const near: number[][] = nodes.map(() => []);
  const link = (a: number, b: number): void => {
    near[a]?.push(b);
    near[b]?.push(a);
  };
  for (const list of exits) for (const { from, to } of list) if (to >= 0) link(from, to);
  const forks: { readonly fork: number; readonly join: number }[] = [];
  const refused: RefusedParallel[] = [];
  const joined = new Set<number>();
  for (const [at, node] of nodes.entries()) {
    if (node.kind !== 'fork') continue;
    const join = byId.get(node.partner ?? '');
    const partner = join === undefined ? undefined : nodes[join];
    if (join === undefined || partner?.kind !== 'join' || partner.partner !== node.id)
      refused.push({ fork: at, join: undefined, reason: 'has no bar at which its branches meet' });
    else {
      forks.push({ fork: at, join });
      joined.add(join);
      // Bars belong together even where no line leads from one to the other.
      link(at, join);
    }
  }
  const insides = new Map<number, Inside>();
  for (const { fork, join } of forks) {
    const found = insideOf({ nodes, exits }, near, fork, join);
    if (typeof found === 'string') refused.push({ fork, join, reason: found });
    else insides.set(fork, found);
  }
  refuseTangled(insides, refused);
  return { insides, refused };
}

function insideOf(
  { nodes, exits }: Pick<ProcessShape, 'nodes' | 'exits'>,
  near: readonly (readonly number[])[],
  fork: number,
  join: number,
): Inside | string {
  const branchOf = new Map<number, Set<number>>();
  /** False where it touches another branch. */
  const spread = (start: number, members: Set<number>): boolean => {
    const stack = [start];
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      if (at === fork || at === join) continue;
      const owner = branchOf.get(at);
      if (owner === members) continue;
      if (owner !== undefined) return false;
      branchOf.set(at, members);
      members.add(at);
      stack.push(...(near[at] ?? []));
    }
    return true;
  };
  const branches = (exits[fork] ?? []).map((exit) => ({ exit, members: new Set<number>() }));
  for (const { exit, members } of branches)
    if (exit.to === openEnd || exit.to === fork || !spread(exit.to, members))
      return 'has branches that are not apart';
  // What leads to the join and is reached by nothing belongs to a branch that has something in it.
  const home = branches.find(({ members }) => members.size > 0);
  for (const at of near[join] ?? [])
    if (at !== fork && !branchOf.has(at) && (exits[at] ?? []).some(({ to }) => to === join)) {
      if (home === undefined) return 'has work between its bars that no branch leads to';
      if (!spread(at, home.members)) return 'has branches that are not apart';
    }
  for (const at of branchOf.keys()) {
    const node = nodes[at];
    if (node !== undefined && !mayStandInBranch(node.kind))
      return `has “${node.label}” in a branch, where no path can begin or end`;
    for (const { to } of exits[at] ?? [])
      if (to !== join && !branchOf.has(to)) return 'has a path that leads out of it between its bars';
  }
  if ((exits[join] ?? []).some(({ to }) => branchOf.has(to)))
    return 'has a path that leads back between its bars';
  return { fork, join, branches, content: new Set(branchOf.keys()) };
}

/** Version 1 of the language has no `end` in a branch; 1.1 has one, which ends that branch alone. */
const mayStandInBranch = (kind: ProcessShape['nodes'][number]['kind']): boolean =>
  kind !== 'touchpoint' && kind !== 'end' && kind !== 'transfer';

/** Refuses one of two parallels that are each inside of the other, and each that is too deep. */
function refuseTangled(insides: Map<number, Inside>, refused: RefusedParallel[]): void {
  const refuse = ({ fork, join }: Inside, reason: string): void => {
    insides.delete(fork);
    refused.push({ fork, join, reason });
  };
  for (const inside of [...insides.values()]) {
    let around = 0;
    let isTangled = false;
    for (const other of insides.values()) {
      if (other === inside || !other.content.has(inside.fork)) continue;
      around += 1;
      isTangled ||= inside.content.has(other.fork) || !other.content.has(inside.join);
    }
    if (isTangled) refuse(inside, 'is tangled with another one');
    else if (around >= deepestParallel) refuse(inside, 'stands too deep in others');
  }
}

/** The units of a place: plain nodes, and parallels with all that is in them. */
export function unitsOf(
  shape: ProcessShape,
  insides: ReadonlyMap<number, Inside>,
  members: readonly number[],
  join?: number,
): readonly (NodeUnit | ParallelUnit)[] {
  const hidden = new Set<number>();
  for (const fork of members) {
    const inside = insides.get(fork);
    if (inside === undefined) continue;
    hidden.add(inside.join);
    for (const at of inside.content) hidden.add(at);
  }
  const outward = (list: readonly Exit[] = []): readonly Exit[] =>
    join === undefined ? list : list.map((exit) => (exit.to === join ? { ...exit, to: openEnd } : exit));
  return members.flatMap((at): (NodeUnit | ParallelUnit)[] => {
    const node = shape.nodes[at];
    if (node === undefined || hidden.has(at)) return [];
    const inside = insides.get(at);
    if (inside === undefined) return [{ kind: 'node', at, node, exits: outward(shape.exits[at]), all: [at] }];
    const branches = inside.branches.map(({ exit, members: inner }) => ({
      exit,
      units: unitsOf(
        shape,
        insides,
        [...inner].sort((a, b) => a - b),
        inside.join,
      ),
      ...(exit.to === inside.join ? {} : { first: exit.to }),
    }));
    return [
      {
        kind: 'parallel',
        at,
        join: inside.join,
        node,
        branches,
        exits: outward(shape.exits[inside.join]),
        all: [at, inside.join, ...inside.content],
      },
    ];
  });
}
