import { isEntryKind } from '../model/node-parts.ts';
import type { NodeKind } from '../model/process.ts';
import { besideOf } from './branches.ts';
import type { Emitter } from './emit.ts';
import type { Exit } from './exit.ts';
import type { Lead } from './options.ts';
import type { EntryItem, Item } from './plan.ts';
import { noLanding } from './regions.ts';
import type { Cost, Row, Solver } from './solver.ts';
import { weights } from './weights.ts';

/** The top of a level: the path that comes in, entries, then all else in a row. */
export interface Top extends Row {
  /** The entries above all else. */
  readonly group: readonly Entry[];
}

/** For more touchpoints with work of their own than this, not all ways to place them are tried. */
const mostTouchpoints = 4;
/** More lines of work than this do not stand in the block of a touchpoint that is one of many. */
const longWork = 8;

/**
 * Arranges the top of a level, control landing on `falls` behind it. A touchpoint that leads to the first line is bare,
 * above all else. One with work of its own has it in a block there, or stands below with its work behind it. One that
 * leads into the middle stands right before the line that it leads to. What may come at any time, what is late, and
 * what is beside the work stand above all else with what they lead to: right behind a step, the last would be read as
 * beside that step alone.
 */
export function arrangeTop(solver: Solver, falls: number): Top {
  const { root, children, leaves, place } = solver.regions;
  const onTop = children[root] ?? [];
  const entries = onTop
    .flatMap((unit) => entryAt(solver, unit) ?? [])
    .sort((a, b) => entryOrder.indexOf(a.kind) - entryOrder.indexOf(b.kind) || a.unit - b.unit);
  const isOfGroup = new Set(entries.map(({ unit }) => unit));
  const others = onTop.filter((unit) => !isOfGroup.has(unit));

  const arranged = (below: readonly number[]): Top => {
    const isBelow = new Set(below);
    const group = entries.filter(({ unit }) => !isBelow.has(unit));
    const rest = [...others, ...below].sort((a, b) => (place[a] ?? 0) - (place[b] ?? 0));
    const landings = new Set(rest.map(solver.landing));
    const lead: Lead = { rest, start: (behind) => startOf(solver, group, landings, behind) };
    const found = solver.row(lead, falls);
    const sections = below.filter((unit) => found.row[0] !== unit).length;
    return { ...found, cost: found.cost + sections * weights.section, group };
  };
  const working = entries.filter(({ kind, child, exit }) => {
    if (exit === undefined) return false;
    return child === undefined ? !isNameable(solver, exit.to) : kind === 'touchpoint';
  });
  const landings = new Set(others.map(solver.landing));
  const isShort = ({ child }: Entry): boolean =>
    child !== undefined &&
    [...(leaves[child] ?? [])].some((target) => landings.has(target)) &&
    solver.solve(child, noLanding).lines <= longWork;
  const choices =
    working.length <= mostTouchpoints
      ? subsets(working)
      : [working.filter((touchpoint) => !isShort(touchpoint)), working, []];
  return choices
    .map((below) => arranged(below.map(({ unit }) => unit)))
    .reduce((best, next) => (next.cost < best.cost - 1e-9 ? next : best));
}

/** All subsets, the whole set first. */
function subsets<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  const all = 2 ** items.length;
  return Array.from({ length: all }, (_, at) =>
    items.filter((_item, bit) => ((all - 1 - at) & (1 << bit)) !== 0),
  );
}

interface Entry {
  readonly kind: NodeKind;
  readonly unit: number;
  readonly at: number;
  /** Unset for what is beside the work, and leads nowhere. */
  readonly exit?: Exit;
  /** The unit with which its own work begins. */
  readonly child?: number;
  /** What is done beside the work. */
  readonly beside: ReturnType<typeof besideOf>;
}

/** The kinds of entries in the order in which they stand. */
const entryOrder: readonly NodeKind[] = ['touchpoint', 'anytime', 'late', 'meanwhile'];

function entryAt(solver: Solver, unit: number): Entry | undefined {
  const each = solver.level.units[unit];
  if (each?.kind !== 'node' || !isEntryKind(each.node.kind)) return undefined;
  const [exit] = each.exits;
  const child = exit && solver.regions.childOf(exit);
  return {
    kind: each.node.kind,
    unit,
    at: each.at,
    beside: besideOf(solver, each),
    ...(exit === undefined ? {} : { exit }),
    ...(child === undefined ? {} : { child }),
  };
}

