import { eastAsianFont, eastAsianFonts } from '../type/east-asian-fonts.ts';
import { fontNames } from '../type/font-name.ts';

/** Fonts that systems have and that are about as wide as Noto Sans. */
const fallbacks = ['Segoe UI', 'Helvetica Neue', 'Arial', 'sans-serif'];

/**
 * The `font-family` of a picture in the given language (BCP 47): the families that it brings along, the fonts by which
 * its texts were measured, then others. The East Asian font is the one with the forms that its readers expect, under
 * both names that it has: of its own, and as a part of the collection that comes with Linux systems.
 */
export const fontFamily = (language: string, embedded: readonly string[] = []): string => {
  const eastAsian = eastAsianFont(language);
  const others = new Set(eastAsianFonts(language));
  const measured = fontNames.filter((font) => !others.has(font));
  const names = [eastAsian, eastAsian.replace('Noto Sans', 'Noto Sans CJK')];
  return [...new Set([...embedded, ...measured, ...names, ...fallbacks])].map(familyName).join(', ');
};

/** A family's name in CSS: as it is where each of its words is an identifier, else quoted. */
export const familyName = (family: string): string =>
  /^[A-Za-z-]+( [A-Za-z-]+)*$/.test(family) ? family : `'${family}'`;
