import { fontFiles } from '../../src/cli/font-files.ts';
import type { FlowGraph } from '../../src/model/flow-graph.ts';
import type { Drawing } from '../../src/layout/drawing.ts';
import { type LayoutOptions, layoutFlow } from '../../src/layout/layout-flow.ts';
import { createMeasurer } from '../../src/type/create-measurer.ts';
import { graphOf } from '../build/process-of.ts';

const measurer = await createMeasurer(fontFiles);

/** The drawing of a graph, which must be there. */
export async function layOut(
  graph: FlowGraph,
  options: Omit<LayoutOptions, 'measurer'> = {},
): Promise<Drawing> {
  const { value, diagnostics } = await layoutFlow(graph, { ...options, measurer });
  if (value === undefined) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return value;
}

/** The drawing of the first flow of a text. */
export const drawingOf = (text: string, options: Omit<LayoutOptions, 'measurer'> = {}): Promise<Drawing> =>
  layOut(graphOf(text), options);

export { measurer };
