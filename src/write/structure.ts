import { isEntryKind } from '../model/node-parts.ts';
import { emitLevel } from './emit.ts';
import { type Exit, openEnd } from './exit.ts';
import { intoCost } from './into-cost.ts';
import { levelOf } from './level.ts';
import { arrowsOf, type Item, openBlocksOf } from './plan.ts';
import { type Forced, type Level, regionsOf } from './regions.ts';
import { type Arranged, createSolver, type Inner } from './solver.ts';
import type { WritingTask } from './task.ts';
import { arrangeTop } from './top.ts';
import type { NodeUnit, ParallelUnit, Unit } from './unit.ts';
import { homeSearchLimits } from './weights.ts';

/**
 * Arranges the units of a place as statements: what stands in whose block, what falls through, where an arrow is
 * needed. A dominator tree gives most of it (N. Ramsey, Beyond Relooper, 2022); which of several orders, and which
 * branch goes on behind its decision, is solved exactly; which merge stands inside of a branch is searched, over the
 * set of lines that have to be arrows: with a line left out, its target sinks in by itself. All of it counts its work,
 * and looks at no clock.
 */
export function arrangeUnits(
  task: WritingTask,
  units: readonly (NodeUnit | ParallelUnit)[],
  stage: string | undefined,
  incoming: number | undefined,
  falls: number,
): Arranged {
  const level = levelOf(task, units, stage, incoming);
  const tries = triesOf(task, level, falls, innerOf(task));
  let best = tries.of(nothingForced);
  if (tries.areUseful(best)) best = search(tries, best);
  if (best.isUnsaid && tries.areUseful(best)) {
    // Whoever wrote it found a way: the search begins again with the arrows that were there.
    const written = tries.of(
      withExits(
        nothingForced,
        tries.lines.flatMap(({ index, jump }) => (jump ? [index] : [])),
      ),
    );
    const found = search(tries, written);
    if (found.cost < best.cost) best = found;
  }
  // What stands too deep is led to by an arrow; what then stands by itself may be too deep again.
  for (let round = 0; best.tooDeep.length > 0 && round < mostCuts; round += 1)
    best = tries.of(
      withExits(best.forced, [...best.forced.exits, ...best.tooDeep.map(({ index }) => index)]),
    );
  return best;
}

const mostCuts = 20;

const nothingForced: Forced = { exits: new Set(), incoming: false, attached: new Map(), hidden: new Map() };

interface Try extends Arranged {
  readonly forced: Forced;
  readonly tooDeep: readonly Exit[];
  /** Units that nothing falls into. */
  readonly sections: readonly number[];
  /** Whether an arrow leads to what can have no name. */
  readonly isUnsaid: boolean;
}

interface Tries {
  readonly level: Level;
  of(forced: Forced): Try;
  /** Like `of`, while there is work left to spend. */
  ofNext(forced: Forced): Try | undefined;
  areUseful(first: Try): boolean;
  /** Lines that may be arrows, and those of them that lead into each unit. */
  readonly lines: readonly Exit[];
  readonly merges: readonly (readonly Exit[])[];
  /** Lines by which alone a unit is come to, and that are not the usual way. */
  readonly asides: readonly Exit[];
}

function triesOf(task: WritingTask, level: Level, falls: number, inner: Inner): Tries {
  const { units, unitOf } = level;
  const lines = units.flatMap((unit, at) =>
    unit.exits.filter((exit) => {
      const target = unitOf(exit.to);
      return exit.kind !== 'retry' && target !== undefined && target !== at;
    }),
  );
  const ways = [...Map.groupBy(lines, ({ to }) => unitOf(to)).values()];
  const merges = ways.filter(({ length }) => length > 1);
  const asides = ways.flatMap((into) =>
    into.length === 1 ? into.filter(({ kind }) => kind !== 'next') : [],
  );
  let left = homeSearchLimits.tries;
  const tries: Tries = {
    level,
    lines,
    merges,
    asides,
    of(forced) {
      const regions = regionsOf(level, forced);
      const solver = createSolver(task, level, regions, inner);
      const top = arrangeTop(solver, falls);
      const { items, tooDeep } = emitLevel(solver, top);
      return {
        items,
        tooDeep,
        forced,
        sections: regions.sections,
        cost: top.cost + intoCost(items, task.shape),
        lines: top.lines,
        mass: top.mass,
        isUnsaid: hasNameless(task, items),
      };
    },
    ofNext(forced) {
      if (left <= 0 || task.budget.work <= 0) return undefined;
      left -= 1;
      task.budget.work -= units.length;
      return tries.of(forced);
    },
    areUseful: ({ isUnsaid }) => units.length <= homeSearchLimits.units && (merges.length > 0 || isUnsaid),
  };
  return tries;
}

/** Climbs from one set of arrows to a better one, merge by merge, until nothing is better. */
function search(tries: Tries, first: Try): Try {
  let best = first;
  const isBetterBy = (forced: Forced): boolean => {
    const found = tries.ofNext(forced);
    if (found === undefined || found.cost >= best.cost - 1e-6) return false;
    best = found;
    return true;
  };
  for (let round = 0, isBetter = true; isBetter && round < homeSearchLimits.rounds; round += 1) {
    isBetter = false;
    for (const forced of neighbours(tries, () => best, round === 0))
      isBetter = isBetterBy(forced) || isBetter;
  }
  return best;
}

