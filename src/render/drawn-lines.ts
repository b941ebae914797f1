import type { Drawing, TextLine } from '../layout/drawing.ts';
import { xmlText } from './xml-text.ts';

/** All lines of text, in the order in which they are drawn. */
export const linesOf = (drawing: Drawing): readonly TextLine[] => [
  ...drawing.heading,
  ...drawing.lanes.flatMap(({ lines }) => lines),
  ...drawing.stages.flatMap(({ lines }) => lines),
  ...drawing.edges.flatMap(({ label }) => label?.lines ?? []),
  ...drawing.annotations.flatMap(({ lines }) => lines),
  ...drawing.brackets.flatMap(({ lines }) => lines),
  ...(drawing.list?.lines ?? []),
  ...drawing.nodes.flatMap(({ lines }) => lines),
];

/** What a picture has to say, line by line as it will be written: what fonts for it must have. */
export const drawnTexts = (drawing: Drawing): readonly string[] =>
  linesOf(drawing).map(({ text }) => xmlText(text));
