import { depthFirst } from '../graph/depth-first.ts';
import { digraph } from '../graph/digraph.ts';
import { dominators } from '../graph/dominators.ts';
import { isEntryKind } from '../model/node-parts.ts';
import { type Exit, openEnd } from './exit.ts';
import type { Unit } from './unit.ts';

/** A place where nothing lands: an exit that leads here is an arrow in any case. */
export const noLanding = -2;

/** Which lines have to be arrows, so that they say nothing about where a unit stands. */
export interface Forced {
  /** By `Exit.index`. */
  readonly exits: ReadonlySet<number>;
  /** Whether the path that comes into the scope goes on by an arrow. */
  readonly incoming: boolean;
  /** Units that nothing falls into, and the unit before which each stands. */
  readonly attached: ReadonlyMap<number, number>;
  /** Units that nothing falls into, and the exit behind whose arrow, in its block, each stands. By `Exit.index`. */
  readonly hidden: ReadonlyMap<number, Exit>;
}

/** What the regions are made of: the units of one level of the text. */
export interface Level {
  readonly units: readonly Unit[];
  /** The unit that a node is in; undefined for one of another level. */
  unitOf(node: number): number | undefined;
  /** The node that a path comes in at; undefined at the top of a flow. */
  readonly incoming: number | undefined;
}

/**
 * The tree of dominators over the units of a level, with one more on top, the `root`. What a unit dominates is its
 * region: one stretch of text.
 */
export interface Regions {
  readonly root: number;
  /** Reverse postorder, root first. */
  readonly order: readonly number[];
  readonly place: Int32Array;
  readonly parent: Int32Array;
  readonly depth: Int32Array;
  /** Those right below, in reverse postorder. */
  readonly children: readonly (readonly number[])[];
  dominates(above: number, below: number): boolean;
  /** All units of a region. */
  within(unit: number): readonly number[];
  /**
   * The unit that an exit alone leads into from outside, if it is right below the exit's own unit: it stands in its
   * branch.
   */
  childOf(exit: Exit): number | undefined;
  /** The unit that stands in an exit's block behind its arrow, though nothing leads there. */
  hiddenBehind(exit: Exit): number | undefined;
  /** The exit that alone leads into a unit. */
  wayInto(unit: number): Exit | undefined;
  /** The nodes, of any level, or the open end, that lines out of a region lead to. */
  readonly leaves: readonly ReadonlySet<number>[];
  /** How many lines lead from one region on to another, down the page. */
  linesDown(from: number, to: number): number;
  /** Units that nothing falls into, and whether a unit is only come to from those. */
  readonly sections: readonly number[];
  isSection(unit: number): boolean;
}

/** A way from one unit to another, by an exit; those from the root have none. */
interface Line {
  readonly from: number;
  readonly to: number;
  readonly exit?: Exit;
  readonly isSection: boolean;
}

export function regionsOf(level: Level, forced: Forced): Regions {
  const { units } = level;
  const root = units.length;
  const { lines, sections } = linesOf(level, forced);
  // Backwards, as what a walk goes to last stands first in reverse postorder.
  const graph = digraph(units.length + 1, lines.map(({ from, to }) => [from, to] as const).reverse());
  const lineAt = (edge: number): Line | undefined => lines[lines.length - 1 - edge];
  const { order, place } = depthFirst(graph, [root]);
  const parent = dominators(graph, root);
  const children: number[][] = Array.from({ length: root + 1 }, () => []);
  const depth = new Int32Array(root + 1);
  for (const unit of order) {
    if (unit === root) continue;
    const above = parent[unit] ?? root;
    children[above]?.push(unit);
    depth[unit] = (depth[above] ?? 0) + 1;
  }
  const { preorder, first, last } = preorderOf(children, root);
  const dominates = (above: number, below: number): boolean =>
    (first[above] ?? 0) <= (first[below] ?? 0) && (first[below] ?? 0) < (last[above] ?? 0);
  const ways = onlyWaysIn(units, graph.incoming, lineAt, dominates);
  const childByExit = new Map<number, number>();
  for (const [unit, exit] of ways)
    if (level.unitOf(exit.from) === parent[unit]) childByExit.set(exit.index, unit);

  const hiddenByExit = new Map<number, number>();
  for (const [unit, exit] of forced.hidden)
    if (level.unitOf(exit.from) === parent[unit] && !ways.has(unit) && !childByExit.has(exit.index))
      hiddenByExit.set(exit.index, unit);

  const down = new Map<number, number>();
  return {
    root,
    order,
    place,
    parent,
    depth,
    children,
    dominates,
    within: (unit) => preorder.slice(first[unit], last[unit]),
    childOf: ({ index }) => childByExit.get(index),
    hiddenBehind: ({ index }) => hiddenByExit.get(index),
    wayInto: (unit) => ways.get(unit),
    leaves: leavesOf(level, order, children, dominates),
    linesDown(from, to) {
      const key = from * (root + 1) + to;
      const known = down.get(key);
      if (known !== undefined) return known;
      let count = 0;
      for (let at = first[from] ?? 0; at < (last[from] ?? 0); at += 1) {
        const unit = preorder[at] ?? 0;
        for (const edge of graph.outgoing[unit] ?? []) {
          const target = graph.to[edge] ?? 0;
          if (dominates(to, target) && (place[target] ?? 0) > (place[unit] ?? 0)) count += 1;
        }
      }
      down.set(key, count);
      return count;
    },
    sections,
    isSection(unit) {
      const edges = graph.incoming[unit] ?? [];
      return edges.length > 0 && edges.every((edge) => lineAt(edge)?.isSection === true);
    },
  };
}

