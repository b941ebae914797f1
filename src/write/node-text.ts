import { isSafeLink } from '../check/is-safe-link.ts';
import type { Activity, Node } from '../model/process.ts';
import type { Losses } from './losses.ts';
import { durationsText, quotedText, type Vocabulary } from './vocabulary.ts';

/** What the head of a node's statement needs to know. */
export interface NodeWriting {
  readonly vocabulary: Vocabulary;
  readonly losses: Losses;
  /** The name that a node has in the text. */
  nameOf(at: number): string | undefined;
}

const longestTakes = 3;

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
        ...(node.kind === 'call' ? attributeTexts(writing, node) : []),
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
      ].join(' ');
    }
    case 'step':
    case 'wait':
    case 'escalate':
      return [node.kind, nameText(writing, at, node), ...attributeTexts(writing, node)].join(' ');
    default:
      return `step ${nameText(writing, at, node)}`;
  }
}

/** A step as a link of a chain. */
export const linkText = (writing: NodeWriting, node: Activity): string =>
  [quotedText(node.label, node, writing.losses), ...attributeTexts(writing, node)].join(' ');

/** A node's name, if it has one, and its label. */
export function nameText({ nameOf, losses }: NodeWriting, at: number, node: Node, mark = ''): string {
  const name = nameOf(at);
  const label = quotedText(node.label, node, losses);
  if (name !== undefined && node.label === '')
    losses.add(node, `has no label, but needs the name “${name}”, and reads like it`);
  return name === undefined ? label : `${name}${mark} ${label}`;
}

/** Attributes in the order in which people write them, but for those that have lines of their own. */
function attributeTexts({ vocabulary, losses }: NodeWriting, node: Activity): readonly string[] {
  const { participant } = vocabulary;
  const isEscalation = node.kind === 'escalate';
  const by = isEscalation ? node.handedUpBy : node.owner;
  const to = isEscalation && node.to[0] === undefined && node.owner !== undefined ? [node.owner] : node.to;
  if (isEscalation && node.owner !== to[0])
    losses.add(node, 'is handed up to somebody else than the first whom it is led to');
  const list = (word: string, ids: readonly string[]): readonly string[] =>
    ids.length === 0 ? [] : [`${word} ${ids.map(participant).join(', ')}`];
  if (node.takes.length > longestTakes) losses.add(node, 'has more than three usual times');
  const within = node.within === undefined ? [] : durationsText([node.within], node, losses);
  const takes = durationsText(node.takes.slice(0, longestTakes), node, losses);
  return [
    ...(by === undefined ? [] : [`by ${participant(by)}`]),
    ...list('with', node.with),
    ...list('to', to),
    ...list('using', node.using),
    ...(node.symbol === undefined ? [] : [`as ${node.symbol}`]),
    ...within.map((text) => `within ${text}`),
    ...(takes.length === 0 ? [] : [`takes ${takes.join('..')}`]),
  ];
}

/** What stands on lines of its own below the head. */
export function lineTexts({ losses }: NodeWriting, node: Activity): readonly string[] {
  const { link } = node;
  const isWritable = link === undefined || isSafeLink(link);
  if (!isWritable) losses.add(node, `has a link that no chart may have, and it is left out: “${link}”`);
  return [
    ...node.say.map((text) => `say ${quotedText(text, node, losses)}`),
    ...node.notes.map((text) => `note ${quotedText(text, node, losses)}`),
    ...(link === undefined || !isWritable ? [] : [`link ${quotedText(link, node, losses)}`]),
  ];
}
