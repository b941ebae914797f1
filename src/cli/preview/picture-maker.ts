import { layoutFlow } from '../../layout/layout-flow.ts';
import { createMeasurer } from '../../layout/text/create-measurer.ts';
import type { TextMeasurer } from '../../layout/text/measurer.ts';
import type { FlowShown } from '../../preview/last-good.ts';
import type { Picture } from '../../preview/messages.ts';
import { fingerprint } from '../../render/metadata.ts';
import { renderSvg } from '../../render/render-svg.ts';
import type { Theme } from '../../render/theme/theme.ts';
import type { DrawSettings } from '../build/draw-settings.ts';
import { themeOf } from '../build/theme-of.ts';
import { fontFiles } from '../font-files.ts';
import { reportFailure } from '../report-failure.ts';
import type { Shell } from '../shell.ts';

/** Makes pictures when they are looked at, and remembers them while nothing in them changes. */
export interface PictureMaker {
  picture(flow: FlowShown, settings: DrawSettings): Promise<Picture>;
}

/** The pictures kept: enough to go to and fro between the flows of a project. */
const most = 200;
/** After which a chart is given up, in ms: the page is waiting, and nothing else is answered meanwhile. */
const patience = 15_000;

export function pictureMaker(shell: Shell): PictureMaker {
  const pictures = new Map<string, Promise<Omit<Picture, 'nodes'>>>();
  const themes = knownThemes(shell);
  let measurer: Promise<TextMeasurer> | undefined;
  const draw = async ({ graph }: FlowShown, settings: DrawSettings): Promise<Omit<Picture, 'nodes'>> => {
    measurer ??= createMeasurer(fontFiles);
    const { direction, lanes } = settings;
    const end = performance.now() + patience;
    const { value, diagnostics } = await layoutFlow(graph, {
      measurer: await measurer,
      isTimeUp: () => performance.now() > end,
      ...(direction === undefined ? {} : { direction }),
      ...(lanes === undefined ? {} : { lanes }),
    });
    if (value === undefined) return { problem: diagnostics.map(({ message }) => message).join('; ') };
    return { svg: renderSvg(value, { theme: themes(settings), text: { kind: 'system' } }) };
  };
  return {
    async picture(flow, settings) {
      const name = drawingName(flow, settings);
      const known = pictures.get(name);
      const picture = known ?? draw(flow, settings);
      pictures.delete(name);
      pictures.set(name, picture);
      const [oldest] = pictures.keys();
      if (pictures.size > most && oldest !== undefined) pictures.delete(oldest);
      return { ...(await picture), nodes: flow.nodes };
    },
  };
}

/** Themes with the colours of a configuration, each made and warned of once; without those colours where they are wrong. */
function knownThemes(shell: Shell): (settings: DrawSettings) => Theme {
  const themes = new Map<string, Theme>();
  const make = (settings: DrawSettings): Theme => {
    try {
      return themeOf(shell, settings, {});
    } catch (error) {
      reportFailure(shell, error);
      return themeOf(shell, { theme: settings.theme, colours: { light: {}, dark: {} } }, {});
    }
  };
  return (settings) => {
    const key = JSON.stringify([settings.theme, settings.colours]);
    const theme = themes.get(key) ?? make(settings);
    themes.set(key, theme);
    return theme;
  };
}

/** The same for flows that are drawn alike, wherever in their file they stand. */
const drawingName = ({ graph }: FlowShown, settings: DrawSettings): string =>
  fingerprint(
    JSON.stringify(graph, (key, value: unknown) =>
      key === 'span' || key === 'nameSpan' ? undefined : value,
    ),
    JSON.stringify(settings),
  );

/** The same for pictures of which everything is alike, the places of their nodes included. */
export const pictureName = (flow: FlowShown, settings: DrawSettings): string =>
  fingerprint(drawingName(flow, settings), JSON.stringify(flow.nodes));
