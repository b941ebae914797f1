import { type FontName, fontNames } from '../layout/text/font-name.ts';

/** Languages whose readers expect their own forms of the Chinese characters, and the font that has them. */
const eastAsian: readonly (readonly [RegExp, FontName])[] = [
  [/^ja\b/i, 'Noto Sans JP'],
  [/^ko\b/i, 'Noto Sans KR'],
  [/^/, 'Noto Sans SC'],
];

/** Fonts that systems have and that are about as wide as Noto Sans. */
const fallbacks = ['Segoe UI', 'Helvetica Neue', 'Arial', 'sans-serif'];

/**
 * The `font-family` of a picture in the given language (BCP 47): the families that it brings along, the fonts by which its
 * texts were measured, then others.
 */
export const fontFamily = (language: string, embedded: readonly string[] = []): string => {
  const preferred = eastAsian.find(([pattern]) => pattern.test(language))?.[1];
  const others = new Set(eastAsian.map(([, font]) => font));
  const measured = fontNames.flatMap((font) =>
    font === 'Noto Sans SC' && preferred !== undefined ? [preferred] : others.has(font) ? [] : [font],
  );
  return [...new Set([...embedded, ...measured, ...fallbacks])].map(familyName).join(', ');
};

/** A family's name in CSS: as it is where each of its words is an identifier, else quoted. */
export const familyName = (family: string): string =>
  /^[A-Za-z-]+( [A-Za-z-]+)*$/.test(family) ? family : `'${family}'`;
