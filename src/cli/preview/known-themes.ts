import type { Theme } from '../../render/theme/theme.ts';
import type { DrawSettings } from '../build/draw-settings.ts';
import { themeOf } from '../build/theme-of.ts';
import { reportFailure } from '../report-failure.ts';
import type { Shell } from '../shell.ts';

/**
 * Themes with the colours of a configuration, each made and warned of once; without those colours where they are wrong.
 */
export function knownThemes(shell: Shell): (settings: Pick<DrawSettings, 'theme' | 'colours'>) => Theme {
  const themes = new Map<string, Theme>();
  const make = (settings: Pick<DrawSettings, 'theme' | 'colours'>): Theme => {
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
