import { isEntryKind } from '../model/node-parts.ts';
import { type Exit, openEnd } from './exit.ts';
import { type Lead, type Option, optionsOf } from './options.ts';
import { cheapestOrder } from './order.ts';
import type { Item } from './plan.ts';
import { type Level, noLanding, type Regions } from './regions.ts';
import type { WritingTask } from './task.ts';
import type { NodeUnit, ParallelUnit, StageUnit } from './unit.ts';
import { weights } from './weights.ts';

/** What a stretch of text costs, and how much it would weigh one block deeper. */
export interface Cost {
  readonly cost: number;
  readonly lines: number;
  /** Its lines, each by the cases that come to it. */
  readonly mass: number;
}

/** Regions one behind the other, control landing on `falls` after the last, and what stands above them. */
export interface Row extends Cost {
  readonly row: readonly number[];
  readonly falls: number;
}

/** The best way to write the region of a unit. */
export interface Solved extends Row {
  readonly option: Option;
  /** Set where all that is open at its end goes to `falls` by one arrow. */
  readonly arrow?: number;
}

/** What stands inside of a unit, each a level of its own. */
export interface Inner {
  branches(unit: NodeUnit | ParallelUnit): readonly Arranged[];
  stage(stage: StageUnit, falls: number): Arranged;
}

/** A level as it is to be written. */
export interface Arranged extends Cost {
  readonly items: readonly Item[];
}

/** Finds the best way to write each region of a level, given which lines are arrows in any case. */
export interface Solver {
  readonly task: WritingTask;
  readonly level: Level;
  readonly regions: Regions;
  readonly inner: Inner;
  solve(unit: number, falls: number): Solved;
  /** The options of a unit; `splits` is how many statements around it have been split for its sake. */
  optionsOf(unit: number, splits: number): readonly Option[];
  /** The cheapest order of what is left to stand behind something. */
  row(lead: Lead, falls: number): Row;
  /** The node that a path comes to at the first line of a unit. */
  landing(unit: number): number;
  /** The node on which control lands behind the item at `at` of a row. */
  behind(row: readonly number[], at: number, falls: number): number;
  arrowCost(exit: Exit): number;
}

/** The most regions in a row of which every order is tried; more stand in reverse postorder. */
const longestRow = 7;
/** The most places that lines of a region lead to, if each is tried for an arrow that collects what is open. */
const mostCollected = 8;
/** The distance in the tree of regions that are solved before anyone asks: asking never goes deeper. */
const solvedAhead = 32;

