import { Chalk, type ChalkInstance, supportsColor } from 'chalk';
import type { Palette } from '../diagnostic/palette.ts';
import type { OutputStream, Shell } from './shell.ts';

/** What was asked for by `--color` or `--no-color`; undefined where neither was. */
export type ColourWish = boolean | undefined;

/** Colours for a stream: as asked for, else as FORCE_COLOR and NO_COLOR say, else on a terminal only. */
export function colourOf(
  stream: OutputStream,
  environment: Shell['environment'],
  wish: ColourWish,
): ChalkInstance {
  const { NO_COLOR: none, FORCE_COLOR: forced, TERM: terminal } = environment;
  const wanted =
    wish ??
    (forced !== undefined && forced !== ''
      ? forced !== '0' && forced !== 'false'
      : (none ?? '') === '' && stream.isTerminal && terminal !== 'dumb');
  const level = supportsColor === false ? 1 : supportsColor.level;
  return new Chalk({ level: wanted ? (level === 0 ? 1 : level) : 0 });
}

export const paletteOf = (chalk: ChalkInstance): Palette => ({
  severity: { error: chalk.red.bold, warning: chalk.yellow.bold, info: chalk.cyan.bold },
  message: chalk.bold,
  frame: chalk.blue,
  place: chalk.reset,
  related: chalk.blue.bold,
  added: chalk.green,
  removed: chalk.red,
});
