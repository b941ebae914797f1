import type { FontName } from './font-name.ts';

/** The fonts for Chinese characters, the one that the chart's language prefers first. */
export type EastAsianFonts = readonly FontName[];

const all: EastAsianFonts = ['Noto Sans SC', 'Noto Sans TC', 'Noto Sans JP', 'Noto Sans KR'];

/**
 * The font with the forms of the Chinese characters that readers of a language (BCP 47) expect. All of these fonts have
 * the characters and the Japanese syllables; the Korean ones are in the Korean font only.
 */
export const eastAsianFont = (language: string): FontName => {
  if (/^ja\b/i.test(language)) return 'Noto Sans JP';
  if (/^ko\b/i.test(language)) return 'Noto Sans KR';
  const simplified = /-hans\b/i.test(language);
  return !simplified && /^yue\b|-(hant|tw|hk|mo)\b/i.test(language) ? 'Noto Sans TC' : 'Noto Sans SC';
};

export const eastAsianFonts = (language: string): EastAsianFonts => {
  const preferred = eastAsianFont(language);
  return [preferred, ...all.filter((font) => font !== preferred)];
};
