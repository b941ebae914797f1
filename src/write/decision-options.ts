import { decisionOf, isEntryKind } from '../model/node-parts.ts';
import { type Arm, bareArm, blockArm, chainArm, fitsChain, splitArm } from './arms.ts';
import { besideOf, lineCountOf, massOf, nestedIn } from './branches.ts';
import type { Exit } from './exit.ts';
import type { Option } from './options.ts';
import type { Solver } from './solver.ts';
import type { NodeUnit, Unit } from './unit.ts';

/** How often a branch is split to get at what is in it. */
const mostSplits = 2;

/** How many branches, the last ones of a decision, are each tried for going on behind it. */
const mostPromoted = 16;

/**
 * The ways to write a decision, or a wait for the first of several events. All its branches stand in blocks; or one
 * goes on behind it, so that its own is bare (a guard: `if late? -> end`); or only the first statement of one stands
 * in its block, and the rest goes on behind. What follows `then` in a counted return is a chain of arrows, never a
 * block.
 */
export function decisionOptions(
  solver: Solver,
  unit: number,
  each: NodeUnit,
  splits: number,
): readonly Option[] {
  const { regions, level } = solver;
  const decision = decisionOf(each.node);
  const isRetry = decision?.kind === 'retry';
  const exits = each.exits.filter(({ kind }) => kind !== 'retry');
  const nested = new Set(exits.flatMap((exit) => nestedIn(solver, exit)));
  const merges = (regions.children[unit] ?? []).filter((child) => !nested.has(child));
  const mayChain = (child: number): boolean => !isRetry || fitsChain(solver, child);
  const usualArm = (exit: Exit): Arm => (isRetry ? chainArm(solver, exit) : blockArm(solver, exit));
  const beside = besideOf(solver, each);
  const lines = lineCountOf(each.node) + (decision?.kind === 'if' || isRetry ? 0 : 1) + beside.lines;
  const mass = massOf(solver, each.at) + beside.mass;
  const option = (arms: readonly Arm[], rest: readonly number[], first?: number): Option => ({
    ...(first === undefined ? {} : { first }),
    rest,
    start(behind) {
      const sum = { cost: beside.cost, lines, mass };
      for (const arm of arms) {
        const part = arm.cost(behind);
        sum.cost += part.cost;
        sum.lines += part.lines;
        sum.mass += part.mass;
      }
      return sum;
    },
    item: (behind, fill) => ({
      kind: 'statement',
      at: each.at,
      branches: arms.map((arm) => arm.branch(behind, fill)),
      beside: beside.branches,
    }),
  });

  const options: Option[] = [];
  if ([...nested].every(mayChain)) options.push(option(exits.map(usualArm), merges));
  const promoted = exits.filter((exit) => regions.childOf(exit) !== undefined);
  for (const exit of promoted.length > mostPromoted ? promoted.slice(-mostPromoted) : promoted) {
    const child = regions.childOf(exit);
    if (child === undefined) continue;
    const but = (arm: Arm): readonly Arm[] => exits.map((other) => (other === exit ? arm : usualArm(other)));
    options.push(option(but(bareArm(solver, exit)), merges, child));
    if (splits >= mostSplits || !maySplit(level.units[child]) || !mayChain(child)) continue;
    for (const inner of solver.optionsOf(child, splits + 1))
      if (inner.first !== undefined || inner.rest.length > 0)
        options.push(option(but(splitArm(exit, inner)), [...merges, ...inner.rest], inner.first));
  }
  return options;
}

/** Whether a unit is a statement after which something can go on. */
const maySplit = (unit: Unit | undefined): boolean =>
  unit?.kind === 'parallel' ||
  (unit?.kind === 'node' && !isEntryKind(unit.node.kind) && !['transfer', 'end'].includes(unit.node.kind));
