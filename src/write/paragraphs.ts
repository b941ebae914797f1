import type { Node } from '../model/process.ts';
import type { Item } from './plan.ts';

/** From so many lines on, a statement is a paragraph of its own, as are so many statements before a large one. */
const large = { lines: 4, statements: 3, branch: 2 };

/** Says where blank lines part the statements of a flow. */
export interface Paragraphs {
  /** Whether an item begins a new one, `line` lines being written. */
  begins(item: Item, line: number): boolean;
  add(item: Item, line: number): void;
}

export function paragraphs(nodes: readonly Node[]): Paragraphs {
  let before: Item | undefined;
  /** The line at which the item before began, and how many statements stand together. */
  let start = 0;
  let together = 0;
  const isEntry = (item: Item): boolean => item.kind === 'entry';
  return {
    begins(item, line) {
      if (before === undefined) return false;
      // What a question leads to by an arrow belongs to it.
      if (isArrow(item, nodes) && !isClosed(before, nodes)) return false;
      const isNew =
        isClosed(before, nodes) ||
        item.startsSection === true ||
        isEntry(before) !== isEntry(item) ||
        before.kind === 'stage' ||
        item.kind === 'stage' ||
        (line - start >= large.lines && !(isEntry(before) && isEntry(item))) ||
        (together >= large.statements && (isLarge(item, nodes) || isLarge(before, nodes)));
      if (isNew) together = 0;
      return isNew;
    },
    add(item, line) {
      before = item;
      start = line;
      together += 1;
    },
  };
}

/** Whether the path is closed behind an item. */
function isClosed(item: Item, nodes: readonly Node[]): boolean {
  if (item.kind === 'arrow') return true;
  if (item.kind === 'parallel') return item.arrow !== undefined;
  if (item.kind !== 'statement') return false;
  const kind = nodes[item.at]?.kind;
  return item.arrow !== undefined || kind === 'end' || kind === 'transfer';
}

/** Whether an item begins with an arrow. */
function isArrow(item: Item, nodes: readonly Node[]): boolean {
  if (item.kind === 'arrow') return true;
  const node = item.kind === 'statement' ? nodes[item.at] : undefined;
  return node?.kind === 'decision' && node.decision.kind === 'retry';
}

function isLarge(item: Item, nodes: readonly Node[]): boolean {
  if (item.kind === 'parallel' || item.kind === 'stage') return true;
  if (item.kind !== 'statement') return false;
  const node = nodes[item.at];
  if (node?.kind === 'decision') return node.decision.kind !== 'retry';
  return item.branches.some((branch) => branch.kind === 'block' && branch.items.length > large.branch);
}
