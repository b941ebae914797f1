import { decisionOptions } from './decision-options.ts';
import type { Exit } from './exit.ts';
import type { Item } from './plan.ts';
import type { Cost, Solver } from './solver.ts';
import { stageOptions, statementOptions } from './statement-options.ts';

/**
 * Puts the region of a unit, where control lands on `falls` behind it, into the list of the block that an exit leads
 * into.
 */
export type Fill = (list: Item[], unit: number, falls: number, exit: Exit) => void;

/** What stands above a row of regions, and what it costs. */
export interface Lead {
  /** The unit that goes on right behind, at the same depth. */
  readonly first?: number;
  /** Those that stand behind in any order. */
  readonly rest: readonly number[];
  /** What it costs with its blocks, where control lands on `behind` after it. */
  start(behind: number): Cost;
}

/** One way to write a unit: its statement with what stands in its blocks, and what is left to stand behind it. */
export interface Option extends Lead {
  item(behind: number, fill: Fill): Item;
}

/** All ways to write a unit. `splits` is how many statements around it have been split for its sake. */
export function optionsOf(solver: Solver, unit: number, splits: number): readonly Option[] {
  const each = solver.level.units[unit];
  if (each === undefined) return [];
  switch (each.kind) {
    case 'stage':
      return stageOptions(solver, unit, each);
    case 'parallel':
      return statementOptions(solver, unit, each);
    case 'node':
      return each.node.kind === 'decision' || each.exits.some(({ kind }) => kind === 'when')
        ? decisionOptions(solver, unit, each, splits)
        : statementOptions(solver, unit, each);
  }
}
