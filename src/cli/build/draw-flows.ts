import { exportJson } from '../../export/json.ts';
import type { Drawing } from '../../layout/drawing.ts';
import { layoutFlow } from '../../layout/layout-flow.ts';
import { createMeasurer } from '../../layout/text/create-measurer.ts';
import type { TextMeasurer } from '../../layout/text/measurer.ts';
import type { Theme } from '../../render/theme/theme.ts';
import { fontFiles } from '../font-files.ts';
import type { Progress } from '../progress.ts';
import type { Shell } from '../shell.ts';
import { UsageError } from '../usage-error.ts';
import type { DrawSettings } from './draw-settings.ts';
import { makePicture } from './make-picture.ts';
import type { Output } from './plan-outputs.ts';
import { textModes } from './text-modes.ts';
import { themeOf } from './theme-of.ts';

/** A picture to make. */
export interface Picture {
  readonly output: Output;
  readonly settings: DrawSettings;
  /** The fingerprint of what it is made from. */
  readonly inputs: string;
}

export interface DrawOptions {
  /** Of flowc. */
  readonly version: string;
  /** The user's own. */
  readonly fonts: readonly string[];
  readonly progress: Progress;
}

export interface DrawnFlows {
  /** How many pictures were made. */
  readonly drawn: number;
  /** Those that cannot be made, and why, for people. */
  readonly failed: readonly { readonly output: Output; readonly reason: string }[];
  /** What was thrown: defects. They stop no other picture. */
  readonly defects: readonly unknown[];
}

/** Makes pictures and puts them in their places, one after the other; a flow with several pictures is laid out once. */
export async function drawFlows(
  shell: Shell,
  pictures: readonly Picture[],
  { version, fonts, progress }: DrawOptions,
): Promise<DrawnFlows> {
  const failed: { output: Output; reason: string }[] = [];
  const defects: unknown[] = [];
  const themes = knownThemes(shell);
  const openTextMode = textModes(shell.cwd, fonts);
  let measurer: TextMeasurer | undefined;
  let drawn = 0;
  for (const [graph, ofOneFlow] of Map.groupBy(pictures, ({ output }) => output.graph))
    try {
      let drawing: Drawing | undefined;
      for (const picture of ofOneFlow) {
        const { output, settings, inputs } = picture;
        const { format } = output;
        let made: Uint8Array | string = tooLarge;
        if (format === 'json') made = new TextEncoder().encode(exportJson(graph));
        else {
          measurer ??= await createMeasurer(fontFiles);
          drawing ??= await layOut(measurer, picture);
          const wish = { format, settings, theme: themes(picture), version, inputs };
          if (drawing !== undefined) made = await makePicture(drawing, wish, openTextMode);
        }
        if (typeof made === 'string') failed.push({ output, reason: made });
        else {
          put(shell, output, made);
          drawn++;
        }
        progress.step();
      }
    } catch (error) {
      if (error instanceof UsageError) throw error;
      defects.push(error);
    }
  return { drawn, failed, defects };
}

const tooLarge = 'it is too large or too tangled to be laid out';

async function layOut(measurer: TextMeasurer, { settings, output }: Picture): Promise<Drawing | undefined> {
  const { direction, lanes } = settings;
  const { value } = await layoutFlow(output.graph, {
    measurer,
    ...(direction === undefined ? {} : { direction }),
    ...(lanes === undefined ? {} : { lanes }),
  });
  return value;
}

/** Themes with the colours of a configuration, each made and checked once. */
function knownThemes(shell: Shell): (picture: Picture) => Theme {
  const themes = new Map<string, Theme>();
  return ({ settings, output }) => {
    const key = JSON.stringify([settings.theme, settings.colours]);
    const theme = themes.get(key) ?? themeOf(shell, settings, output.file.configuration);
    themes.set(key, theme);
    return theme;
  };
}

function put(shell: Shell, { place }: Output, content: Uint8Array): void {
  if (place === undefined) shell.stdout.write(content);
  else shell.files.write(place.path, content, place.root);
}
