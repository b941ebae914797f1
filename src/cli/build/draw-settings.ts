import type { Direction, ThemeName } from '../../project/configuration.ts';
import type { Configuration } from '../../project/find-configuration.ts';

/** How the flows of a file are drawn. It is part of what decides whether a picture is stale, so it is plain data. */
export interface DrawSettings {
  readonly theme: ThemeName;
  readonly colours: Configuration['colours'];
  /** Undefined where the flow decides. */
  readonly direction?: Direction;
  readonly lanes?: boolean;
  /** Of PNG. */
  readonly scale: number;
}

/** What was asked for on the command line. */
export interface DrawWishes {
  readonly theme?: ThemeName;
  readonly direction?: Direction;
  readonly lanes?: boolean;
  readonly scale?: number;
}

/** The command line over the configuration. */
export function drawSettings(wishes: DrawWishes, configuration: Configuration): DrawSettings {
  const direction = wishes.direction ?? configuration.direction;
  const lanes = wishes.lanes ?? configuration.lanes;
  return {
    theme: wishes.theme ?? configuration.theme ?? 'standard',
    colours: configuration.colours,
    ...(direction === undefined ? {} : { direction }),
    ...(lanes === undefined ? {} : { lanes }),
    scale: wishes.scale ?? configuration.scale ?? 2,
  };
}