/** Whether an exit is an arrow however the text is arranged. */
export function isArrow({ units, unitOf }: Level, exit: Exit, forced: Forced): boolean {
  if (exit.kind === 'retry' || forced.exits.has(exit.index)) return true;
  const target = unitOf(exit.to);
  const unit = target === undefined ? undefined : units[target];
  return unit?.kind === 'stage' && unit.head !== exit.to;
}

function linesOf(
  level: Level,
  forced: Forced,
): { readonly lines: readonly Line[]; readonly sections: readonly number[] } {
  const { units, unitOf, incoming } = level;
  const root = units.length;
  const lines: Line[] = [];
  const next: number[][] = Array.from({ length: root + 1 }, () => []);
  const add = (line: Line): void => {
    lines.push(line);
    next[line.from]?.push(line.to);
  };
  for (const [from, unit] of units.entries())
    for (const exit of unit.exits) {
      const to = unitOf(exit.to);
      if (to !== undefined && to !== from && !isArrow(level, exit, forced))
        add({ from, to, exit, isSection: false });
    }
  const entered = incoming === undefined || forced.incoming ? undefined : unitOf(incoming);
  if (entered !== undefined) add({ from: root, to: entered, isSection: false });
  for (const [unit, each] of units.entries())
    if (unit !== entered && isEntered(each)) add({ from: root, to: unit, isSection: false });

  const reached = new Uint8Array(root + 1);
  const spread = (start: number): void => {
    const stack = [start];
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      if (reached[at] === 1) continue;
      reached[at] = 1;
      stack.push(...(next[at] ?? []));
    }
  };
  spread(root);
  const sections: number[] = [];
  const startSection = (unit: number): void => {
    if (reached[unit] === 1) return;
    const exit = forced.hidden.get(unit);
    const before = exit === undefined ? forced.attached.get(unit) : unitOf(exit.from);
    const from = before !== undefined && reached[before] === 1 ? before : root;
    add({ from, to: unit, isSection: true });
    sections.push(unit);
    spread(unit);
  };
  // First what nothing at all leads to, so that what only it leads to stands behind it; then one of each circle.
  const waysIn = new Int32Array(root + 1);
  for (const { from, to } of lines) if (reached[from] === 0) waysIn[to] = (waysIn[to] ?? 0) + 1;
  for (const unit of units.keys()) if (waysIn[unit] === 0) startSection(unit);
  for (const unit of units.keys()) startSection(unit);
  return { lines, sections };
}

const isEntered = (unit: Unit): boolean =>
  unit.kind === 'stage' ? unit.isEntered : isEntryKind(unit.node.kind);

/** A walk over the tree: what is below a unit stands between its first place and the last. */
function preorderOf(children: readonly (readonly number[])[], root: number) {
  const first = new Int32Array(children.length);
  const last = new Int32Array(children.length);
  const preorder: number[] = [];
  const stack = [root];
  for (let unit = stack.pop(); unit !== undefined; unit = stack.pop()) {
    first[unit] = preorder.length;
    preorder.push(unit);
    const below = children[unit] ?? [];
    for (let at = below.length - 1; at >= 0; at -= 1) stack.push(below[at] ?? 0);
  }
  // Sizes from the leaves up.
  for (let at = preorder.length - 1; at >= 0; at -= 1) {
    const unit = preorder[at] ?? 0;
    let end = at + 1;
    for (const below of children[unit] ?? []) end = Math.max(end, last[below] ?? 0);
    last[unit] = end;
  }
  return { preorder, first, last };
}

function onlyWaysIn(
  units: readonly Unit[],
  incoming: readonly (readonly number[])[],
  lineAt: (edge: number) => Line | undefined,
  dominates: (above: number, below: number) => boolean,
): ReadonlyMap<number, Exit> {
  const ways = new Map<number, Exit>();
  for (const unit of units.keys()) {
    let only: Line | undefined;
    let count = 0;
    for (const edge of incoming[unit] ?? []) {
      const line = lineAt(edge);
      if (line === undefined || dominates(unit, line.from)) continue;
      only = line;
      count += 1;
    }
    if (count === 1 && only?.exit !== undefined && units[only.from]?.kind !== 'stage')
      ways.set(unit, only.exit);
  }
  return ways;
}

function leavesOf(
  { units, unitOf }: Level,
  order: readonly number[],
  children: readonly (readonly number[])[],
  dominates: (above: number, below: number) => boolean,
): readonly ReadonlySet<number>[] {
  const leaves: ReadonlySet<number>[] = Array.from({ length: units.length + 1 }, () => new Set<number>());
  const isOutside = (unit: number, target: number): boolean => {
    const at = target === openEnd ? undefined : unitOf(target);
    return at === undefined || !dominates(unit, at);
  };
  for (let at = order.length - 1; at > 0; at -= 1) {
    const unit = order[at] ?? 0;
    const own = (units[unit]?.exits ?? []).flatMap(({ to }) => (isOutside(unit, to) ? [to] : []));
    const below = children[unit] ?? [];
    const [only] = below;
    const inherited = only === undefined ? undefined : leaves[only];
    // A long row of steps shares one set.
    if (below.length === 1 && inherited !== undefined && own.every((to) => inherited.has(to))) {
      let isSame = true;
      for (const to of inherited) isSame &&= isOutside(unit, to);
      if (isSame) {
        leaves[unit] = inherited;
        continue;
      }
    }
    const all = new Set(own);
    for (const each of below) for (const to of leaves[each] ?? []) if (isOutside(unit, to)) all.add(to);
    leaves[unit] = all;
  }
  return leaves;
}
