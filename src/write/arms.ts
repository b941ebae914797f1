import { bareBranch, bareCost, branchCost, branchOf, nothing, textsOf } from './branches.ts';
import type { Exit } from './exit.ts';
import type { Fill, Option } from './options.ts';
import type { Continuation } from './plan.ts';
import type { Cost, Solver } from './solver.ts';
import type { NodeUnit } from './unit.ts';
import { weights } from './weights.ts';

/** One branch of a decision, as an option writes it. */
export interface Arm {
  cost(behind: number): Cost;
  branch(behind: number, fill: Fill): Continuation;
}

/** A branch with all that is only reached by it. */
export const blockArm = (solver: Solver, exit: Exit): Arm => ({
  cost: (behind) => withHead(branchCost(solver, exit, behind), exit, behind),
  branch: (behind, fill) => branchOf(solver, exit, behind, fill),
});

/** A branch with nothing in it: what it leads to stands behind the decision, or an arrow leads there. */
export const bareArm = (solver: Solver, exit: Exit): Arm => ({
  cost: (behind) => withHead({ ...nothing, cost: bareCost(solver, exit, behind) }, exit, behind),
  branch: (behind) => bareBranch(exit, behind),
});

/** A branch with the first statement of what it leads to; the rest stands behind the decision. */
export const splitArm = (exit: Exit, inner: Option): Arm => ({
  cost(behind) {
    const { cost, lines, mass } = inner.start(behind);
    return { cost: cost + weights.block + weights.split + weights.nest * mass, lines, mass };
  },
  branch: (behind, fill) => ({ kind: 'block', exit, items: [inner.item(behind, fill)] }),
});

/**
 * What follows `then`: a chain where all that it leads to is one, nothing where that is the next line, else an arrow.
 */
export function chainArm(solver: Solver, exit: Exit): Arm {
  const child = solver.regions.childOf(exit);
  const isChain = (behind: number): boolean =>
    child !== undefined && fitsChain(solver, child) && solver.solve(child, behind).row.length === 0;
  return {
    cost(behind) {
      if (exit.to === behind) return nothing;
      if (child !== undefined && isChain(behind)) return solver.solve(child, behind);
      const arrow = solver.arrowCost(exit);
      return { ...nothing, cost: child === undefined ? arrow : arrow + weights.unchainable };
    },
    branch: (behind, fill) =>
      exit.to !== behind && isChain(behind) ? branchOf(solver, exit, behind, fill) : bareBranch(exit, behind),
  };
}

/**
 * Whether a unit can be a link of a chain: a step without a name and without exceptions, a call without exceptions, an
 * end, a transfer or a counted return.
 */
export function fitsChain({ level, task }: Solver, unit: number): boolean {
  const each = level.units[unit];
  if (each?.kind !== 'node') return false;
  const { node, at } = each;
  switch (node.kind) {
    case 'step':
      return isPlainLink(each) && task.waysIn[at] === 1 && !task.isNamed(at) && textsOf(node) === 0;
    case 'call':
      return isPlainLink(each) && textsOf(node) === 0;
    case 'decision':
      return node.decision.kind === 'retry';
    case 'end':
    case 'transfer':
      return true;
    default:
      return false;
  }
}

const isPlainLink = ({ exits, branches }: NodeUnit): boolean => exits.length === 1 && branches.length === 0;

/** With the line that the head of the branch takes. */
function withHead({ cost, lines, mass }: Cost, { kind, to }: Exit, behind: number): Cost {
  const hasLine = kind === 'when' || kind === 'otherwise' || (kind === 'no' && to !== behind);
  return { cost, lines: lines + (hasLine ? 1 : 0), mass: mass + weights.line };
}
