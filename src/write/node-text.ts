import type { Activity, Node } from '../model/process.ts';
import { peopleTexts, remarkTexts, workTexts } from './attribute-text.ts';
import type { Exit } from './exit.ts';
import type { Losses } from './losses.ts';
import { quotedText, type Vocabulary } from './vocabulary.ts';

/** What the head of a node's statement needs to know. */
export interface NodeWriting {
  readonly vocabulary: Vocabulary;
  readonly losses: Losses;
  /** The name that a node has in the text. */
  nameOf(at: number): string | undefined;
  /** The share that all other answers leave to the last one, where it is known. */
  restFor(exit: Exit): number | undefined;
}

/** The head of the statement of a node that is no decision, parallel or touchpoint, with what stands on its line. */
export function headText(writing: NodeWriting, at: number, node: Node): string {
  const { vocabulary, losses } = writing;
  switch (node.kind) {
    case 'call':
    case 'transfer': {
      const name = vocabulary.flow(node.flow.id);
      const isTitle = vocabulary.titleOf(node.flow.id, node.flow.path) === node.label;
      if (node.label === '') losses.add(node, 'has no label, and reads like the flow that it leads to');
      return [
        node.kind,
        name,
        ...(isTitle || node.label === '' ? [] : [quotedText(node.label, node, losses)]),
        ...(node.kind === 'call' ? workTexts(writing, node) : []),
      ].join(' ');
    }
    case 'end': {
      const name = writing.nameOf(at);
      if (node.label === '') losses.add(node, 'has no label, and an end without one reads like any other');
      const isPlain = name === undefined && (node.label === '' || node.label === vocabulary.words.end);
      return [
        'end',
        ...(isPlain ? [] : [nameText(writing, at, node)]),
        ...(node.outcome === undefined ? [] : [`as ${node.outcome}`]),
        ...peopleTexts(writing, { with: [], using: [], to: node.to }, undefined),
        ...remarkTexts(writing, { ...node, say: [] }, node),
      ].join(' ');
    }
    case 'step':
    case 'wait':
    case 'escalate':
      return [node.kind, nameText(writing, at, node), ...workTexts(writing, node)].join(' ');
    default:
      return `step ${nameText(writing, at, node)}`;
  }
}

/** A step as a link of a chain. */
export const linkText = (writing: NodeWriting, node: Activity): string =>
  [quotedText(node.label, node, writing.losses), ...workTexts(writing, node)].join(' ');

/** A node's name, if it has one, and its label. */
export function nameText({ nameOf, losses }: NodeWriting, at: number, node: Node, mark = ''): string {
  const name = nameOf(at);
  const label = quotedText(node.label, node, losses);
  if (name !== undefined && node.label === '')
    losses.add(node, `has no label, but needs the name “${name}”, and reads like it`);
  return name === undefined ? label : `${name}${mark} ${label}`;
}

/** What stands on lines of its own below the head. */
export const lineTexts = (writing: NodeWriting, node: Node): readonly string[] =>
  remarkTexts(writing, node, node);
