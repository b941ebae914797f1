import { countedTimes } from '../language/words.ts';
import type { Gaps } from '../model/gaps.ts';
import { isForking } from '../model/node-parts.ts';
import type { Node } from '../model/process.ts';
import { type TimeWords, timeoutLabel, timingLabel } from '../model/time-label.ts';
import type { Inside } from './closed-branches.ts';
import { type Exit, openEnd } from './exit.ts';
import { hasLimit } from './exit-text.ts';
import type { Losses } from './losses.ts';
import { blocksOf, type Item } from './plan.ts';
import type { ProcessShape } from './shape.ts';

/** Tells what of the nodes and their ways out a statement of the language has no words for. */
export function tellUnsayable(
  { nodes, exits, stages }: ProcessShape,
  times: TimeWords,
  losses: Losses,
): void {
  const { words } = times;
  const frames = new Set(stages.map(({ id }) => id));
  for (const [at, node] of nodes.entries()) {
    tellAttributes(node, losses);
    if (node.stage !== undefined && !frames.has(node.stage))
      losses.add(node, 'is in a stage that there is not');
    if (node.kind === 'join' && node.label !== '')
      losses.add(node, 'is a bar where branches meet, and cannot have a label');
    const list = exits[at] ?? [];
    if (node.kind === 'decision' && node.decision.kind === 'retry') {
      const made = countedTimes(node.decision.max, words);
      if (node.label !== made) losses.add(node, `counts how often a path goes back, and reads “${made}”`);
    }
    if (node.kind === 'meanwhile') {
      const made = timingLabel(node.name ?? '', node.timing, times);
      if (node.label !== made) losses.add(node, `reads “${made}” instead`);
    }
    for (const exit of list) tellExit(node, exit, list, times, losses);
  }
}

/**
 * Tells which nodes lead nowhere though no path is open there: what is beside the work is over by itself, and nothing
 * else.
 */
export function tellDeadEnds(
  { nodes, exits }: ProcessShape,
  insides: ReadonlyMap<number, Inside>,
  { openExits }: Pick<Gaps, 'openExits'>,
  losses: Losses,
): void {
  const beside = new Set(
    [...insides].flatMap(([opening, { content }]) => {
      const node = nodes[opening];
      return node === undefined || isForking(node) ? [] : [opening, ...content];
    }),
  );
  const open = new Set(openExits.map(({ from, kind }) => `${from}\n${kind}`));
  for (const [at, node] of nodes.entries())
    for (const { to, kind } of exits[at] ?? [])
      if (to === openEnd && !beside.has(at) && !open.has(`${node.id}\n${kind}`))
        losses.add(node, 'leads nowhere, and is written as a path that stays open');
}

/** Tells which nodes do not stand in the stage that they are in, and which stages had to be written in parts. */
export function tellFrames(items: readonly Item[], { nodes, stages }: ProcessShape, losses: Losses): void {
  const byId = new Map(stages.map((stage) => [stage.id, stage]));
  const written = new Set<string>();
  const stack: { readonly items: readonly Item[]; readonly frame?: string }[] = [{ items }];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { frame } = next;
    for (const item of next.items) {
      if (item.kind === 'stage') {
        const stage = byId.get(item.stage);
        if (written.has(item.stage)) losses.add(undefined, `The stage “${stage?.label}” is in several parts`);
        written.add(item.stage);
        stack.push({ items: item.items, frame: item.stage });
        continue;
      }
      const node = item.kind === 'arrow' ? undefined : nodes[item.at];
      if (node !== undefined && node.stage !== frame)
        losses.add(node, 'is in another stage than what is around it, and is written where that is');
      for (const block of blocksOf(item))
        stack.push({ items: block, ...(frame === undefined ? {} : { frame }) });
    }
  }
}

/** What may be said of a node beside its label. */
interface Sayable {
  readonly owner: boolean;
  readonly helpers: boolean;
  readonly told: boolean;
  readonly say: boolean;
  readonly remarks: boolean;
}
const everything: Sayable = { owner: true, helpers: true, told: true, say: true, remarks: true };
const nothing: Sayable = { owner: false, helpers: false, told: false, say: false, remarks: false };

