import type { FlowGraph } from '../../graph/flow-graph.ts';
import type { Drawing } from '../../layout/drawing.ts';
import { layoutFlow } from '../../layout/layout-flow.ts';
import { createMeasurer } from '../../layout/text/create-measurer.ts';
import { fitText } from '../../layout/text/fit-text.ts';
import { type RenderOptions, renderSvg } from '../../render/render-svg.ts';
import type { Theme } from '../../render/theme/theme.ts';
import { fontFiles } from '../font-files.ts';
import type { Progress } from '../progress.ts';
import type { Shell } from '../shell.ts';
import type { DrawSettings } from './draw-settings.ts';
import type { Output } from './plan-outputs.ts';
import { themeOf } from './theme-of.ts';

/** A picture to make. */
export interface Picture {
  readonly output: Output;
  readonly settings: DrawSettings;
  /** The fingerprint of what it is made from, which it will hold. */
  readonly inputs: string;
}

/** Makes pictures and puts them in their places, one after the other; a flow with several pictures is laid out once. */
export async function drawFlows(
  shell: Shell,
  pictures: readonly Picture[],
  version: string,
  progress: Progress,
): Promise<{ readonly drawn: number; readonly failed: readonly Output[] }> {
  const failed: Output[] = [];
  let drawn = 0;
  if (pictures.length === 0) return { drawn, failed };
  const themes = new Map<string, Theme>();
  const measurer = await createMeasurer(fontFiles);
  let last: { readonly graph: FlowGraph; readonly drawing: Drawing | undefined } | undefined;
  for (const picture of pictures) {
    const { output, settings } = picture;
    const { direction, lanes } = settings;
    if (last?.graph !== output.graph) {
      const options = {
        measurer,
        fit: fitText,
        ...(direction === undefined ? {} : { direction }),
        ...(lanes === undefined ? {} : { lanes }),
      };
      last = { graph: output.graph, drawing: (await layoutFlow(output.graph, options)).value };
    }
    if (last.drawing === undefined) failed.push(output);
    else {
      const key = JSON.stringify([settings.theme, settings.colours]);
      const theme = themes.get(key) ?? themeOf(shell, settings, output.file.configuration);
      themes.set(key, theme);
      const metadata = { version, inputs: picture.inputs };
      place(shell, output, pictureOf(last.drawing, theme, metadata));
      drawn++;
    }
    progress.step();
  }
  return { drawn, failed };
}

const pictureOf = (
  drawing: Drawing,
  theme: Theme,
  metadata: NonNullable<RenderOptions['metadata']>,
): Uint8Array => new TextEncoder().encode(renderSvg(drawing, { theme, text: { kind: 'system' }, metadata }));

function place(shell: Shell, { place: target }: Output, content: Uint8Array): void {
  if (target === undefined) shell.stdout.write(content);
  else shell.files.write(target.path, content, target.root);
}
