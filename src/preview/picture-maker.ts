import { drawnText } from '../layout/drawn-text.ts';
import type { ShowPart } from '../layout/show.ts';
import type { Process } from '../model/process.ts';
import type { ThemeName } from '../project/configuration.ts';
import { fingerprint } from '../render/metadata.ts';
import type { Theme } from '../render/theme/theme.ts';
import type { DrawnPreview, PreviewOrder } from './draw-picture.ts';

/** How a flow is drawn, as plain data. */
export interface PictureSettings {
  /** Undefined where the flow decides. */
  readonly direction?: 'down' | 'right';
  readonly lanes?: boolean;
  /** As `chosenShow` gives it. */
  readonly show?: readonly ShowPart[];
  /** Unset for flowc's own. */
  readonly layout?: 'elk';
  readonly theme: ThemeName;
  readonly colours: {
    readonly light: Readonly<Record<string, string>>;
    readonly dark: Readonly<Record<string, string>>;
  };
}

/**
 * Draws in its own time. Where `superseded` says that nobody waits any more, it may give up, and then throws the
 * reason.
 */
export type DrawPicture = (order: PreviewOrder, superseded: AbortSignal) => Promise<DrawnPreview>;

/**
 * Makes pictures when they are looked at, and remembers them while nothing in them changes. Throws what `DrawPicture`
 * throws.
 */
export interface PictureMaker {
  picture(process: Process, settings: PictureSettings, superseded: AbortSignal): Promise<DrawnPreview>;
}

interface Drawing {
  readonly picture: Promise<DrawnPreview>;
  readonly superseded: AbortController;
  /** How many wait for it still. */
  wishes: number;
  isDone: boolean;
}

/** The pictures kept: enough to go to and fro between the flows of a project. */
const most = 200;

export function createPictureMaker(
  draw: DrawPicture,
  themeOf: (settings: PictureSettings) => Theme,
): PictureMaker {
  const pictures = new Map<string, Drawing>();
  const begin = (name: string, process: Process, settings: PictureSettings): Drawing => {
    const { direction, lanes, show, layout } = settings;
    const order: PreviewOrder = {
      process,
      theme: themeOf(settings),
      ...(direction === undefined ? {} : { direction }),
      ...(lanes === undefined ? {} : { lanes }),
      ...(show === undefined ? {} : { show }),
      ...(layout === undefined ? {} : { layout }),
    };
    const superseded = new AbortController();
    const drawing: Drawing = {
      picture: draw(order, superseded.signal),
      superseded,
      wishes: 0,
      isDone: false,
    };
    drawing.picture.then(
      () => {
        drawing.isDone = true;
      },
      () => {
        // What has failed is tried again when it is asked for again.
        if (pictures.get(name) === drawing) pictures.delete(name);
      },
    );
    return drawing;
  };
  return {
    picture(process, settings, superseded) {
      const name = drawingName(process, settings);
      const known = pictures.get(name);
      const drawing =
        known === undefined || known.superseded.signal.aborted ? begin(name, process, settings) : known;
      drawing.wishes += 1;
      superseded.addEventListener(
        'abort',
        () => {
          drawing.wishes -= 1;
          if (drawing.wishes === 0 && !drawing.isDone) drawing.superseded.abort();
        },
        { once: true },
      );
      // The one used last goes last.
      pictures.delete(name);
      pictures.set(name, drawing);
      const [oldest] = pictures.keys();
      if (pictures.size > most && oldest !== undefined) pictures.delete(oldest);
      return drawing.picture;
    },
  };
}

/** Equal for flows that are drawn alike, wherever in their file they stand. */
export const drawingName = (
  process: Process,
  { direction, lanes, show, layout, theme, colours }: PictureSettings,
): string =>
  fingerprint(drawnText(process, show), JSON.stringify([direction, lanes, show, layout, theme, colours]));