function sayableOf(node: Node): Sayable {
  switch (node.kind) {
    case 'step':
    case 'wait':
    case 'escalate':
    case 'call':
      return everything;
    case 'touchpoint':
      return { ...everything, told: false };
    case 'decision':
      return node.decision.kind === 'retry' ? nothing : { ...everything, told: false };
    case 'end':
      return { ...nothing, told: true, remarks: true };
    case 'anytime':
    case 'late':
    case 'meanwhile':
    case 'transfer':
    case 'fork':
    case 'join':
      return nothing;
  }
}

function tellAttributes(node: Node, losses: Losses): void {
  const sayable = sayableOf(node);
  if (node.owner !== undefined && !sayable.owner) losses.add(node, `cannot say who does it: “${node.owner}”`);
  if (node.with.length + node.using.length > 0 && !sayable.helpers)
    losses.add(node, 'cannot say who helps, or what is used');
  if (node.to.length > 0 && !sayable.told) losses.add(node, 'cannot say who is told');
  if (node.say.length > 0 && !sayable.say) losses.add(node, 'cannot have words to say');
  const hasRemarks = node.notes.length + node.fields.length > 0 || node.link !== undefined;
  if (hasRemarks && !sayable.remarks) losses.add(node, 'cannot have notes, a link or fields');
  if ('stopsClock' in node && node.kind !== 'wait' && node.owner !== 'customer')
    losses.add(node, 'stops the clock, which only a wait or a step of the customer does');
}

function tellExit(node: Node, exit: Exit, list: readonly Exit[], words: TimeWords, losses: Losses): void {
  const { kind, label, probability } = exit;
  const made = madeLabel(node, exit, words);
  if (made !== undefined && label !== undefined && label !== made)
    losses.add(node, `has a way out “${label}” that reads “${made}” instead`);
  if (exit.remarks !== undefined && kind !== 'when' && kind !== 'otherwise')
    losses.add(node, `cannot say anything of its way out of the kind “${kind}”`);
  const derived = derivedShare(node, exit, list);
  if (derived !== 'own' && kind !== 'otherwise' && probability !== undefined && !isNear(probability, derived))
    losses.add(node, `cannot say how often its way out of the kind “${kind}” is taken`);
}

/** The label that a way out gets by its kind; undefined where it has its own. */
function madeLabel(node: Node, exit: Exit, times: TimeWords): string | undefined {
  const { kind, name, timing } = exit;
  const { words } = times;
  switch (kind) {
    case 'yes':
      return words.yes;
    case 'no':
    case 'retry':
      return words.no;
    case 'otherwise':
      return words.otherwise;
    case 'timeout':
      if (name !== undefined) return name;
      return 'withinByLevel' in node && hasLimit(node)
        ? timeoutLabel(node.within, node.withinByLevel, times)
        : undefined;
    case 'meanwhile':
      return timing === undefined ? undefined : timingLabel(name ?? '', timing, times);
    case 'next':
      return node.kind === 'fork' ? undefined : '';
    case 'when':
    case 'problem':
      return undefined;
  }
}

/** How often a way out is taken that has no percent of its own: what the others leave. */
function derivedShare(node: Node, { kind }: Exit, list: readonly Exit[]): number | undefined | 'own' {
  const told = list.flatMap((other) =>
    other.probability !== undefined && (other.kind === 'yes' || other.kind === 'when')
      ? [other.probability]
      : [],
  );
  const rest = 1 - told.reduce((sum, share) => sum + share, 0);
  switch (kind) {
    case 'no':
      return list.some((other) => other.kind === 'yes') && told.length === 1 ? rest : undefined;
    case 'otherwise':
      // One that differs from what the others leave has its own percentage.
      return restOf(node, list) ?? 'own';
    case 'next':
    case 'retry':
      return undefined;
    case 'yes':
      return list.some((other) => other.kind === 'retry') ? undefined : 'own';
    case 'when':
    case 'problem':
    case 'timeout':
      return 'own';
    case 'meanwhile':
      return undefined;
  }
}

/** What the answers of a question leave to the last; undefined where several may apply, or not all are known. */
export function restOf(node: Node, list: readonly Exit[]): number | undefined {
  const told = list.flatMap(({ kind, probability }) =>
    kind === 'when' && probability !== undefined ? [probability] : [],
  );
  const rest = 1 - told.reduce((sum, share) => sum + share, 0);
  const isKnown = told.length > 0 && told.length === list.length - 1 && rest >= -1e-9;
  return isKnown && !isForking(node) ? Math.max(0, rest) : undefined;
}

const isNear = (share: number, other: number | undefined): boolean =>
  other !== undefined && Math.abs(share - other) < 1e-9;
