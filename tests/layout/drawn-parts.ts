import type { Drawing, DrawnEdge, DrawnNode, DrawnStage } from '../../src/layout/drawing.ts';

/** A part of a drawing that must be there. */
export const drawnNode = (drawing: Drawing, id: string): DrawnNode =>
  found(
    drawing.nodes.find((node) => node.id === id),
    id,
  );
export const drawnStage = (drawing: Drawing, id: string): DrawnStage =>
  found(
    drawing.stages.find((stage) => stage.id === id),
    id,
  );
export const drawnEdge = (drawing: Drawing, from: string, to: string): DrawnEdge =>
  found(
    drawing.edges.find((edge) => edge.from === from && edge.to === to),
    `${from}>${to}`,
  );

/** Lines of text as they are read, each with its mark before it in brackets. */
export const readLines = (lines: DrawnNode['lines']): readonly string[] =>
  lines.map(({ text, mark }) => (mark === undefined ? '' : `[${mark}] `) + text.replaceAll('\u00a0', ' '));

function found<Part>(part: Part | undefined, name: string): Part {
  if (part === undefined) throw new Error(`the drawing has no ${name}`);
  return part;
}
