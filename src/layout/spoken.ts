import type { SpokenWords } from '../language/language-words.ts';
import { isRightToLeft } from '../language/right-to-left.ts';
import { withinDuration, wordsFor } from '../language/words.ts';
import { outcomeOf, withinOf } from '../model/node-parts.ts';
import type { Node, Process } from '../model/process.ts';
import { isolated } from '../type/line-in-order.ts';
import { annotationsOf } from './annotation-text.ts';
import { nodeDetails } from './node-details.ts';
import { promiseTexts } from './promise-texts.ts';
import type { ShowPart } from './show.ts';

/** What the chart is about, and what of promises and terms it shows, for those who hear it read. */
export const spokenDescription = (process: Process, show: ReadonlySet<ShowPart>): string => {
  const { properties, declarations, language } = process;
  const { spoken } = wordsFor(language);
  const { colon = ': ' } = spoken;
  const inside = labelInSentence(process);
  return sentences(
    [
      properties.department,
      properties.purpose,
      ...(show.has('promises')
        ? properties.promises.map((promise) => promiseTexts(promise, language).map(inside).join(colon))
        : []),
      ...(show.has('terms')
        ? declarations.terms.map(({ word, meaning }) => `${inside(word)}${colon}${inside(meaning)}`)
        : []),
    ],
    spoken,
  );
};

/**
 * Says a node for those who hear the chart, in the flow's language: its label, owner and limit, what else of it is
 * shown, how it ends, and where each answer leads.
 */
export const nodeSpeaker = (process: Process, show: ReadonlySet<ShowPart>): ((node: Node) => string) => {
  const others = new Set([...show].filter((part) => part !== 'owner' && part !== 'within'));
  const words = wordsFor(process.language);
  const { by, next, colon = ': ', comma = ', ' } = words.spoken;
  const inside = labelInSentence(process);
  const labels = spokenLabels(process);
  const owners = new Map(process.owners.map(({ id, label }) => [id, inside(label)]));
  const exits = new Map<string, { readonly answer: string; readonly to: string }[]>();
  for (const { from, to, label: answer = next } of process.edges) {
    const known = exits.get(from) ?? [];
    if (known.length === 0) exits.set(from, known);
    known.push({ answer: inside(answer), to: labels.get(to) ?? to });
  }
  return (node) => {
    const { id, owner } = node;
    const within = withinOf(node);
    const outcome = outcomeOf(node);
    return sentences(
      [
        labels.get(id),
        [
          ...(owner === undefined ? [] : [`${by}${colon}${owners.get(owner) ?? owner}`]),
          ...(within === undefined ? [] : [withinDuration(within, words)]),
        ].join(comma),
        ...nodeDetails(process, node, { show: others, lanes: false }),
        ...annotationsOf(process, node, show).map(inside),
        outcome === undefined ? undefined : words.spoken[outcome],
        ...(exits.get(id) ?? []).map(({ answer, to }) => `${answer}${colon}${to}`),
      ],
      words.spoken,
    );
  };
};

/** How each node is named, by its id: the bars of a `parallel` may have no label. */
export const spokenLabels = (process: Process): ReadonlyMap<string, string> => {
  const { spoken } = wordsFor(process.language);
  const inside = labelInSentence(process);
  return new Map(
    process.nodes.map(({ id, kind, label }) => [
      id,
      label === '' && (kind === 'fork' || kind === 'join') ? spoken[kind] : inside(label),
    ]),
  );
};

/** Labels that are read from the other side than the flow's own words keep their order in its sentences. */
const labelInSentence = ({ language }: Process): ((label: string) => string) => {
  const rightToLeft = isRightToLeft(language);
  return (label) => isolated(label, rightToLeft);
};

/** Each part as a sentence. */
export const sentences = (
  parts: readonly (string | undefined)[],
  { stop = '.', space = ' ' }: SpokenWords,
): string =>
  parts
    .flatMap((part = '') => (part === '' ? [] : [endOfSentence.test(part) ? part : part + stop]))
    .join(space);

/**
 * The marks that end a sentence in the languages that flowc has words for, before quotation marks that close and
 * what ends a direction; the Greek question mark is a semicolon.
 */
const endOfSentence = /[.?!…;\u037e؟۔।。？！｡]["'”’»“」』\u2069]*$/;
