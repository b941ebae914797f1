import type { Exit } from './exit.ts';

/** What is written where: statements in order, their branches in them. Nodes are known by their index in the shape. */
export type Item = StatementItem | ParallelItem | EntryItem | StageItem | ArrowItem;

/** Any node but an entry, a bar, or a question of which several answers may apply. */
export interface StatementItem {
  readonly kind: 'statement';
  readonly at: number;
  /** What is done beside it. */
  readonly beside: readonly BranchItem[];
  /** All ways out but the usual one of a step, and the way back of a counted return. */
  readonly branches: readonly Continuation[];
  /** The node that an arrow behind it leads to. */
  readonly arrow?: number;
  /** Set where what nothing above leads to begins. */
  readonly startsSection?: boolean;
}

/** A branch that no path leads out of. */
export interface BranchItem {
  readonly exit: Exit;
  readonly items: readonly Item[];
}

/** Branches that are all gone at the same time, or all that apply. */
export interface ParallelItem {
  readonly kind: 'parallel';
  readonly at: number;
  readonly branches: readonly BranchItem[];
  readonly arrow?: number;
  readonly startsSection?: boolean;
}

/** A place where cases come in, or where something begins beside the work. */
export interface EntryItem {
  readonly kind: 'entry';
  readonly at: number;
  readonly branch: Continuation;
  readonly startsSection?: boolean;
}

export interface StageItem {
  readonly kind: 'stage';
  readonly stage: string;
  readonly items: readonly Item[];
  readonly startsSection?: boolean;
}

/** An arrow on a line of its own: it takes all that is open. */
export interface ArrowItem {
  readonly kind: 'arrow';
  readonly to: number;
  readonly startsSection?: boolean;
}

/** What a way out leads to: what follows, a node by an arrow, or a block. */
export type Continuation =
  | { readonly kind: 'falls'; readonly exit: Exit }
  | { readonly kind: 'jumps'; readonly exit: Exit; readonly to: number }
  | { readonly kind: 'block'; readonly exit: Exit; readonly items: readonly Item[] };

/** The lists of items that stand right inside of an item, in the order of the text. */
export function blocksOf(item: Item): readonly (readonly Item[])[] {
  switch (item.kind) {
    case 'statement':
      return [
        ...item.branches.flatMap((branch) => (branch.kind === 'block' ? [branch.items] : [])),
        ...item.beside.map(({ items }) => items),
      ];
    case 'parallel':
      return item.branches.map(({ items }) => items);
    case 'entry':
      return item.branch.kind === 'block' ? [item.branch.items] : [];
    case 'stage':
      return [item.items];
    case 'arrow':
      return [];
  }
}

/** Those of them that are no closed branches. */
export const openBlocksOf = (item: Item): readonly (readonly Item[])[] =>
  item.kind === 'parallel'
    ? []
    : blocksOf(item.kind === 'statement' && item.beside.length > 0 ? { ...item, beside: [] } : item);

/**
 * All items, each before what is in it, in the order of the text; without recursion, as `else if` can go on for long.
 */
export function* allItems(items: readonly Item[]): Generator<Item> {
  const stack = [...items].reverse();
  for (let item = stack.pop(); item !== undefined; item = stack.pop()) {
    yield item;
    const inner = blocksOf(item);
    for (let block = inner.length - 1; block >= 0; block -= 1) {
      const list = inner[block] ?? [];
      for (let at = list.length - 1; at >= 0; at -= 1) {
        const each = list[at];
        if (each !== undefined) stack.push(each);
      }
    }
  }
}

/** The nodes that an item leads to by arrows of its own; counted returns know theirs. */
export function arrowsOf(item: Item): readonly number[] {
  switch (item.kind) {
    case 'statement':
      return [
        ...(item.arrow === undefined ? [] : [item.arrow]),
        ...item.branches.flatMap((branch) => (branch.kind === 'jumps' ? [branch.to] : [])),
      ];
    case 'parallel':
      return item.arrow === undefined ? [] : [item.arrow];
    case 'entry':
      return item.branch.kind === 'jumps' ? [item.branch.to] : [];
    case 'stage':
      return [];
    case 'arrow':
      return [item.to];
  }
}
