import type { FlowGraph, FlowNode } from '../model/flow-graph.ts';
import { isRightToLeft } from '../language/right-to-left.ts';
import type { SpokenWords } from '../language/language-words.ts';
import { withinDuration, wordsFor } from '../language/words.ts';
import { isolated } from '../type/line-in-order.ts';

/** What the chart is about, for those who hear it read. */
export const spokenDescription = (graph: FlowGraph): string =>
  sentences([graph.properties.department, graph.properties.purpose], wordsFor(graph.language).spoken);

/**
 * Says a node for those who hear the chart, in the flow's language: its label, owner and limit, how it ends, and where each
 * answer leads.
 */
export const nodeSpeaker = (graph: FlowGraph): ((node: FlowNode) => string) => {
  const words = wordsFor(graph.language);
  const { by, next, colon = ': ', comma = ', ' } = words.spoken;
  const inside = labelInSentence(graph);
  const labels = spokenLabels(graph);
  const owners = new Map(graph.owners.map(({ id, label }) => [id, inside(label)]));
  const exits = new Map<string, { readonly answer: string; readonly to: string }[]>();
  for (const { from, to, label: answer = next } of graph.edges) {
    const known = exits.get(from) ?? [];
    if (known.length === 0) exits.set(from, known);
    known.push({ answer: inside(answer), to: labels.get(to) ?? to });
  }
  return ({ id, owner, within, outcome }) =>
    sentences(
      [
        labels.get(id),
        [
          ...(owner === undefined ? [] : [`${by}${colon}${owners.get(owner) ?? owner}`]),
          ...(within === undefined ? [] : [withinDuration(within.parts, words)]),
        ].join(comma),
        outcome === undefined ? undefined : words.spoken[outcome],
        ...(exits.get(id) ?? []).map(({ answer, to }) => `${answer}${colon}${to}`),
      ],
      words.spoken,
    );
};

/** How each node is named, by its id: the bars of a `parallel` may have no label. */
export const spokenLabels = (graph: FlowGraph): ReadonlyMap<string, string> => {
  const { spoken } = wordsFor(graph.language);
  const inside = labelInSentence(graph);
  return new Map(
    graph.nodes.map(({ id, kind, label }) => [
      id,
      label === '' && (kind === 'fork' || kind === 'join') ? spoken[kind] : inside(label),
    ]),
  );
};

/** Labels that are read from the other side than the flow's own words keep their order in its sentences. */
const labelInSentence = ({ language }: FlowGraph): ((label: string) => string) => {
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
 * The marks that end a sentence in the languages that flowc has words for, before quotation marks that close and what ends a
 * direction; the Greek question mark is a semicolon.
 */
const endOfSentence = /[.?!…;\u037e؟۔।。？！｡]["'”’»“」』\u2069]*$/;