export function createSolver(task: WritingTask, level: Level, regions: Regions, inner: Inner): Solver {
  const { units } = level;
  const { leaves } = regions;
  const size = task.shape.nodes.length + 2;
  const plain = new Map<number, Solved>();
  const whole = new Map<number, Solved>();
  const options = new Map<number, readonly Option[]>();
  const key = (unit: number, falls: number): number => unit * size + falls - noLanding;

  /** A region without an arrow at its end. */
  const base = (unit: number, falls: number): Solved => {
    const known = plain.get(key(unit, falls));
    if (known !== undefined) return known;
    let best: Solved | undefined;
    for (const option of solver.optionsOf(unit, 0)) {
      const found = solver.row(option, falls);
      if (best === undefined || found.cost < best.cost - 1e-9) best = { ...found, option };
    }
    if (best === undefined) throw new Error('A statement without any way to write it');
    plain.set(key(unit, falls), best);
    return best;
  };
  const shareTo = (unit: number, target: number): number => {
    let share = 0;
    for (const each of regions.within(unit))
      for (const exit of units[each]?.exits ?? [])
        if (exit.to === target && exit.kind !== 'retry') share += task.shares.ofExit[exit.index] ?? 0;
    return Math.min(1, share);
  };

  const solver: Solver = {
    task,
    level,
    regions,
    inner,
    solve(unit, wanted) {
      const out = leaves[unit] ?? new Set();
      const falls = out.has(wanted) ? wanted : noLanding;
      const known = whole.get(key(unit, falls));
      if (known !== undefined) return known;
      let best = base(unit, falls);
      if (out.size <= mostCollected)
        for (const target of out) {
          if (target === falls || target === openEnd || task.nameCost(target) > 0) continue;
          const found = base(unit, target);
          if (found.cost + weights.arrow >= best.cost) continue;
          const share = shareTo(unit, target);
          const cost = found.cost + weights.arrow + weights.likelyArrow * share;
          if (cost < best.cost - 1e-9)
            best = { ...found, cost, lines: found.lines + 1, mass: found.mass + 0.5 + share, arrow: target };
        }
      whole.set(key(unit, falls), best);
      return best;
    },
    optionsOf(unit, splits) {
      const at = unit * 4 + splits;
      const known = options.get(at);
      if (known !== undefined) return known;
      const made = optionsOf(solver, unit, splits);
      options.set(at, made);
      return made;
    },
    row(lead, falls) {
      const { first, rest } = lead;
      const sorted =
        rest.length > longestRow
          ? landingLast(solver, rest, falls)
          : rest.length < 2
            ? rest
            : cheapestOrder({
                size: rest.length,
                start: (at) => {
                  const behind = solver.landing(rest[at] ?? 0);
                  return first === undefined
                    ? lead.start(behind).cost
                    : lead.start(solver.landing(first)).cost + solver.solve(first, behind).cost;
                },
                between: (at, next) => solver.solve(rest[at] ?? 0, solver.landing(rest[next] ?? 0)).cost,
                end: (at) => solver.solve(rest[at] ?? 0, falls).cost,
                above: (at, other) =>
                  weights.up * regions.linesDown(rest[at] ?? 0, rest[other] ?? 0) +
                  (other > at ? weights.disorder : 0),
              }).map((at) => rest[at] ?? 0);
      return inRow(solver, lead, first === undefined ? sorted : [first, ...sorted], falls);
    },
    landing(unit) {
      const each = units[unit];
      if (each === undefined) return noLanding;
      if (each.kind === 'stage') return each.head ?? noLanding;
      if (each.kind === 'node' && isEntryKind(each.node.kind)) return each.exits[0]?.to ?? noLanding;
      return each.at;
    },
    behind(row, at, falls) {
      const next = row[at + 1];
      return next === undefined ? falls : solver.landing(next);
    },
    arrowCost({ index, to }) {
      const nameless = to < 0 ? weights.nameless : task.nameCost(to);
      return Math.max(weights.arrow, nameless) + weights.likelyArrow * (task.shares.ofExit[index] ?? 0);
    },
  };
  solveAhead(solver, regions);
  return solver;
}

/** What a statement and the regions in a row behind it cost. */
function inRow(solver: Solver, lead: Lead, row: readonly number[], falls: number): Row {
  const start = lead.start(solver.behind(row, -1, falls));
  let { cost, lines, mass } = start;
  for (const [at, unit] of row.entries()) {
    const found = solver.solve(unit, solver.behind(row, at, falls));
    cost += found.cost;
    lines += found.lines;
    mass += found.mass;
  }
  return { cost, lines, mass, row, falls };
}

/** Long rows: as they are, but for the one that gains most by being last. */
function landingLast(solver: Solver, rest: readonly number[], falls: number): readonly number[] {
  let last: number | undefined;
  let most = weights.nameless / 2;
  for (const unit of rest) {
    const gain = solver.solve(unit, noLanding).cost - solver.solve(unit, falls).cost;
    if (gain > most) {
      most = gain;
      last = unit;
    }
  }
  return last === undefined ? rest : [...rest.filter((unit) => unit !== last), last];
}

/** Solves some regions from the leaves up, so that what is solved later finds an answer after few steps down. */
function solveAhead(solver: Solver, { order, depth, leaves, root }: Regions): void {
  for (let at = order.length - 1; at > 0; at -= 1) {
    const unit = order[at] ?? root;
    if ((depth[unit] ?? 0) % solvedAhead !== 0) continue;
    solver.solve(unit, noLanding);
    for (const target of leaves[unit] ?? []) solver.solve(unit, target);
  }
}
