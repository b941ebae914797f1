import { fontFiles } from '../../src/cli/font-files.ts';
import type { Drawing } from '../../src/layout/drawing.ts';
import { type LayoutOptions, layoutFlow } from '../../src/layout/layout-flow.ts';
import type { Process } from '../../src/model/process.ts';
import { createMeasurer } from '../../src/type/create-measurer.ts';
import { processOf } from '../build/process-of.ts';

const measurer = await createMeasurer(fontFiles);

/** The drawing of a graph, which must be there. */
export async function layOut(
  process: Process,
  options: Omit<LayoutOptions, 'measurer'> = {},
): Promise<Drawing> {
  const { value, failure } = await layoutFlow(process, { ...options, measurer });
  if (value === undefined) throw new Error(failure?.message);
  return value;
}

/** The drawing of the first flow of a text. */
export const drawingOf = (text: string, options: Omit<LayoutOptions, 'measurer'> = {}): Promise<Drawing> =>
  layOut(processOf(text), options);

export { measurer };
