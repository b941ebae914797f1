/** Noto Sans, by whose lengths everything was measured, first; then what systems have that is about as wide. */
const scripts = ['Hebrew', 'Arabic', 'Telugu', 'Devanagari', 'Thai'].map((script) => `Noto Sans ${script}`);
const fallbacks = ['Noto Emoji', 'Segoe UI', 'Helvetica Neue', 'Arial', 'sans-serif'];

/** Languages whose readers expect their own forms of the Chinese characters, and the fonts that have them. */
const eastAsian: readonly (readonly [RegExp, string])[] = [
  [/^ja\b/i, 'JP'],
  [/^ko\b/i, 'KR'],
  [/^zh-(hant|tw|hk|mo)\b/i, 'TC'],
  [/^/, 'SC'],
];

/** The `font-family` of a picture in the given language (BCP 47). Names need no quotes: each is a run of identifiers. */
export const fontFamily = (language: string): string => {
  const region = eastAsian.find(([pattern]) => pattern.test(language))?.[1] ?? 'SC';
  return ['Noto Sans', ...scripts, `Noto Sans ${region}`, `Noto Sans CJK ${region}`, ...fallbacks].join(', ');
};