/** The sets of arrows that a round tries, each a small change of the best one by then. */
function* neighbours(tries: Tries, best: () => Try, isFirstRound: boolean): Generator<Forced> {
  const { merges, lines, asides, level } = tries;
  for (const ways of merges) yield* otherHomes(ways, best, isFirstRound);
  // What is rare and long may stand below, led to by an arrow, though only one line leads there.
  for (const aside of asides) {
    yield flipped(best().forced, aside.index);
    if (!best().forced.exits.has(aside.index)) yield setApart(level, best().forced, aside);
  }
  if (!best().isUnsaid) return;
  yield* placesOfSections(tries, best);
  for (const { index } of lines) yield flipped(best().forced, index);
  if (level.incoming !== undefined) yield { ...best().forced, incoming: !best().forced.incoming };
}

/** Each way into a merge as an arrow or not, and then all of them but one: that is where it has its home. */
function* otherHomes(ways: readonly Exit[], best: () => Try, isFirstRound: boolean): Generator<Forced> {
  for (const { index } of ways) yield flipped(best().forced, index);
  // To have one of two as an arrow has been tried already.
  if (ways.length === 2 && isFirstRound && !best().isUnsaid) return;
  for (const home of ways) {
    const exits = new Set(best().forced.exits);
    for (const way of ways)
      if (way === home) exits.delete(way.index);
      else exits.add(way.index);
    yield withExits(best().forced, exits);
  }
}

/**
 * What has no name must be fallen into: a section may stand right before what it falls into, or in a block, behind the
 * arrow that closes it.
 */
function* placesOfSections({ lines, level }: Tries, best: () => Try): Generator<Forced> {
  for (const section of best().sections)
    for (const [before, unit] of level.units.entries())
      if (best().isUnsaid && before !== section && isPlain(unit))
        yield { ...best().forced, attached: new Map([...best().forced.attached, [section, before]]) };
  for (const section of best().sections)
    for (const exit of lines)
      if (best().isUnsaid && hasBlock(level, exit))
        yield { ...best().forced, hidden: new Map([...best().forced.hidden, [section, exit]]) };
}

/** With what a line leads to standing by itself: that line is an arrow, and so are those that lead on from there. */
function setApart(level: Level, forced: Forced, aside: Exit): Forced {
  const { units, unitOf } = level;
  const exits = new Set(forced.exits).add(aside.index);
  const target = unitOf(aside.to);
  if (target === undefined) return forced;
  const region = regionsOf(level, forced).within(target);
  const isInside = new Set(region);
  for (const unit of region)
    for (const exit of units[unit]?.exits ?? []) {
      const to = unitOf(exit.to);
      if (exit.kind !== 'retry' && to !== undefined && !isInside.has(to)) exits.add(exit.index);
    }
  return withExits(forced, exits);
}

const withExits = (forced: Forced, exits: Iterable<number>): Forced => ({ ...forced, exits: new Set(exits) });

function flipped(forced: Forced, index: number): Forced {
  const exits = new Set(forced.exits);
  if (!exits.delete(index)) exits.add(index);
  return { ...forced, exits };
}

/** Whether a way out may have a block: the usual one of a step has none, nor has what follows `then`. */
const hasBlock = ({ units, unitOf }: Level, { kind, from }: Exit): boolean => {
  const unit = units[unitOf(from) ?? -1];
  if (kind === 'next' || unit?.kind !== 'node') return false;
  return unit.node.kind !== 'decision' || unit.node.decision.kind !== 'retry';
};

const isPlain = (unit: Unit): boolean => unit.kind !== 'stage' && !isEntryKind(unit.node.kind);

/** Stages and branches as levels of their own, each arranged once for each place that control may land on behind it. */
function innerOf(task: WritingTask): Inner {
  const stages = new Map<string, Arranged>();
  const branches = new Map<number, readonly Arranged[]>();
  return {
    stage(unit, falls) {
      const key = `${unit.stage}\n${falls}`;
      const known = stages.get(key);
      if (known !== undefined) return known;
      const made = arrangeUnits(task, unit.units, unit.stage, unit.head, falls);
      stages.set(key, made);
      return made;
    },
    branches(unit) {
      const known = branches.get(unit.at);
      if (known !== undefined) return known;
      const made = unit.branches.map(
        ({ units, first }): Arranged =>
          units.length === 0
            ? { items: [], cost: 0, lines: 0, mass: 0 }
            : arrangeUnits(task, units, unit.node.stage, first, openEnd),
      );
      branches.set(unit.at, made);
      return made;
    },
  };
}

/**
 * Whether an arrow leads to what can have no name; that of a branch of a parallel is no matter of what is around it.
 */
function hasNameless({ nameCost, shape }: WritingTask, items: readonly Item[]): boolean {
  const stack = [...items];
  for (let item = stack.pop(); item !== undefined; item = stack.pop()) {
    if (arrowsOf(item).some((to) => to < 0 || nameCost(to) > 0)) return true;
    if (item.kind === 'statement')
      for (const { kind, to } of shape.exits[item.at] ?? [])
        if (kind === 'retry' && nameCost(to) > 0) return true;
    for (const block of openBlocksOf(item)) stack.push(...block);
  }
  return false;
}
