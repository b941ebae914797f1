import type { Node } from '../model/process.ts';
import { headText, lineTexts, linkText } from './node-text.ts';
import type { Item, StatementItem } from './plan.ts';
import type { Writing } from './writing.ts';

/** An arrow to what has no name cannot be: see `landings.ts`, which sees to it that none is left. */
export const arrowText = ({ nameOf }: Writing, to: number): string => `-> ${nameOf(to) ?? '"…"'}`;

/** What of a node stands on lines of its own. */
export const textLines = (writing: Writing, node: Node): readonly string[] =>
  'takes' in node ? lineTexts(writing, node) : [];

/** Whether items can be the links of a chain. */
export function isChainOf(writing: Writing, items: readonly Item[]): boolean {
  return items.every((item, at) => {
    const isLast = at === items.length - 1;
    if (item.kind === 'arrow') return isLast;
    if (item.kind !== 'statement' || item.beside.length > 0 || (item.arrow !== undefined && !isLast))
      return false;
    const node = writing.shape.nodes[item.at];
    switch (node?.kind) {
      case 'end':
      case 'transfer':
        return true;
      case 'decision':
        return node.decision.kind === 'retry';
      case 'step':
        return (
          writing.nameOf(item.at) === undefined &&
          item.branches.length === 0 &&
          textLines(writing, node).length === 0
        );
      case 'call':
        return item.branches.length === 0 && textLines(writing, node).length === 0;
      default:
        return false;
    }
  });
}

/** A chain may nest in itself by `then`; it does so no deeper than the language allows. */
export function chainText(writing: Writing, items: readonly Item[]): string {
  return items
    .map((item) => {
      if (item.kind === 'arrow') return arrowText(writing, item.to);
      if (item.kind !== 'statement') return '';
      const node = writing.shape.nodes[item.at];
      if (node === undefined) return '';
      if (node.kind === 'decision') return retryText(writing, item, node);
      const link = node.kind === 'step' ? linkText(writing, node) : headText(writing, item.at, node);
      return item.arrow === undefined ? `-> ${link}` : `-> ${link} ${arrowText(writing, item.arrow)}`;
    })
    .join(' ');
}

function retryText(writing: Writing, { at, branches }: StatementItem, node: Node): string {
  const back = (writing.shape.exits[at] ?? []).find(({ kind }) => kind === 'retry');
  const max = node.kind === 'decision' && node.decision.kind === 'retry' ? node.decision.max : 1;
  const head = `${arrowText(writing, back?.to ?? at)} max ${max}`;
  const [then] = branches;
  switch (then?.kind) {
    case 'jumps':
      return `${head} then ${arrowText(writing, then.to)}`;
    case 'block':
      return `${head} then ${chainText(writing, then.items)}`;
    default:
      return head;
  }
}

/** How many arrows a chain has, those of counted returns and behind `then` included. */
export function linksOf(writing: Writing, items: readonly Item[]): number {
  let count = 0;
  for (const item of items) {
    count += 1;
    if (item.kind !== 'statement') continue;
    if (item.arrow !== undefined) count += 1;
    const node = writing.shape.nodes[item.at];
    if (node?.kind !== 'decision') continue;
    count += 1;
    for (const branch of item.branches) if (branch.kind === 'block') count += linksOf(writing, branch.items);
  }
  return count;
}
