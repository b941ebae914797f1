/**
 * What a chart may say beside the work itself, in the order in which it is listed everywhere: configuration, schema,
 * help and documents take it from here.
 */
export const showParts = [
  'owner',
  'within',
  'takes',
  'percent',
  'systems',
  'informs',
  'fields',
  'words',
  'notes',
  'terms',
  'promises',
] as const;
export type ShowPart = (typeof showParts)[number];

/** What is shown where nobody says anything else. */
export const usualShow: readonly ShowPart[] = ['owner', 'within'];

/**
 * A choice as plain data, in one order and without repetition, so that two that show the same are the same. Undefined
 * for the usual one: it changes no picture, so a picture's hash says nothing of it.
 */
export function chosenShow(parts: readonly ShowPart[]): readonly ShowPart[] | undefined {
  const chosen = showParts.filter((part) => parts.includes(part));
  const isUsual = chosen.length === usualShow.length && usualShow.every((part) => chosen.includes(part));
  return isUsual ? undefined : chosen;
}
