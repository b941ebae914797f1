import { isEntryKind } from '../model/node-parts.ts';
import { bareBranch, besideOf, branchCost, branchOf, lineCountOf, massOf, nestedIn } from './branches.ts';
import type { Option } from './options.ts';
import type { Continuation } from './plan.ts';
import type { Solver } from './solver.ts';
import type { NodeUnit, ParallelUnit, StageUnit } from './unit.ts';
import { shortException } from './weights.ts';

/**
 * The one way to write a step, wait, escalation, call, end, transfer, touchpoint or parallel: what it goes on with
 * stands behind it. Where an arrow stands there, its exceptions that stay open go the same way.
 */
export function statementOptions(
  solver: Solver,
  unit: number,
  each: NodeUnit | ParallelUnit,
): readonly Option[] {
  const { regions, task } = solver;
  const usual = each.exits.find(({ kind }) => kind === 'next');
  const others = each.exits.filter((exit) => exit !== usual);
  const first = usual === undefined ? undefined : regions.childOf(usual);
  const nested = new Set(each.exits.flatMap((exit) => nestedIn(solver, exit)));
  const beside = besideOf(solver, each);
  const cost = beside.cost;
  const lines = lineCountOf(each.node) + beside.lines + (each.kind === 'parallel' ? 1 : 0);
  const mass = massOf(solver, each.at) + beside.mass;
  const interruption = task.taste.interruption * (task.shares.ofNode[each.at] ?? 0);
  const option: Option = {
    ...(first === undefined ? {} : { first }),
    rest: (regions.children[unit] ?? []).filter((child) => !nested.has(child)),
    start(behind) {
      const sum = { cost, lines, mass };
      let falls = behind;
      if (usual !== undefined && usual.to !== behind) {
        sum.cost += solver.arrowCost(usual);
        sum.lines += 1;
        sum.mass += massOf(solver, each.at);
        falls = usual.to;
      }
      for (const exit of others) {
        const branch = branchCost(solver, exit, falls);
        sum.cost += branch.cost + interruption * Math.max(0, branch.lines - shortException);
        sum.lines += 1 + branch.lines;
        sum.mass += 0.5 + branch.mass;
      }
      return sum;
    },
    item(behind, fill) {
      const arrow = usual !== undefined && usual.to !== behind ? { arrow: usual.to } : {};
      const falls = arrow.arrow ?? behind;
      if (each.kind === 'parallel')
        return { kind: 'parallel', at: each.at, branches: beside.branches, ...arrow };
      if (isEntryKind(each.node.kind) && usual !== undefined)
        return { kind: 'entry', at: each.at, branch: bareBranch(usual, behind) };
      const branches = others.map((exit): Continuation => branchOf(solver, exit, falls, fill));
      return { kind: 'statement', at: each.at, branches, beside: beside.branches, ...arrow };
    },
  };
  return [option];
}

/** A stage is written as it is; all that only leads on from it stands behind it. */
export function stageOptions(solver: Solver, unit: number, stage: StageUnit): readonly Option[] {
  return [
    {
      rest: solver.regions.children[unit] ?? [],
      start(behind) {
        const { cost, lines, mass } = solver.inner.stage(stage, behind);
        return { cost, lines: lines + 1, mass: mass + 1 };
      },
      item: (behind) => ({
        kind: 'stage',
        stage: stage.stage,
        items: solver.inner.stage(stage, behind).items,
      }),
    },
  ];
}
