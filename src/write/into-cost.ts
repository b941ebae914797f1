import { arrowsOf, type Item } from './plan.ts';
import type { ProcessShape } from './shape.ts';
import { weights } from './weights.ts';

/** A block, and the one around it. */
interface Block {
  readonly around?: Block;
  readonly depth: number;
}

/**
 * What it costs that arrows lead into blocks: for each, the braces that it passes on its way in. A stage is no block.
 */
export function intoCost(items: readonly Item[], { exits }: ProcessShape): number {
  const blockOf = new Map<number, Block>();
  const arrows: { readonly from: Block; readonly to: number }[] = [];
  const stack: { readonly items: readonly Item[]; readonly block: Block }[] = [
    { items, block: { depth: 0 } },
  ];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { block } = next;
    for (const item of next.items) {
      if (item.kind === 'stage') stack.push({ items: item.items, block });
      else if (item.kind !== 'arrow') blockOf.set(item.at, block);
      // An arrow of a branch stands on the line of its head: it counts as one from inside of the block.
      for (const to of arrowsOf(item)) arrows.push({ from: block, to });
      if (item.kind === 'statement')
        for (const exit of exits[item.at] ?? [])
          if (exit.kind === 'retry') arrows.push({ from: block, to: exit.to });
      for (const inner of innerBlocks(item))
        stack.push({ items: inner, block: { around: block, depth: block.depth + 1 } });
    }
  }
  let cost = 0;
  for (const { from, to } of arrows) cost += weights.into * passed(from, blockOf.get(to));
  return cost;
}

/** What stands in the blocks of a statement or touchpoint. */
const innerBlocks = (item: Item): readonly (readonly Item[])[] => {
  if (item.kind !== 'statement' && item.kind !== 'entry') return [];
  const branches = item.kind === 'statement' ? item.branches : [item.branch];
  return branches.flatMap((branch) => (branch.kind === 'block' ? [branch.items] : []));
};

/** How many blocks around the target are not around the arrow. */
function passed(from: Block, target: Block | undefined): number {
  if (target === undefined) return 0;
  let outer: Block | undefined = from;
  let inner: Block | undefined = target;
  while (outer !== undefined && outer.depth > target.depth) outer = outer.around;
  let count = 0;
  while (inner !== undefined && inner !== outer) {
    if (outer !== undefined && outer.depth >= inner.depth) outer = outer.around;
    inner = inner.around;
    count += 1;
  }
  return count;
}
