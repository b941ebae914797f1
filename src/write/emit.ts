import type { Exit } from './exit.ts';
import type { Fill } from './options.ts';
import type { Item } from './plan.ts';
import type { Solver } from './solver.ts';
import { emitTop, type Top } from './top.ts';
import { deepestBlock } from './weights.ts';

/** Writes regions as items. */
export interface Emitter {
  /** Adds a region to a list, all but what is in blocks. */
  region(list: Item[], unit: number, falls: number): void;
  /** Fills the list of a block, later on. */
  readonly block: Fill;
}

interface Emitted {
  readonly items: readonly Item[];
  /** Exits into blocks that stand too deep, from the outermost on; each has to be an arrow. */
  readonly tooDeep: readonly Exit[];
}

interface Waiting {
  readonly list: Item[];
  readonly unit: number;
  readonly falls: number;
  readonly depth: number;
}

/** A level as items, in loops: a row of steps, and what stands in what, may be as long as the flow. */
export function emitLevel(solver: Solver, top: Top): Emitted {
  const { task, level } = solver;
  const items: Item[] = [];
  const tooDeep: Exit[] = [];
  const waiting: Waiting[] = [];
  let depth = 0;
  const emitter: Emitter = {
    region(list, unit, falls) {
      const stack: { readonly unit?: number; readonly falls: number }[] = [{ unit, falls }];
      for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
        if (next.unit === undefined) {
          list.push({ kind: 'arrow', to: next.falls });
          continue;
        }
        const { option, row, arrow } = solver.solve(next.unit, next.falls);
        const end = arrow ?? next.falls;
        if (arrow !== undefined) stack.push({ falls: arrow });
        list.push(option.item(solver.behind(row, -1, end), emitter.block));
        for (let at = row.length - 1; at >= 0; at -= 1) {
          const each = row[at];
          if (each !== undefined) stack.push({ unit: each, falls: solver.behind(row, at, end) });
        }
      }
    },
    block(list, unit, falls, exit) {
      // `else if` stands no deeper than its `if`.
      const isElseIf = exit.kind === 'no' && isQuestionAlone(unit, falls);
      const isCut = depth >= deepestBlock && !isElseIf && exit.to >= 0 && task.nameCost(exit.to) === 0;
      if (isCut) tooDeep.push(exit);
      waiting.push({ list, unit, falls, depth: isCut ? 0 : depth + (isElseIf ? 0 : 1) });
    },
  };
  const isQuestionAlone = (unit: number, falls: number): boolean => {
    const each = level.units[unit];
    if (each?.kind !== 'node' || each.node.kind !== 'decision' || each.node.decision.kind !== 'if')
      return false;
    const { row, arrow } = solver.solve(unit, falls);
    return row.length === 0 && arrow === undefined;
  };
  emitTop(solver, top, items, emitter);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    depth = next.depth;
    emitter.region(next.list, next.unit, next.falls);
  }
  return { items, tooDeep };
}
