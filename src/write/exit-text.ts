import type { Node } from '../model/process.ts';
import { remarkTexts } from './attribute-text.ts';
import type { Exit } from './exit.ts';
import { percentText } from './literals.ts';
import type { NodeWriting } from './node-text.ts';
import { quotedText, timesText } from './vocabulary.ts';

/** The percent of a way out with a space before it; empty for one that has none. */
export function percentOf(
  { losses }: NodeWriting,
  node: Node,
  { probability }: Pick<Exit, 'probability'>,
): string {
  if (probability === undefined) return '';
  const text = percentText(probability);
  if (text !== undefined) return ` ${text}`;
  losses.add(node, `has a way out that is taken in ${probability} of all cases, which is no share`);
  return '';
}

/** The head of an answer, or of an event, with what is said of it. */
export function answerText(writing: NodeWriting, node: Node, exit: Exit): string {
  const head =
    exit.kind === 'otherwise' ? 'otherwise' : `when ${quotedText(exit.label ?? '', node, writing.losses)}`;
  const isLeft = exit.kind === 'otherwise' && isNear(exit.probability, writing.restFor(exit));
  const percent = isLeft ? '' : percentOf(writing, node, exit);
  const remarks = exit.remarks === undefined ? [] : remarkTexts(writing, exit.remarks, node);
  return [head + percent, ...remarks].join(' ');
}

const isNear = (share: number | undefined, rest: number | undefined): boolean =>
  share !== undefined && rest !== undefined && Math.abs(share - rest) < 1e-9;

/** The head of an exception. A deadline that has neither a time nor a name cannot be said. */
export function exceptionText(writing: NodeWriting, node: Node, exit: Exit): string {
  const percent = percentOf(writing, node, exit);
  const label = exit.label ?? '';
  const name = exit.name ?? '';
  switch (exit.kind) {
    case 'timeout':
      if (name !== '') return `timeout ${quotedText(name, node, writing.losses)}${percent}`;
      if (hasLimit(node)) return `timeout${percent}`;
      if (label !== '') {
        writing.losses.add(node, `has a deadline without a time, which is named by its label: “${label}”`);
        return `timeout ${quotedText(label, node, writing.losses)}${percent}`;
      }
      writing.losses.add(
        node,
        'has a deadline without a time and without a name: it is written as a problem',
      );
      return `problem ${quotedText(label, node, writing.losses)}${percent}`;
    case 'meanwhile':
      return meanwhileText(
        writing,
        node,
        name === '' ? '' : quotedText(name, node, writing.losses),
        exit.timing,
      );
    default:
      return `problem ${quotedText(label, node, writing.losses)}${percent}`;
  }
}

/** The head of what is done beside the work; `name` is as it is written, and may be empty. */
export function meanwhileText(
  { vocabulary, losses }: NodeWriting,
  node: Node,
  name: string,
  timing: Exit['timing'],
): string {
  const { kind = 'after', duration, byLevel = [] } = timing ?? {};
  const limits = timesText({ usual: duration, byLevel }, vocabulary, node, losses);
  if (limits === '')
    losses.add(node, 'has something done beside it, and nothing says when: once after a day');
  return ['meanwhile', ...(name === '' ? [] : [name]), kind, limits === '' ? '1d' : limits].join(' ');
}

/** Whether work has a time limit, of its own or of a level. */
export const hasLimit = (node: Node): boolean =>
  'withinByLevel' in node && (node.within !== undefined || node.withinByLevel.length > 0);
