import type { Node } from '../model/process.ts';
import type { Exit } from './exit.ts';
import { percentText } from './literals.ts';
import type { NodeWriting } from './node-text.ts';
import { quotedText } from './vocabulary.ts';

/** The percent of a way out with a space before it; empty for one that has none. */
export function percentOf({ losses }: NodeWriting, node: Node, { probability }: Exit): string {
  if (probability === undefined) return '';
  const text = percentText(probability);
  if (text !== undefined) return ` ${text}`;
  losses.add(node, `has a way out that is taken in ${probability} of all cases, which is no share`);
  return '';
}

/** The head of an exception. From version 1.1 of the language on, a `timeout` with a name needs no `within`. */
export function exceptionText(writing: NodeWriting, node: Node, exit: Exit): string {
  const percent = percentOf(writing, node, exit);
  const label = exit.label ?? '';
  if (exit.kind === 'problem') return `problem ${quotedText(label, node, writing.losses)}${percent}`;
  if ('within' in node && node.within !== undefined) return `timeout${percent}`;
  writing.losses.add(node, 'has a deadline without a time: it is written as a problem');
  return `problem ${quotedText(label, node, writing.losses)}${percent}`;
}
