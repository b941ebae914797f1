import type { Staged } from '../../diagnostic/diagnostic.ts';
import { exportJson } from '../../export/json.ts';
import type { FlowGraph } from '../../graph/flow-graph.ts';
import type { Drawing } from '../../layout/drawing.ts';
import { layoutFlow } from '../../layout/layout-flow.ts';
import { createMeasuring } from '../../layout/text/measure-letters.ts';
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
  /** Paths of the user's own. */
  readonly fonts: readonly string[];
  readonly progress: Progress;
}

export interface DrawnFlows {
  /** How many pictures were made. */
  readonly drawn: number;
  readonly failed: readonly Failure[];
  /** What was thrown: defects. They stop no other picture. */
  readonly defects: readonly unknown[];
}

/** A picture that cannot be made, and why, for people. */
export interface Failure {
  readonly output: Output;
  readonly message: string;
  readonly help?: string;
}

/** The longest that the layout of one flow may take, in ms. */
const longestLayout = 60_000;

/** Makes pictures and puts them in their places, one after the other. */
export async function drawFlows(
  shell: Shell,
  pictures: readonly Picture[],
  options: DrawOptions,
): Promise<DrawnFlows> {
  const make = pictureMaker(shell, options);
  const failed: Failure[] = [];
  const defects: unknown[] = [];
  let drawn = 0;
  for (const picture of pictures) {
    try {
      const made = await make(picture);
      if (made instanceof Uint8Array) {
        put(shell, picture.output, made);
        drawn++;
      } else failed.push(made);
    } catch (error) {
      if (error instanceof UsageError) throw error;
      defects.push(error);
    }
    options.progress.step();
  }
  return { drawn, failed, defects };
}

type MakePicture = (picture: Picture) => Promise<Uint8Array | Failure>;

function pictureMaker(shell: Shell, { version, fonts }: DrawOptions): MakePicture {
  const themes = knownThemes(shell);
  const openTextMode = textModes(shell.cwd, fonts);
  const layOut = layouts();
  return async (picture) => {
    const { output, settings, inputs } = picture;
    const { format, graph } = output;
    if (format === 'json') return new TextEncoder().encode(exportJson(graph));
    const { value: drawing, diagnostics } = await layOut(picture);
    if (drawing === undefined) {
      const { message = `“${graph.title}” cannot be laid out`, help } = diagnostics[0] ?? {};
      return { output, message, ...(help === undefined ? {} : { help }) };
    }
    const wish = { format, settings, theme: themes(picture), version, inputs };
    const made = await makePicture(drawing, wish, openTextMode);
    return typeof made === 'string'
      ? { output, message: `“${graph.title}” is not drawn as ${format}: ${made}` }
      : made;
  };
}

/** Lays flows out; several pictures of one flow, which come one after the other, have one layout. */
function layouts(): (picture: Picture) => Promise<Staged<Drawing | undefined>> {
  const measuring = createMeasuring(fontFiles);
  let last: { readonly graph: FlowGraph; readonly layout: Promise<Staged<Drawing | undefined>> } | undefined;
  const start = ({ output, settings: { direction, lanes } }: Picture) => {
    const end = Date.now() + longestLayout;
    return measuring((measurer) =>
      layoutFlow(output.graph, {
        measurer,
        isTimeUp: () => Date.now() > end,
        ...(direction === undefined ? {} : { direction }),
        ...(lanes === undefined ? {} : { lanes }),
      }),
    );
  };
  return (picture) => {
    const { graph } = picture.output;
    if (last?.graph !== graph) last = { graph, layout: start(picture) };
    return last.layout;
  };
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
