import type { Node } from '../model/process.ts';
import type { Inside } from './closed-branches.ts';
import { type Exit, openEnd, type UnnumberedExit } from './exit.ts';
import type { Losses } from './losses.ts';
import { arrowsOf, type Item, openBlocksOf } from './plan.ts';
import { numbered, type ProcessShape } from './shape.ts';
import type { WritingTask } from './task.ts';
import { weights } from './weights.ts';

/** Something that arrows lead to and that can have no name: a node, or the open end of the flow or of a branch. */
interface Nameless {
  readonly to: number;
  /** For the open end of a closed branch: the join, if there is one, and what is in that branch. */
  readonly branch?: { readonly join?: number; readonly members: ReadonlySet<number> };
}

/** What arrows of a plan lead to that can have no name. */
export function namelessTargets(
  { shape, nameCost }: WritingTask,
  items: readonly Item[],
  insides: ReadonlyMap<number, Inside>,
): readonly Nameless[] {
  const found = new Map<string, Nameless>();
  const isNameless = (to: number): boolean => to < 0 || nameCost(to) >= weights.nameless;
  const stack: { readonly items: readonly Item[]; readonly branch?: NonNullable<Nameless['branch']> }[] = [
    { items },
  ];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { branch } = next;
    const around = branch === undefined ? {} : { branch };
    const add = (to: number): void => {
      if (to >= 0 && isNameless(to)) found.set(`${to}`, { to });
      if (to >= 0) return;
      const [first] = branch?.members ?? [];
      found.set(`end of ${first}`, { to: openEnd, ...around });
    };
    for (const item of next.items) {
      for (const to of [...arrowsOf(item), ...returnsOf(shape, item)]) add(to);
      for (const block of openBlocksOf(item)) stack.push({ items: block, ...around });
      if (item.kind !== 'parallel' && item.kind !== 'statement') continue;
      const inside = insides.get(item.at);
      const inner = item.kind === 'parallel' ? item.branches : item.beside;
      for (const [at, { items: block }] of inner.entries())
        stack.push({
          items: block,
          branch: {
            ...(inside?.join === undefined ? {} : { join: inside.join }),
            members: inside?.branches[at]?.members ?? new Set(),
          },
        });
    }
  }
  return [...found.values()];
}

/** The nodes that the counted returns of a statement lead back to. */
const returnsOf = ({ exits }: ProcessShape, item: Item): readonly number[] =>
  item.kind === 'statement'
    ? (exits[item.at] ?? []).flatMap(({ kind, to }) => (kind === 'retry' ? [to] : []))
    : [];

/** The language lets 20 counted returns hang on each other. */
const mostReturnsInARow = 15;

/** Counted returns of which too many follow each other with nothing between. */
export function longReturns({ nodes, exits }: ProcessShape): readonly Nameless[] {
  const isReturn = (at: number): boolean => {
    const node = nodes[at];
    return node?.kind === 'decision' && node.decision.kind === 'retry';
  };
  const next = (at: number): number => (exits[at] ?? []).find(({ kind }) => kind === 'yes')?.to ?? openEnd;
  const isFollowed = new Set(nodes.flatMap((_, at) => (isReturn(at) ? [next(at)] : [])));
  return nodes.flatMap((_, start) => {
    if (!isReturn(start) || isFollowed.has(start)) return [];
    const found: Nameless[] = [];
    let length = 1;
    for (let at = next(start); isReturn(at) && length <= nodes.length; at = next(at)) {
      length += 1;
      if (length % mostReturnsInARow === 0) found.push({ to: at });
    }
    return found;
  });
}

/** The label of a step that does nothing but be led to, in any language. */
export const landingLabel = '…';

/**
 * The shape with a step before each of these, to which all that leads there leads: it can have a name, and goes on to
 * them. Nothing is bent where the language has no way to say a graph: it is reported.
 */
export function withLandings(
  shape: ProcessShape,
  targets: readonly Nameless[],
  losses: Losses,
): ProcessShape {
  const nodes = [...shape.nodes];
  const ways: UnnumberedExit[][] = shape.exits.map((list) => list.map(withoutIndex));
  const ids = new Set(nodes.map(({ id }) => id));
  for (const { to, branch } of targets) {
    const goal = branch?.join ?? to;
    const at = nodes.length;
    const node = nodes[goal];
    for (const list of ways)
      for (const [place, way] of list.entries())
        if (way.to === goal && (branch === undefined || branch.members.has(way.from)))
          list[place] = { ...way, to: at };
    nodes.push(landing(freeId(ids), node?.stage));
    ways.push([{ from: at, to: goal, kind: 'next', jump: false }]);
    if (branch !== undefined)
      losses.add(
        nodes[[...branch.members][0] ?? -1],
        `is in a branch whose paths meet before its end, which can have no name: they meet at a step “${landingLabel}”`,
      );
    else if (node === undefined)
      losses.add(undefined, `Paths that lead to no end meet at a step “${landingLabel}”`);
    else
      losses.add(
        node,
        `can have no name that an arrow could lead to: a step “${landingLabel}” stands before it`,
      );
  }
  return { ...shape, nodes, exits: numbered(ways) };
}

export const withoutIndex = ({ index: _, ...way }: Exit): UnnumberedExit => way;

export const landing = (id: string, stage: string | undefined): Node => ({
  kind: 'step',
  id,
  label: landingLabel,
  named: false,
  ...(stage === undefined ? {} : { stage }),
  with: [],
  to: [],
  using: [],
  say: [],
  notes: [],
  fields: [],
  withinByLevel: [],
  takesByLevel: [],
  takes: [],
});

function freeId(taken: Set<string>): string {
  let number = 1;
  while (taken.has(`landing-${number}`)) number += 1;
  taken.add(`landing-${number}`);
  return `landing-${number}`;
}
