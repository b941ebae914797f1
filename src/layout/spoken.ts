import type { SpokenWords } from '../language/language-words.ts';
import { isRightToLeft } from '../language/right-to-left.ts';
import { inBrackets, wordsFor } from '../language/words.ts';
import { outcomeOf } from '../model/node-parts.ts';
import type { Node, Process } from '../model/process.ts';
import { isolated } from '../type/line-in-order.ts';
import { annotationsOf } from './annotation-text.ts';
import { limitText } from './limit-lines.ts';
import { nodeConditions } from './node-conditions.ts';
import { nodeDetails } from './node-details.ts';
import { participantLabel } from './participant-label.ts';
import { promiseTexts } from './promise-texts.ts';
import { type ShowPart, usualShow } from './show.ts';
import { stageDetails } from './stage-title.ts';

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
 * Says a node for those who hear the chart, in the flow's language: its stage where that begins, its label, when it
 * happens, owner, limit and conditions, what else of it is shown, how it ends, and where each answer leads.
 */
export const nodeSpeaker = (process: Process, show: ReadonlySet<ShowPart>): ((node: Node) => string) => {
  const others = new Set([...show].filter((part) => part !== 'owner' && part !== 'within'));
  const { spoken } = wordsFor(process.language);
  const { next, colon = ': ', comma = ', ' } = spoken;
  const inside = labelInSentence(process);
  const labels = spokenLabels(process);
  const stages = spokenStages(process);
  const exits = new Map<string, { readonly answer: string; readonly to: string }[]>();
  for (const { from, to, kind, label = next } of process.edges) {
    const known = exits.get(from) ?? [];
    if (known.length === 0) exits.set(from, known);
    const answer = kind === 'meanwhile' ? spoken.meanwhile + comma + inside(label) : inside(label);
    known.push({ answer, to: labels.get(to) ?? to });
  }
  return (node) => {
    const { id } = node;
    const outcome = outcomeOf(node);
    return sentences(
      [
        ...(stages.get(id) ?? []),
        labels.get(id),
        node.kind === 'late' || node.kind === 'meanwhile' ? spoken[node.kind] : undefined,
        conditionsOf(process, node).join(comma),
        ...nodeDetails(process, node, { show: others, lanes: false }),
        ...annotationsOf(process, node, show).map(inside),
        outcome === undefined ? undefined : spoken[outcome],
        node.kind === 'end' && !show.has('informs') ? toldAtEnd(process, node.to) : undefined,
        ...(exits.get(id) ?? []).map(({ answer, to }) => `${answer}${colon}${to}`),
      ],
      spoken,
    );
  };
};

/** Who does it, within what time, and what else holds for it. */
function conditionsOf(process: Process, node: Node): readonly string[] {
  const words = wordsFor(process.language);
  const { by, party, colon = ': ' } = words.spoken;
  const { owner } = node;
  const inside = labelInSentence(process);
  const isOutside = process.owners.some(({ id, kind }) => id === owner && kind === 'party');
  const limit = limitText(process, node);
  return [
    ...(owner === undefined
      ? []
      : [
          by + colon + inside(participantLabel(process, owner)) + (isOutside ? inBrackets(party, words) : ''),
        ]),
    ...(limit === '' ? [] : [limit]),
    ...nodeConditions(process, node).map(({ text }) => text),
  ];
}

const toldAtEnd = (process: Process, ids: readonly string[]): string => {
  const { informs, colon = ': ', comma = ', ', listComma = comma } = wordsFor(process.language).spoken;
  const inside = labelInSentence(process);
  const told = ids.map((id) => inside(participantLabel(process, id)));
  return told.length === 0 ? '' : informs + colon + told.join(listComma);
};

/** What is said of stages, by the first node in each: only of those of which there is more to say than their label. */
function spokenStages(process: Process): ReadonlyMap<string, readonly string[]> {
  const { colon = ': ', comma = ', ' } = wordsFor(process.language).spoken;
  const inside = labelInSentence(process);
  const parents = new Map(process.stages.map(({ id, parent }) => [id, parent]));
  const firsts = new Map<string, string>();
  for (const node of process.nodes)
    for (let stage = node.stage; stage !== undefined && !firsts.has(stage); stage = parents.get(stage))
      firsts.set(stage, node.id);
  const said = new Map<string, string[]>();
  for (const stage of process.stages) {
    const details = stageDetails(process, stage, new Set(usualShow)).map(({ text }) => inside(text));
    const first = firsts.get(stage.id);
    if (details.length === 0 || first === undefined) continue;
    const text = inside(stage.label) + colon + details.join(comma);
    said.set(first, [...(said.get(first) ?? []), text]);
  }
  return said;
}

/** How each node is named, by its id: the bars of a `parallel` may have no label. */
export const spokenLabels = (process: Process): ReadonlyMap<string, string> => {
  const { spoken } = wordsFor(process.language);
  const inside = labelInSentence(process);
  return new Map(
    process.nodes.map((node) => [
      node.id,
      (node.label === '' && barName(node, spoken)) || inside(node.label),
    ]),
  );
};

/** What the bars are called at which work at the same time begins, and comes together. */
const barName = (node: Node, spoken: SpokenWords): string | undefined =>
  node.kind === 'join'
    ? node.first === true
      ? spoken.joinFirst
      : spoken.join
    : node.kind === 'fork'
      ? spoken.fork
      : undefined;

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
