import { closest } from '../../diagnostic/suggest.ts';
import { checkContrast } from './check-contrast.ts';
import { readColour } from './colour.ts';
import type { Colour, ColourName, Theme, ThemeColours } from './theme.ts';

/** Colours of one's own by name (`step.fill`), as `#rgb` or `#rrggbb`; what is left out stays as in the theme. */
export interface CustomColours {
  readonly light?: Readonly<Record<string, string>>;
  readonly dark?: Readonly<Record<string, string>>;
}

/** What is wrong with one of the colours. */
export interface ColourProblem {
  readonly kind: 'unknown-name' | 'invalid-colour' | 'low-contrast' | 'no-dark-mode';
  readonly mode: 'light' | 'dark';
  /** The name as it was written. */
  readonly name: string;
  readonly message: string;
  /** For a name that is not known: the one that was most likely meant. */
  readonly suggestion?: string;
}

/**
 * The theme `base` with colours of one's own in it. A name that is not known and a colour that can't be read are left
 * out and reported; too little contrast is reported only where one's own colours take part in it.
 */
export const customTheme = (
  base: Theme,
  colours: CustomColours,
): { readonly value: Theme; readonly problems: readonly ColourProblem[] } => {
  const light = overlay('light', base.light, colours.light ?? {});
  const dark = base.dark === undefined ? undefined : overlay('dark', base.dark, colours.dark ?? {});
  const value: Theme = {
    name: base.name,
    contrast: base.contrast,
    light: light.palette,
    ...(dark === undefined ? {} : { dark: dark.palette }),
  };
  const own = { light: light.own, dark: dark?.own ?? new Set<ColourName>() };
  // Those of the theme itself are checked by a test.
  const found = own.light.size + own.dark.size === 0 ? [] : checkContrast(value);
  const lowContrast = found
    .filter(({ mode, foreground, background }) => own[mode].has(foreground) || own[mode].has(background))
    .map(({ mode, foreground, background, ratio, needed }): ColourProblem => {
      const name = own[mode].has(foreground) ? foreground : background;
      // Rounded down, so that a ratio that is short of what is needed never reads as if it were enough.
      const shown = Math.floor(ratio * 100) / 100;
      return {
        kind: 'low-contrast',
        mode,
        name,
        message: `'${foreground}' on '${background}' has a contrast of ${shown}, less than the ${needed} that it takes to be read`,
      };
    });
  return {
    value,
    problems: [...light.problems, ...(dark?.problems ?? noDarkMode(base, colours)), ...lowContrast],
  };
};

interface Overlay {
  readonly palette: ThemeColours;
  readonly own: ReadonlySet<ColourName>;
  readonly problems: readonly ColourProblem[];
}

const overlay = (
  mode: 'light' | 'dark',
  palette: ThemeColours,
  colours: Readonly<Record<string, string>>,
): Overlay => {
  const changed: Partial<Record<ColourName, Colour>> = {};
  const own = new Set<ColourName>();
  const problems: ColourProblem[] = [];
  for (const [name, text] of Object.entries(colours)) {
    const colour = readColour(text);
    if (!isColourName(name, palette)) problems.push(unknownName(mode, name, Object.keys(palette)));
    else if (colour === undefined)
      problems.push({
        kind: 'invalid-colour',
        mode,
        name,
        message: `'${text}' is not a colour: write it as #rgb or #rrggbb`,
      });
    else {
      changed[name] = colour;
      own.add(name);
    }
  }
  return { palette: { ...palette, ...changed }, own, problems };
};

const unknownName = (mode: 'light' | 'dark', name: string, known: readonly string[]): ColourProblem => {
  const suggestion = closest(name, known);
  const message = `there is no colour '${name}'`;
  return { kind: 'unknown-name', mode, name, message, ...(suggestion === undefined ? {} : { suggestion }) };
};

const isColourName = (name: string, palette: ThemeColours): name is ColourName =>
  Object.hasOwn(palette, name);

const noDarkMode = (base: Theme, { dark = {} }: CustomColours): readonly ColourProblem[] =>
  Object.keys(dark).map((name) => ({
    kind: 'no-dark-mode',
    mode: 'dark',
    name,
    message: `the theme '${base.name}' has no dark mode`,
  }));
