import { contrastRatio } from './colour.ts';
import { type ColourName, lineStyles, type Theme, type ThemeColours, tints } from './theme.ts';

/** Two colours of a theme that meet in pictures and are too close to each other. */
export interface LowContrast {
  readonly mode: 'light' | 'dark';
  readonly foreground: ColourName;
  readonly background: ColourName;
  readonly ratio: number;
  readonly needed: number;
}

/** All places where a text or a line of the theme has less contrast with what it stands on than the theme promises. */
export const checkContrast = (theme: Theme): readonly LowContrast[] => [
  ...checkPalette(theme, 'light', theme.light),
  ...(theme.dark === undefined ? [] : checkPalette(theme, 'dark', theme.dark)),
];

const checkPalette = (theme: Theme, mode: 'light' | 'dark', palette: ThemeColours): readonly LowContrast[] =>
  meetings.flatMap(({ role, foreground, backgrounds }) =>
    backgrounds
      .map((background) => ({
        mode,
        foreground,
        background,
        ratio: contrastRatio(palette[foreground], palette[background]),
        needed: theme.contrast[role],
      }))
      .filter(({ ratio, needed }) => ratio < needed),
  );

interface Meeting {
  readonly role: 'text' | 'line';
  readonly foreground: ColourName;
  readonly backgrounds: readonly ColourName[];
}

/** What nodes, lines and frames can stand on. */
const surfaces: readonly ColourName[] = ['background', 'lane.fill', 'lane.alternate', 'stage.fill'];

/** Which colour is drawn on which. A bar has no outline: its area is the line. */
const meetings: readonly Meeting[] = [
  { role: 'text', foreground: 'title.text', backgrounds: ['background'] },
  { role: 'text', foreground: 'subtitle.text', backgrounds: ['background'] },
  { role: 'text', foreground: 'lane.text', backgrounds: ['lane.header'] },
  { role: 'text', foreground: 'stage.text', backgrounds: surfaces },
  { role: 'line', foreground: 'lane.line', backgrounds: [...surfaces, 'lane.header'] },
  { role: 'line', foreground: 'stage.line', backgrounds: surfaces },
  ...tints.flatMap((tint): readonly Meeting[] => [
    { role: 'text', foreground: `${tint}.text`, backgrounds: [`${tint}.fill`] },
    { role: 'text', foreground: `${tint}.detail`, backgrounds: [`${tint}.fill`] },
    {
      role: 'line',
      foreground: `${tint}.line`,
      backgrounds: tint === 'bar' ? surfaces : [...surfaces, `${tint}.fill`],
    },
  ]),
  ...lineStyles.flatMap((style): readonly Meeting[] => [
    { role: 'text', foreground: `${style}.text`, backgrounds: [...surfaces, 'label.fill'] },
    { role: 'line', foreground: `${style}.line`, backgrounds: surfaces },
  ]),
];
