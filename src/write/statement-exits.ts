import type { EdgeKind, Node } from '../model/process.ts';
import { openEnd, type UnnumberedExit } from './exit.ts';
import type { Losses } from './losses.ts';

interface Statement {
  readonly node: Node;
  readonly ways: readonly UnnumberedExit[];
}

/**
 * The ways out that the statement of a node has, in the order in which it writes them. One that is missing leads to the
 * open end; one that it cannot have is left out, and reported.
 */
export function exitsOfStatement(
  given: Node,
  at: number,
  ways: readonly UnnumberedExit[],
  losses: Losses,
): Statement {
  const node = countable(given, ways, losses);
  const { one, many } = kindsOf(node, ways);
  const taken: UnnumberedExit[] = [];
  const first = new Set<EdgeKind>();
  for (const each of ways) {
    const isOne = one.includes(each.kind);
    if (!isOne && !many.includes(each.kind)) losses.add(node, `cannot have ${exitName(each)}`);
    else if (isOne && first.has(each.kind)) losses.add(node, `has ${exitName(each)} more than once`);
    else taken.push(each);
    first.add(each.kind);
  }
  // `otherwise` and exceptions need not be there.
  const needed = one.filter((kind) => kind !== 'otherwise');
  for (const kind of needed)
    if (!first.has(kind)) taken.push({ from: at, to: openEnd, kind, jump: false, ...leftFor(kind, taken) });
  const ordered = taken
    .map((each, place) => ({ each, place }))
    .sort((a, b) => rank[a.each.kind] - rank[b.each.kind] || a.place - b.place);
  return { node, ways: ordered.map(({ each }) => each) };
}

/** What “no” leaves to a “yes” that leads nowhere, as it may beside the work. */
function leftFor(kind: EdgeKind, taken: readonly UnnumberedExit[]): Pick<UnnumberedExit, 'probability'> {
  const no = kind === 'yes' ? taken.find((each) => each.kind === 'no')?.probability : undefined;
  return no === undefined ? {} : { probability: Math.round((1 - no) * 1e9) / 1e9 };
}

const rank: Readonly<Record<EdgeKind, number>> = {
  next: 0,
  yes: 0,
  when: 0,
  no: 1,
  otherwise: 2,
  problem: 3,
  timeout: 3,
  meanwhile: 3,
  retry: 3,
};

/** A counted return with nothing to go back to is a plain question. */
function countable(node: Node, ways: readonly UnnumberedExit[], losses: Losses): Node {
  if (node.kind !== 'decision' || node.decision.kind !== 'retry') return node;
  if (ways.some(({ kind, to }) => kind === 'retry' && to !== openEnd)) return node;
  losses.add(node, 'counts how often a path goes back, and none does: it is written as a question');
  return { ...node, decision: { kind: 'if' } };
}

interface Kinds {
  /** Those that there may be one of. */
  readonly one: readonly EdgeKind[];
  readonly many: readonly EdgeKind[];
}

const exceptions = ['problem', 'timeout', 'meanwhile'] as const;

function kindsOf(node: Node, ways: readonly UnnumberedExit[]): Kinds {
  switch (node.kind) {
    case 'touchpoint':
    case 'anytime':
    case 'late':
    case 'meanwhile':
    case 'join':
      return { one: ['next'], many: [] };
    case 'wait':
      // What waits for the first of several events has no other exit.
      return ways.some(({ kind }) => kind === 'when')
        ? { one: [], many: ['when', ...exceptions] }
        : { one: ['next'], many: exceptions };
    case 'step':
    case 'escalate':
    case 'call':
      return { one: ['next'], many: exceptions };
    case 'transfer':
    case 'end':
      return { one: [], many: [] };
    case 'fork':
      return { one: [], many: ['next'] };
    case 'decision':
      switch (node.decision.kind) {
        case 'if':
          return { one: ['yes', 'no'], many: [] };
        case 'choose':
          return { one: ['otherwise'], many: ['when'] };
        case 'retry':
          return { one: ['yes', 'retry'], many: [] };
      }
  }
}

const exitName = ({ kind, label }: UnnumberedExit): string =>
  label === undefined || label === '' ? `a way out of the kind “${kind}”` : `the way out “${label}”`;
