const signs = (text: string): ReadonlySet<number> => new Set([...text].map((sign) => sign.charCodeAt(0)));

/** Full-width signs with their ink in the right half, in the left half, and in the middle. */
const opening = signs('（「『【《〈［｛〔〖〘〚｟');
const closing = signs('）」』】》〉］｝〕〗〙〛｠、。，．');
const centred = signs('・\u3000');

/**
 * Which half of a full-width sign falls away because of its neighbours (UTF-16 units, 0 where the line ends), so
 * that no two halves of white stand next to each other. This is “Fullwidth Punctuation Collapsing” of CSS Text 4,
 * which browsers do by themselves.
 */
export const trimmedHalf = (before: number, sign: number, after: number): 'left' | 'right' | undefined => {
  if (opening.has(sign))
    return opening.has(before) || closing.has(before) || centred.has(before) ? 'left' : undefined;
  if (closing.has(sign)) return closing.has(after) || centred.has(after) ? 'right' : undefined;
  return undefined;
};

/** How much of the run's length falls away in that manner, in em. */
export const trimmedLength = (run: string): number => {
  let halves = 0;
  for (let index = 0; index < run.length; index++) {
    const sign = run.charCodeAt(index);
    if (sign >= 0x3000 && trimmedHalf(unitAt(run, index - 1), sign, unitAt(run, index + 1)) !== undefined)
      halves++;
  }
  return halves / 2;
};

const unitAt = (text: string, index: number): number =>
  index >= 0 && index < text.length ? text.charCodeAt(index) : 0;
