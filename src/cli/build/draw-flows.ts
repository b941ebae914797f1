import type { Theme } from '../../render/theme/theme.ts';
import type { Progress } from '../progress.ts';
import type { Shell } from '../shell.ts';
import { tricksOf } from '../start/tricks.ts';
import { UsageError } from '../usage-error.ts';
import type { ChartLinks } from './chart-links.ts';
import type { DrawSettings } from './draw-settings.ts';
import { type MadePicture, type MakePictures, type PictureOrder, pictureMaker } from './make-picture.ts';
import { pagePath } from './page-files.ts';
import type { PlannedPicture } from './plan-outputs.ts';
import { placeKey } from './refuse-collisions.ts';
import { themeOf } from './theme-of.ts';

/** A picture to make. */
export interface PictureJob {
  readonly output: PlannedPicture;
  readonly settings: DrawSettings;
  readonly links: ChartLinks;
  /** The fingerprint of what it is made from. */
  readonly inputs: string;
}

export interface DrawFlowsOptions {
  /** The version of flowc. */
  readonly version: string;
  /** Paths of the user's own. */
  readonly fonts: readonly string[];
  /** How many threads draw. */
  readonly jobs: number;
  /** The keys of all places that pictures have: no page may go there. */
  readonly places: ReadonlySet<string>;
  readonly progress: Progress;
}

export interface DrawnFlows {
  /** The paths of the pictures that were made, each page for itself. */
  readonly drawn: readonly string[];
  readonly failed: readonly Failure[];
  /** Why pictures that were made could not be put in their places, each once. */
  readonly unwritten: readonly UsageError[];
  /** What was thrown: defects. They stop no other picture. */
  readonly defects: readonly unknown[];
}

/** A picture that cannot be made, and why, for people. */
export interface Failure {
  readonly message: string;
  readonly help?: string;
}

/**
 * Makes pictures and puts them in their places. Threads share the work flow by flow; the same pictures come of any
 * number.
 */
export async function drawFlows(
  shell: Shell,
  pictures: readonly PictureJob[],
  { version, fonts, jobs, places, progress }: DrawFlowsOptions,
): Promise<DrawnFlows> {
  const orders = ordersOf(shell, pictures);
  const { make, end } = await openMaker(jobs, {
    version,
    projectFolder: shell.cwd,
    fonts,
    tricks: tricksOf(shell.environment),
  });
  const made: (readonly MadePicture[])[] = [];
  const unwritten: { readonly index: number; readonly error: UsageError }[] = [];
  const takeOrders = async (): Promise<void> => {
    for (const [index, { order, outputs }] of queue) {
      const results = await make(order);
      made[index] = results;
      for (const [at, result] of results.entries()) {
        progress.step();
        if (result.kind !== 'drawn') continue;
        try {
          drawn.push(...put(shell, outputs[at], result.pages, places));
        } catch (error) {
          if (!(error instanceof UsageError)) throw error;
          unwritten.push({ index, error });
        }
      }
    }
  };
  const queue = orders.entries();
  const drawn: string[] = [];
  try {
    // Two orders on their way to each thread, so that none waits for the next.
    await Promise.all(Array.from({ length: jobs === 1 ? 1 : 2 * jobs }, takeOrders));
  } finally {
    await end();
  }
  // In the order of the pictures, whichever was ready first.
  const results = made.flat();
  return {
    drawn,
    unwritten: unwritten.sort((a, b) => a.index - b.index).map(({ error }) => error),
    failed: results.filter((result) => result.kind === 'failed'),
    defects: results.flatMap((result) => (result.kind === 'broken' ? [result.error] : [])),
  };
}

async function openMaker(
  jobs: number,
  options: Parameters<typeof pictureMaker>[0],
): Promise<{ readonly make: MakePictures; readonly end: () => Promise<void> }> {
  if (jobs === 1) return { make: pictureMaker(options), end: async () => {} };
  const { openDrawingThreads } = await import('./drawing-threads.ts');
  return openDrawingThreads(jobs, options);
}

/** Pictures of one flow, which come one after the other, make one order: they have one layout. */
function ordersOf(
  shell: Shell,
  pictures: readonly PictureJob[],
): readonly { readonly order: PictureOrder; readonly outputs: readonly PlannedPicture[] }[] {
  const themes = knownThemes(shell);
  const orders: {
    order: PictureOrder & { pictures: PictureOrder['pictures'][number][] };
    outputs: PlannedPicture[];
  }[] = [];
  for (const picture of pictures) {
    const { output, settings, links, inputs } = picture;
    const { process, gaps, format, place } = output;
    const source = place?.source;
    let last = orders.at(-1);
    if (last?.order.process !== process) {
      last = { order: { process, gaps, settings, theme: themes(picture), pictures: [] }, outputs: [] };
      orders.push(last);
    }
    const origin = { inputs, ...(source === undefined ? {} : { source }) };
    last.order.pictures.push({ format, links, origin });
    last.outputs.push(output);
  }
  return orders;
}

/** Themes with the colours of a configuration, each made and checked once. */
function knownThemes(shell: Shell): (picture: PictureJob) => Theme {
  const themes = new Map<string, Theme>();
  return ({ settings, output }) => {
    const key = JSON.stringify([settings.theme, settings.colours]);
    const theme = themes.get(key) ?? themeOf(shell, settings, output.file.configuration);
    themes.set(key, theme);
    return theme;
  };
}

/** Puts the pages of a picture in their places, and says which these are. */
function put(
  shell: Shell,
  output: PlannedPicture | undefined,
  pages: readonly Uint8Array[],
  places: ReadonlySet<string>,
): readonly string[] {
  const place = output?.place;
  if (place === undefined && pages.length > 1)
    throw new UsageError(
      `standard output takes one picture, and “${output?.process.title}” has ${pages.length} pages`,
      'Write them into a folder: -o pictures',
    );
  return pages.flatMap((content, index) => {
    if (place === undefined) {
      shell.stdout.write(content);
      return [];
    }
    const path = pagePath(place.path, index + 1, pages.length);
    if (pages.length > 1 && places.has(placeKey(path)))
      throw new UsageError(
        `page ${index + 1} of “${output?.process.title}” would be drawn into ${path}, where another picture goes`,
        'Rename one of the files or flows',
      );
    shell.files.write(path, content, place.root);
    return [path];
  });
}
