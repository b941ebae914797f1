import type { EdgeKind, Node } from '../model/process.ts';
import type { Exit } from './exit.ts';
import type { Fill } from './options.ts';
import type { BranchItem, Continuation, Item } from './plan.ts';
import type { Cost, Solver } from './solver.ts';
import type { NodeUnit, ParallelUnit } from './unit.ts';
import { weights } from './weights.ts';

export const nothing: Cost = { cost: 0, lines: 0, mass: 0 };

/** What a way out of a statement costs that goes on in a block of its own, falls through, or is an arrow. */
export function branchCost(solver: Solver, exit: Exit, behind: number): Cost {
  const child = solver.regions.childOf(exit);
  if (child !== undefined) {
    const { cost, lines, mass } = solver.solve(child, behind);
    // A block of one line is written as an arrow on the line of its head.
    return {
      cost: cost + weights.block + weights.nest * mass,
      lines: lines <= 1 ? 0 : lines,
      mass: lines <= 1 ? weights.nest * mass : mass,
    };
  }
  const hidden = solver.regions.hiddenBehind(exit);
  if (hidden !== undefined) {
    const { cost, lines, mass } = solver.solve(hidden, behind);
    return {
      cost: cost + solver.arrowCost(exit) + weights.block + weights.nest * mass,
      lines: lines + 1,
      mass,
    };
  }
  return { ...nothing, cost: exit.to === behind ? emptyCost(solver, exit) : solver.arrowCost(exit) };
}

/** The units that stand in the block of a way out. */
export const nestedIn = ({ regions }: Solver, exit: Exit): readonly number[] => {
  const unit = regions.childOf(exit) ?? regions.hiddenBehind(exit);
  return unit === undefined ? [] : [unit];
};

/** A branch of which nothing stands in a block: it falls through, or is an arrow. */
export const bareCost = (solver: Solver, exit: Exit, behind: number): number =>
  exit.to === behind ? emptyCost(solver, exit) : solver.arrowCost(exit);

/** What it costs that a branch only goes on: `else` can be left out, and answers are bare; all others need braces. */
const emptyCost = ({ task }: Solver, { kind, from }: Exit): number => {
  const node = task.shape.nodes[from];
  const isRetry = node?.kind === 'decision' && node.decision.kind === 'retry';
  return bareKinds.has(kind) || isRetry ? 0 : task.taste.empty;
};

const bareKinds: ReadonlySet<EdgeKind> = new Set(['no', 'next', 'when', 'otherwise']);

/** What is done beside a statement, and what it costs. */
export function besideOf(
  solver: Solver,
  each: NodeUnit | ParallelUnit,
): Cost & { readonly branches: readonly BranchItem[] } {
  if (each.branches.length === 0) return { ...nothing, branches: [] };
  const inner = solver.inner.branches(each);
  const sum = { ...nothing };
  for (const branch of inner) {
    sum.cost += branch.cost + weights.nest * branch.mass;
    sum.lines += branch.lines + 2;
    sum.mass += branch.mass + 1;
  }
  return { ...sum, branches: each.branches.map(({ exit }, at) => ({ exit, items: inner[at]?.items ?? [] })) };
}

export function branchOf(solver: Solver, exit: Exit, behind: number, fill: Fill): Continuation {
  const child = solver.regions.childOf(exit);
  const hidden = solver.regions.hiddenBehind(exit);
  const unit = child ?? hidden;
  if (unit === undefined) return bareBranch(exit, behind);
  const items: Item[] = child === undefined ? [{ kind: 'arrow', to: exit.to }] : [];
  fill(items, unit, behind, exit);
  return { kind: 'block', exit, items };
}

export const bareBranch = (exit: Exit, behind: number): Continuation =>
  exit.to === behind ? { kind: 'falls', exit } : { kind: 'jumps', exit, to: exit.to };

/** The mass of a line of a node. */
export const massOf = ({ task }: Solver, at: number): number =>
  weights.line + weights.likelyLine * (task.shares.ofNode[at] ?? 0);

/** A node's own lines: its head, and what stands on lines of its own. */
export const lineCountOf = (node: Node): number => 1 + textsOf(node);

/** How many words to say, notes, links and fields a node has: each is long, and is read by itself. */
export const textsOf = ({ say, notes, link, fields }: Node): number =>
  say.length + notes.length + fields.length + (link === undefined ? 0 : 1);
