import type { Staged } from '../../diagnostic/diagnostic.ts';
import { exportJson } from '../../export/json.ts';
import type { FlowGraph } from '../../graph/flow-graph.ts';
import type { Drawing } from '../../layout/drawing.ts';
import { layoutFlow } from '../../layout/layout-flow.ts';
import { createMeasuring, type Measuring } from '../../layout/text/measure-letters.ts';
import type { OutputFormat } from '../../project/configuration.ts';
import { embedMetadata } from '../../render/metadata.ts';
import { embedPngMetadata } from '../../render/png-metadata.ts';
import { renderSvg } from '../../render/render-svg.ts';
import type { Theme } from '../../render/theme/theme.ts';
import { fontFiles } from '../font-files.ts';
import type { DrawSettings } from './draw-settings.ts';
import { type OpenTextMode, textModes } from './text-modes.ts';

/** A flow and the pictures wanted of it. Plain data, as the rest here: it may go to another thread. */
export interface PictureOrder {
  readonly graph: FlowGraph;
  readonly settings: DrawSettings;
  readonly theme: Theme;
  readonly pictures: readonly {
    readonly format: OutputFormat;
    /** The fingerprint of all that goes in, which the picture will hold. */
    readonly inputs: string;
  }[];
}

/** The bytes of a picture; or why it cannot be made, for people; or what was thrown, a defect. */
export type MadePicture =
  | { readonly kind: 'drawn'; readonly content: Uint8Array }
  | { readonly kind: 'failed'; readonly message: string; readonly help?: string }
  | { readonly kind: 'broken'; readonly error: unknown };

/** Makes the pictures of an order, in their order. */
export type MakePictures = (order: PictureOrder) => Promise<readonly MadePicture[]>;

export interface MakerOptions {
  /** Of flowc. */
  readonly version: string;
  /** Where fonts are looked for that are installed in the project. */
  readonly projectFolder: string;
  /** Paths of the user's own. */
  readonly fonts: readonly string[];
}

/** The longest that the layout of one flow may take, in ms. */
const longestLayout = 60_000;

/** Throws a `UsageError` where one of the fonts cannot be read. */
export function pictureMaker({ version, projectFolder, fonts }: MakerOptions): MakePictures {
  const openTextMode = textModes(projectFolder, fonts);
  const measuring = createMeasuring(fontFiles);
  return async (order) => {
    let drawing: Promise<Staged<Drawing | undefined>> | undefined;
    const layOut = () => {
      drawing ??= layOutFlow(order, measuring);
      return drawing;
    };
    const made: MadePicture[] = [];
    for (const { format, inputs } of order.pictures)
      try {
        made.push(await makePicture(order, { format, inputs, version }, layOut, openTextMode));
      } catch (error) {
        made.push({ kind: 'broken', error });
      }
    return made;
  };
}

const layOutFlow = ({ graph, settings: { direction, lanes } }: PictureOrder, measuring: Measuring) => {
  const end = Date.now() + longestLayout;
  return measuring((measurer) =>
    layoutFlow(graph, {
      measurer,
      isTimeUp: () => Date.now() > end,
      ...(direction === undefined ? {} : { direction }),
      ...(lanes === undefined ? {} : { lanes }),
    }),
  );
};

async function makePicture(
  { graph, settings, theme }: PictureOrder,
  {
    format,
    inputs,
    version,
  }: { readonly format: OutputFormat; readonly inputs: string; readonly version: string },
  layOut: () => Promise<Staged<Drawing | undefined>>,
  openTextMode: OpenTextMode,
): Promise<MadePicture> {
  if (format === 'json') return drawn(new TextEncoder().encode(exportJson(graph)));
  const { value: drawing, diagnostics } = await layOut();
  if (drawing === undefined) {
    const { message = `“${graph.title}” cannot be laid out`, help } = diagnostics[0] ?? {};
    return { kind: 'failed', message, ...(help === undefined ? {} : { help }) };
  }
  // A PNG has no letters of its own: what makes it has no fonts.
  const { mode, problem } = await openTextMode(format === 'png' ? 'outlines' : settings.text, drawing);
  const svg = renderSvg(drawing, { theme, text: mode });
  const reason = problem();
  if (reason !== undefined)
    return { kind: 'failed', message: `“${graph.title}” is not drawn as ${format}: ${reason}` };
  if (format === 'svg') return drawn(new TextEncoder().encode(embedMetadata(svg, version, inputs)));
  const { renderPng } = await import('../../render/png.ts');
  return drawn(embedPngMetadata(renderPng(svg, settings.scale), version, inputs));
}

const drawn = (content: Uint8Array): MadePicture => ({ kind: 'drawn', content });
