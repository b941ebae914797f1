import type { FlowGraph } from '../graph/flow-graph.ts';
import { layoutFlow } from '../layout/layout-flow.ts';
import { createMeasurer } from '../layout/text/create-measurer.ts';
import type { FontFiles } from '../layout/text/font-name.ts';
import type { TextMeasurer } from '../layout/text/measurer.ts';
import type { ThemeName } from '../project/configuration.ts';
import { fingerprint } from '../render/metadata.ts';
import { renderSvg } from '../render/render-svg.ts';
import type { Theme } from '../render/theme/theme.ts';
import type { Picture } from './messages.ts';

/** How a flow is drawn, as plain data. */
export interface PictureSettings {
  /** Undefined where the flow decides. */
  readonly direction?: 'down' | 'right';
  readonly lanes?: boolean;
  readonly theme: ThemeName;
  readonly colours: {
    readonly light: Readonly<Record<string, string>>;
    readonly dark: Readonly<Record<string, string>>;
  };
}

/** Makes pictures when they are looked at, and remembers them while nothing in them changes. */
export interface PictureMaker {
  picture(graph: FlowGraph, settings: PictureSettings): Promise<Omit<Picture, 'nodes'>>;
}

export interface PictureTools {
  readonly fonts: () => Promise<FontFiles>;
  readonly theme: (settings: PictureSettings) => Theme;
  /** A clock, in ms. */
  readonly now: () => number;
}

/** The pictures kept: enough to go to and fro between the flows of a project. */
const most = 200;
/** After which a chart is given up, in ms: someone is waiting, and nothing else is answered meanwhile. */
const patience = 15_000;

export function pictureMaker({ fonts, theme, now }: PictureTools): PictureMaker {
  const pictures = new Map<string, Promise<Omit<Picture, 'nodes'>>>();
  let measurer: Promise<TextMeasurer> | undefined;
  const draw = async (graph: FlowGraph, settings: PictureSettings): Promise<Omit<Picture, 'nodes'>> => {
    measurer ??= fonts().then(createMeasurer);
    const { direction, lanes } = settings;
    const end = now() + patience;
    const { value, diagnostics } = await layoutFlow(graph, {
      measurer: await measurer,
      isTimeUp: () => now() > end,
      ...(direction === undefined ? {} : { direction }),
      ...(lanes === undefined ? {} : { lanes }),
    });
    return value === undefined
      ? { problem: diagnostics.map(({ message }) => message).join('; ') }
      : { svg: renderSvg(value, { theme: theme(settings), text: { kind: 'system' } }) };
  };
  return {
    picture(graph, settings) {
      const name = drawingName(graph, settings);
      const picture = pictures.get(name) ?? draw(graph, settings);
      // The one used last goes last.
      pictures.delete(name);
      pictures.set(name, picture);
      const [oldest] = pictures.keys();
      if (pictures.size > most && oldest !== undefined) pictures.delete(oldest);
      return picture;
    },
  };
}

/** The same for flows that are drawn alike, wherever in their file they stand. */
export const drawingName = (
  graph: FlowGraph,
  { direction, lanes, theme, colours }: PictureSettings,
): string =>
  fingerprint(
    JSON.stringify(graph, (key, value: unknown) =>
      key === 'span' || key === 'nameSpan' ? undefined : value,
    ),
    JSON.stringify([direction, lanes, theme, colours]),
  );
