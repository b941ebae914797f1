import type { Orientation, PaperName } from '../../layout/fold/paper.ts';
import { chosenShow, type ShowPart, usualShow } from '../../layout/show.ts';
import type { Layout, TextModeName, ThemeName } from '../../project/configuration.ts';
import type { Configuration } from '../../project/find-configuration.ts';
import type { Direction } from '../../syntax/words.ts';

/** How the flows of a file are drawn. It is part of what decides whether a picture is stale, so it is plain data. */
export interface DrawSettings {
  readonly theme: ThemeName;
  readonly colours: Configuration['colours'];
  /** Undefined where the flow decides. */
  readonly direction?: Direction;
  readonly lanes?: boolean;
  /** In one order, and unset for what is usual: then a picture's hash says nothing of it. */
  readonly show?: readonly ShowPart[];
  /** Unset for flowc's own, so that a picture's hash is what it was before there was another. */
  readonly layout?: Exclude<Layout, 'flowc'>;
  readonly text: TextModeName;
  /** Pixels of a PNG for one of the chart. */
  readonly scale: number;
  /** Unset for pictures of their own size. */
  readonly fit?: PaperName;
  /** Undefined where the chart decides. */
  readonly orientation?: Orientation;
  /** The fingerprints of the user's own fonts. */
  readonly fonts: readonly string[];
}

/** What was asked for on the command line. */
export interface DrawWishes {
  readonly theme?: ThemeName;
  readonly direction?: Direction;
  readonly lanes?: boolean;
  readonly show?: readonly ShowPart[];
  readonly layout?: Layout;
  readonly text?: TextModeName;
  readonly scale?: number;
  /** False for none, whatever the configuration says. */
  readonly fit?: PaperName | false;
  readonly orientation?: Orientation;
}

/** The command line over the configuration. */
export function drawSettings(
  wishes: DrawWishes,
  configuration: Configuration,
  fonts: readonly string[],
): DrawSettings {
  const direction = wishes.direction ?? configuration.direction;
  const lanes = wishes.lanes ?? configuration.lanes;
  const show = chosenShow(wishes.show ?? configuration.show ?? usualShow);
  const layout = wishes.layout ?? configuration.layout ?? 'flowc';
  const fit = wishes.fit ?? configuration.fit ?? false;
  const orientation = wishes.orientation ?? configuration.orientation;
  const configured = configuration.theme ?? 'standard';
  const theme = wishes.theme ?? configured;
  return {
    theme,
    // Made for the theme beside which they stand, they would fit no other.
    colours: theme === configured ? configuration.colours : { light: {}, dark: {} },
    ...(direction === undefined ? {} : { direction }),
    ...(lanes === undefined ? {} : { lanes }),
    ...(show === undefined ? {} : { show }),
    ...(layout === 'flowc' ? {} : { layout }),
    text: wishes.text ?? configuration.text ?? 'system',
    scale: wishes.scale ?? configuration.scale ?? 2,
    ...(fit === false ? {} : { fit, ...(orientation === undefined ? {} : { orientation }) }),
    fonts,
  };
}
