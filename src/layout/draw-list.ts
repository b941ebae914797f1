import { wordsFor } from '../language/words.ts';
import type { Process, Remarks } from '../model/process.ts';
import type { Field } from '../model/process-properties.ts';
import { isolated } from '../type/line-in-order.ts';
import type { HeadingOptions } from './draw-headings.ts';
import type { DrawnList, TextLine } from './drawing.ts';
import { fieldTexts } from './field-texts.ts';
import { labelText } from './label-text.ts';
import { said } from './said.ts';
import type { ShowPart } from './show.ts';
import { textSizes } from './text-sizes.ts';

/** Texts under one heading, or without one. */
interface ListPart {
  readonly heading: string;
  readonly texts: readonly string[];
}

/**
 * What stands below a chart, as nothing in it is its place: terms and what they mean, what is said of stages, fields of
 * the flow. `x` counts from the side where reading begins; undefined where there is nothing.
 */
export function drawList(
  process: Process,
  show: ReadonlySet<ShowPart>,
  longest: number,
  { measurer, rightToLeft }: HeadingOptions,
): DrawnList | undefined {
  const lines: TextLine[] = [];
  let height = 0;
  let width = 0;
  const add = (text: string, role: 'stage' | 'annotation', indent: number): void => {
    const size = textSizes[role];
    const room = Math.min(longest, longestLine) - indent;
    const set = labelText(measurer, text, { size, longest: room, align: 'start', rightToLeft });
    for (const line of set.lines)
      lines.push({
        text: line.text,
        role,
        x: indent + (rightToLeft ? set.width - line.x : line.x),
        y: height + line.y,
        width: line.width,
        size,
        rightToLeft: line.rightToLeft,
      });
    height += set.height + betweenEntries;
    width = Math.max(width, indent + set.width);
  };
  for (const { heading, texts } of listParts(process, show, rightToLeft)) {
    if (texts.length === 0) continue;
    if (height > 0) height += betweenParts;
    if (heading !== '') add(heading, 'stage', 0);
    for (const text of texts) add(text, 'annotation', heading === '' ? 0 : entryIndent);
  }
  return lines.length === 0 ? undefined : { x: 0, y: 0, width, height: height - betweenEntries, lines };
}

/** A list with its first corner there: the one where reading begins. */
export const listAt = (list: DrawnList, x: number, y: number, rightToLeft: boolean): DrawnList => ({
  ...list,
  x: rightToLeft ? x - list.width : x,
  y,
  lines: list.lines.map((line) => ({ ...line, x: rightToLeft ? x - line.x : x + line.x, y: y + line.y })),
});

/** Between the chart and what stands below it, in px. */
export const listGap = 22;

/** In px. Longer lines are hard to read on. */
const longestLine = 560;
const betweenEntries = 4;
const betweenParts = 8;
const entryIndent = 10;

const listParts = (
  process: Process,
  show: ReadonlySet<ShowPart>,
  rightToLeft: boolean,
): readonly ListPart[] => {
  const { terms, notes, spoken } = wordsFor(process.language);
  const { colon = ': ' } = spoken;
  const entry = (name: string, text: string): string =>
    `${isolated(name, rightToLeft)}${colon}${isolated(text, rightToLeft)}`;
  const fields = (all: readonly Field[]): readonly string[] =>
    show.has('fields') ? fieldTexts(all, process.language) : [];
  const remarks = (label: string, of: Pick<Remarks, 'say' | 'notes'>): readonly string[] =>
    said(of, show, process.language).map((text) => entry(label, text));
  return [
    {
      heading: terms,
      texts: show.has('terms')
        ? process.declarations.terms.map(({ word, meaning }) => entry(word, meaning))
        : [],
    },
    {
      heading: notes,
      texts: process.stages.flatMap((stage) => [
        ...remarks(stage.label, stage),
        ...fields(stage.fields).map((text) => entry(stage.label, text)),
      ]),
    },
    { heading: '', texts: fields(process.properties.fields) },
  ];
};
