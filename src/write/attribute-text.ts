import { isSafeLink } from '../check/is-safe-link.ts';
import type { Duration } from '../language/duration.ts';
import type { Activity, Node, Remarks, Stage } from '../model/process.ts';
import type { AtLevel, Field } from '../model/process-properties.ts';
import type { NodeWriting } from './node-text.ts';
import { isPossibleName } from './short-names.ts';
import { durationsText, quotedText, timesText } from './vocabulary.ts';

const longestTakes = 3;

/** Attributes of work in the order in which people write them, but for those that have lines of their own. */
export function workTexts(writing: NodeWriting, node: Activity): readonly string[] {
  const { vocabulary, losses } = writing;
  const isEscalation = node.kind === 'escalate';
  const by = isEscalation ? node.handedUpBy : node.owner;
  const to = isEscalation && node.to[0] === undefined && node.owner !== undefined ? [node.owner] : node.to;
  if (isEscalation && node.owner !== to[0])
    losses.add(node, 'is handed up to somebody else than the first whom it is led to');
  const takes = takesText(writing, node);
  return [
    ...peopleTexts(writing, { ...node, to }, by),
    ...(node.symbol === undefined ? [] : [`as ${node.symbol}`]),
    ...withinTexts(writing, node, node),
    ...(node.kind === 'wait' && node.until !== undefined
      ? [`until ${quotedText(node.until, node, losses)}`]
      : []),
    ...(takes === '' ? [] : [`takes ${takes}`]),
    ...(node.stopsClock === true ? ['stops clock'] : []),
    ...(node.each === undefined ? [] : [`each ${quotedText(node.each, node, losses)}`]),
    ...accountableTexts(vocabulary, node.accountable),
  ];
}

/** Those who do something, help or hear of it, and what is used. */
export function peopleTexts(
  { vocabulary }: NodeWriting,
  said: Pick<Node, 'with' | 'using'> & Partial<Pick<Node, 'to'>>,
  by: string | undefined,
): readonly string[] {
  const { participant } = vocabulary;
  const list = (word: string, ids: readonly string[] = []): readonly string[] =>
    ids.length === 0 ? [] : [`${word} ${ids.map(participant).join(', ')}`];
  return [
    ...(by === undefined ? [] : [`by ${participant(by)}`]),
    ...list('with', said.with),
    ...list('to', said.to),
    ...list('using', said.using),
  ];
}

/** What the head of a stage says behind its name, words to say and the like included. */
export const stageTexts = (writing: NodeWriting, stage: Stage): readonly string[] => [
  ...peopleTexts(writing, stage, stage.owner),
  ...withinTexts(writing, stage, undefined),
  ...(stage.each === undefined ? [] : [`each ${quotedText(stage.each, undefined, writing.losses)}`]),
  ...accountableTexts(writing.vocabulary, stage.accountable),
  ...remarkTexts(writing, stage, undefined),
];

const accountableTexts = (
  { participant }: NodeWriting['vocabulary'],
  who: string | undefined,
): readonly string[] => (who === undefined ? [] : [`accountable ${participant(who)}`]);

function withinTexts(
  { vocabulary, losses }: NodeWriting,
  {
    within,
    withinByLevel,
  }: { readonly within?: Duration; readonly withinByLevel: readonly AtLevel<Duration>[] },
  of: Node | undefined,
): readonly string[] {
  const text = timesText({ usual: within, byLevel: withinByLevel }, vocabulary, of, losses);
  return text === '' ? [] : [`within ${text}`];
}

function takesText({ vocabulary, losses }: NodeWriting, node: Activity): string {
  const times = [
    ...node.takesByLevel.map(({ level, value }) => ({ before: `${vocabulary.level(level)} `, value })),
    { before: '', value: node.takes },
  ];
  return times
    .flatMap(({ before, value }) => {
      if (value.length > longestTakes) losses.add(node, 'has more than three usual times');
      const durations = durationsText(value.slice(0, longestTakes), node, losses);
      return durations.length === 0 ? [] : [before + durations.join('..')];
    })
    .join(', ');
}

/** Words to say, notes, a link and fields. */
export function remarkTexts(
  { losses }: NodeWriting,
  { say, notes, link, fields }: Remarks,
  of: Node | undefined,
): readonly string[] {
  const isWritable = link === undefined || isSafeLink(link);
  if (!isWritable) losses.add(of, `has a link that no chart may have, and it is left out: “${link}”`);
  return [
    ...say.map((text) => `say ${quotedText(text, of, losses)}`),
    ...notes.map((text) => `note ${quotedText(text, of, losses)}`),
    ...(link === undefined || !isWritable ? [] : [`link ${quotedText(link, of, losses)}`]),
    ...fields.map((field) => writtenField(field, of, losses)),
  ];
}

/** A key that is a name stands as it is. */
export const writtenField = (
  { key, value }: Field,
  of: Node | undefined,
  losses: NodeWriting['losses'],
): string =>
  `field ${isPossibleName(key) ? key : quotedText(key, of, losses)} ${quotedText(value, of, losses)}`;
