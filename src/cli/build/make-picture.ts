import type { Drawing } from '../../layout/drawing.ts';
import type { Gaps } from '../../model/gaps.ts';
import type { Process } from '../../model/process.ts';
import type { DrawingOutput } from '../../output/output.ts';
import { type OutputFormat, outputNamed } from '../../output/registry.ts';
import type { PictureOrigin } from '../../render/metadata.ts';
import type { Theme } from '../../render/theme/theme.ts';
import { type Divide, type LaidOut, timedLayouts } from '../../session/timed-layouts.ts';
import { createMeasuring } from '../../type/measure-letters.ts';
import { fontFiles } from '../font-files.ts';
import type { Tricks } from '../start/tricks.ts';
import type { ChartLinks } from './chart-links.ts';
import type { DrawSettings } from './draw-settings.ts';
import { type OpenTextMode, textModes } from './text-modes.ts';

/** A flow and the pictures wanted of it. Plain data, as the rest here: it may go to another thread. */
export interface PictureOrder {
  readonly process: Process;
  readonly gaps: Gaps;
  readonly settings: DrawSettings;
  readonly theme: Theme;
  readonly pictures: readonly WantedPicture[];
}

export interface WantedPicture {
  readonly format: OutputFormat;
  readonly links: ChartLinks;
  /** What the picture will know about its making. */
  readonly origin: Omit<PictureOrigin, 'page'>;
}

/** The bytes of a picture, or of its pages; or why it cannot be made, for people; or what was thrown, a defect. */
export type MadePicture =
  | { readonly kind: 'drawn'; readonly pages: readonly Uint8Array[] }
  | { readonly kind: 'failed'; readonly message: string; readonly help?: string }
  | { readonly kind: 'broken'; readonly error: unknown };

/** Makes the pictures of an order, in their order. */
export type MakePictures = (order: PictureOrder) => Promise<readonly MadePicture[]>;

export interface MakerOptions {
  /** The version of flowc. */
  readonly version: string;
  /** The folder in which fonts are looked for that are installed in the project. */
  readonly projectFolder: string;
  /** Paths of the user's own. */
  readonly fonts: readonly string[];
  readonly tricks: Tricks;
}

/** The longest that the layout of one flow may take, in ms. */
const longestLayout = 60_000;

/** Throws a `UsageError` where one of the fonts cannot be read. */
export function pictureMaker({ version, projectFolder, fonts, tricks }: MakerOptions): MakePictures {
  const openTextMode = textModes(projectFolder, fonts);
  const layOutInTime = timedLayouts({
    measuring: createMeasuring(fontFiles, { byTable: tricks.has('letter-widths') }),
    now: () => Date.now(),
    longest: longestLayout,
    openElk: async () => (await import('./elk-thread.ts')).elkThread(longestLayout),
  });
  return async (order) => {
    let drawing: Promise<LaidOut> | undefined;
    const layOut = () => {
      drawing ??= layOutInTime(order.process, order.settings, pagesOf(order));
      return drawing;
    };
    const made: MadePicture[] = [];
    for (const wanted of order.pictures)
      try {
        made.push(await makePicture(order, { ...wanted, version }, layOut, openTextMode));
      } catch (error) {
        made.push({ kind: 'broken', error });
      }
    return made;
  };
}

/** Divides a drawing into pages, where pages are wanted. */
function pagesOf({ process, settings: { fit, orientation } }: PictureOrder): Divide | undefined {
  if (fit === undefined) return undefined;
  return async (drawing, measurer) => {
    const { foldDrawing } = await import('../../layout/fold/fold-drawing.ts');
    const paper = { paper: fit, ...(orientation === undefined ? {} : { orientation }) };
    return foldDrawing(drawing, process, { ...paper, measurer });
  };
}

async function makePicture(
  { process, gaps, settings, theme }: PictureOrder,
  { format, links, origin, version }: WantedPicture & Pick<MakerOptions, 'version'>,
  layOut: () => Promise<LaidOut>,
  openTextMode: OpenTextMode,
): Promise<MadePicture> {
  const output = outputNamed(format);
  if (output.of === 'process')
    return { kind: 'drawn', pages: [new TextEncoder().encode(output.make(process, gaps))] };
  const { drawings, failure } = await layOut();
  if (drawings === undefined) {
    const { message = `“${process.title}” cannot be laid out`, help } = failure ?? {};
    return { kind: 'failed', message, ...(help === undefined ? {} : { help }) };
  }
  const pages: Uint8Array[] = [];
  for (const drawing of drawings.map((each) => withLinks(each, links))) {
    const { paper } = drawing;
    const known =
      paper === undefined ? origin : { ...origin, page: { page: paper.page, pages: paper.pages } };
    const { mode, problem } = await openTextMode(lettersOf(output, settings), drawing);
    const page = await output.make(
      { drawing, theme, text: mode },
      { version, origin: known, scale: settings.scale },
    );
    // What letters were missing shows only when all were asked for.
    const reason = problem();
    if (reason !== undefined)
      return { kind: 'failed', message: `“${process.title}” is not drawn as ${format}: ${reason}` };
    pages.push(page);
  }
  return { kind: 'drawn', pages };
}

/** How the texts of a picture are written: as the user asks, unless its format has but one way. */
const lettersOf = ({ letters }: DrawingOutput, { text }: DrawSettings): DrawSettings['text'] =>
  letters === 'as-asked' ? text : letters;

/** A layout serves pictures that lie in several places, from each of which the way to another file is another one. */
const withLinks = (drawing: Drawing, links: ChartLinks): Drawing => ({
  ...drawing,
  nodes: drawing.nodes.map((node) => {
    const link = Object.hasOwn(links, node.id) ? links[node.id] : undefined;
    return link === undefined ? node : { ...node, link };
  }),
});
