import type { Configuration } from '../../project/find-configuration.ts';
import { customTheme } from '../../render/theme/custom-theme.ts';
import { standard } from '../../render/theme/standard.ts';
import type { Theme } from '../../render/theme/theme.ts';
import { themes } from '../../render/theme/themes.ts';
import type { Shell } from '../shell.ts';
import { UsageError } from '../usage-error.ts';
import type { DrawSettings } from './draw-settings.ts';

/**
 * The theme with the colours of a configuration in it. Throws a `UsageError` for a colour that there is not; colours that
 * are hard to read are only warned of.
 */
export function themeOf(
  shell: Shell,
  { theme, colours }: Pick<DrawSettings, 'theme' | 'colours'>,
  { path }: Pick<Configuration, 'path'>,
): Theme {
  const base = themes.find(({ name }) => name === theme) ?? standard;
  const { value, problems } = customTheme(base, colours);
  for (const { kind, mode, message, suggestion } of problems) {
    const text = `${path ?? 'configuration'}: colours, ${mode}: ${message}`;
    if (kind === 'low-contrast') shell.stderr.write(`warning: ${text}\n`);
    else throw new UsageError(text, suggestion === undefined ? undefined : `did you mean “${suggestion}”?`);
  }
  return value;
}