/** Whether an entry that leads to a line of the row stands right before that. */
const standsBefore = (solver: Solver, { kind }: Entry, to: number): boolean =>
  kind === 'touchpoint' || !isNameable(solver, to);

const isNameable = ({ task }: Solver, node: number): boolean => node >= 0 && task.nameCost(node) === 0;

function startOf(
  solver: Solver,
  group: readonly Entry[],
  landings: ReadonlySet<number>,
  behind: number,
): Cost {
  const { incoming } = solver.level;
  const sum = { cost: 0, lines: group.length, mass: group.length };
  if (incoming !== undefined && incoming !== behind)
    sum.cost += isNameable(solver, incoming) ? 3 * weights.arrow : weights.nameless;
  for (const entry of group) {
    const { exit, child, beside } = entry;
    sum.cost += beside.cost;
    sum.lines += beside.lines;
    sum.mass += beside.mass;
    if (child !== undefined) {
      const { cost, lines, mass } = solver.solve(child, behind);
      sum.cost += cost + weights.block + weights.nest * mass;
      sum.lines += lines;
      sum.mass += mass;
    } else if (exit !== undefined && exit.to !== behind)
      sum.cost +=
        landings.has(exit.to) && standsBefore(solver, entry, exit.to)
          ? weights.middle
          : solver.arrowCost(exit);
  }
  return sum;
}

/** Writes the top of a level into a list. */
export function emitTop(solver: Solver, top: Top, list: Item[], emitter: Emitter): void {
  const { level, regions } = solver;
  const { row, falls } = top;
  const first = solver.behind(row, -1, falls);
  if (level.incoming !== undefined && level.incoming !== first)
    list.push({ kind: 'arrow', to: level.incoming });
  const { touchpoints, apart, above } = emitGroup(solver, top, first, emitter);
  list.push(...touchpoints);
  // A touchpoint with its work behind it stands above what is beside that work.
  const firstUnit = level.units[row[0] ?? -1];
  const isBelow = firstUnit?.kind === 'node' && firstUnit.node.kind === 'touchpoint';
  if (!isBelow) list.push(...apart);
  for (const [at, unit] of row.entries()) {
    list.push(...(above.get(unit) ?? []));
    const start = list.length;
    emitter.region(list, unit, solver.behind(row, at, falls));
    const item = list[start];
    const isSection = regions.isSection(unit) || (item?.kind === 'entry' && start > 0);
    if (item !== undefined && isSection) list[start] = { ...item, startsSection: true };
    if (at === 0 && isBelow) list.splice(start + 1, 0, ...apart);
  }
}

/** The entries above all else: touchpoints, what is apart from them, and those that stand right before a unit. */
function emitGroup(
  solver: Solver,
  { group, row }: Top,
  first: number,
  emitter: Emitter,
): {
  readonly touchpoints: readonly Item[];
  readonly apart: readonly Item[];
  readonly above: ReadonlyMap<number, readonly EntryItem[]>;
} {
  const landings = new Map(row.toReversed().map((unit) => [solver.landing(unit), unit]));
  const above = new Map<number, EntryItem[]>();
  const touchpoints: Item[] = [];
  const apart: Item[] = [];
  for (const entry of group) {
    const { at, exit, child, beside } = entry;
    const into = entry.kind === 'touchpoint' ? touchpoints : apart;
    for (const branch of beside.branches)
      into.push({ kind: 'entry', at, branch: { kind: 'block', ...branch } });
    if (exit === undefined) continue;
    const before = standsBefore(solver, entry, exit.to) ? landings.get(exit.to) : undefined;
    if (child !== undefined) {
      const items: Item[] = [];
      into.push({ kind: 'entry', at, branch: { kind: 'block', exit, items } });
      emitter.block(items, child, first, exit);
    } else if (exit.to === first) into.push({ kind: 'entry', at, branch: { kind: 'falls', exit } });
    else if (before === undefined)
      into.push({ kind: 'entry', at, branch: { kind: 'jumps', exit, to: exit.to } });
    else
      above.set(before, [
        ...(above.get(before) ?? []),
        { kind: 'entry', at, branch: { kind: 'falls', exit }, startsSection: true },
      ]);
  }
  return { touchpoints, apart, above };
}
