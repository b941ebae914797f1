import type { LanguageWords } from '../language/language-words.ts';
import { afterDuration, countedTimes } from '../language/words.ts';
import type { Node } from '../model/process.ts';
import { textsOf } from './branches.ts';
import type { Exit } from './exit.ts';
import type { Losses } from './losses.ts';
import { blocksOf, type Item } from './plan.ts';
import type { ProcessShape } from './shape.ts';

/** Tells what of the nodes and their ways out a statement of the language has no words for. */
export function tellUnsayable(
  { nodes, exits, stages }: ProcessShape,
  words: LanguageWords,
  losses: Losses,
): void {
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
    for (const exit of list) tellExit(node, exit, list, words, losses);
  }
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

/** Version 1 of the language has attributes on work only; 1.1 has them wherever a person looks. */
function tellAttributes(node: Node, losses: Losses): void {
  switch (node.kind) {
    case 'step':
    case 'wait':
    case 'escalate':
    case 'call':
      return;
    default:
      if (node.owner !== undefined) losses.add(node, `cannot say who does it: “${node.owner}”`);
      if (node.with.length + node.to.length + node.using.length > 0)
        losses.add(node, 'cannot say who helps, who is told, or what is used');
      if (textsOf(node) > 0) losses.add(node, 'cannot have words to say, notes or a link');
  }
}

function tellExit(node: Node, exit: Exit, list: readonly Exit[], words: LanguageWords, losses: Losses): void {
  const { kind, label, probability } = exit;
  const made = madeLabel(node, exit, words);
  if (made !== undefined && label !== undefined && label !== made)
    losses.add(node, `has a way out “${label}” that reads “${made}” instead`);
  const derived = derivedShare(exit, list);
  if (derived !== 'own' && probability !== undefined && !isNear(probability, derived))
    losses.add(node, `cannot say how often its way out of the kind “${kind}” is taken`);
}

/** The label that a way out gets by its kind; undefined where it has its own. */
function madeLabel(node: Node, { kind }: Exit, words: LanguageWords): string | undefined {
  switch (kind) {
    case 'yes':
      return words.yes;
    case 'no':
    case 'retry':
      return words.no;
    case 'otherwise':
      return words.otherwise;
    case 'timeout':
      return 'within' in node && node.within !== undefined ? afterDuration(node.within, words) : undefined;
    case 'next':
      return node.kind === 'fork' ? undefined : '';
    case 'when':
    case 'problem':
    case 'meanwhile':
      return undefined;
  }
}

/** How often a way out is taken that has no percent of its own: what the others leave. */
function derivedShare({ kind }: Exit, list: readonly Exit[]): number | undefined | 'own' {
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
      return told.length > 0 && told.length === list.length - 1 && rest >= 0 ? rest : undefined;
    case 'next':
    case 'retry':
      return undefined;
    case 'yes':
      return list.some((other) => other.kind === 'retry') ? undefined : 'own';
    case 'when':
    case 'problem':
    case 'timeout':
    case 'meanwhile':
      return 'own';
  }
}

const isNear = (share: number, other: number | undefined): boolean =>
  other !== undefined && Math.abs(share - other) < 1e-9;
