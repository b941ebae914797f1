import type { Configuration } from '../../project/find-configuration.ts';
import { relativePath } from '../../project/path.ts';
import { customTheme } from '../../render/theme/custom-theme.ts';
import { standard } from '../../render/theme/standard.ts';
import type { Theme } from '../../render/theme/theme.ts';
import { themes } from '../../render/theme/themes.ts';
import type { Shell } from '../shell.ts';
import { UsageError } from '../usage-error.ts';
import type { DrawSettings } from './draw-settings.ts';

/**
 * The theme with the colours of a configuration in it. Throws a `UsageError` that names every colour that there is not,
 * and all that are too close to each other to be read.
 */
export function themeOf(
  { cwd }: Shell,
  { theme, colours }: Pick<DrawSettings, 'theme' | 'colours'>,
  { path }: Pick<Configuration, 'path'>,
): Theme {
  const base = themes.find(({ name }) => name === theme) ?? standard;
  const { value, problems } = customTheme(base, colours);
  if (problems.length === 0) return value;
  const told = problems.map(({ mode, message, suggestion }) => {
    const meant = suggestion === undefined ? '' : `: did you mean “${suggestion}”?`;
    return `\n  ${mode}: ${message}${meant}`;
  });
  const file = path === undefined ? 'the configuration' : relativePath(cwd, path);
  throw new UsageError(`${file}: colours that cannot be used in the theme “${base.name}”${told.join('')}`);
}
