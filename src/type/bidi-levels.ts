import bidiFactory from 'bidi-js';

const bidi = bidiFactory();

/**
 * The level of each UTF-16 unit of a text by the bidirectional algorithm (UAX #9), odd for right-to-left; undefined
 * where all is left-to-right, as most texts show at a glance. A text is what a reader sees as a whole: a line that
 * is a part of one has levels of that text, not of its own.
 */
export const bidiLevels = (text: string, rightToLeft: boolean): Uint8Array | undefined => {
  if (!rightToLeft && !mayRunRightToLeft(text)) return undefined;
  const { levels } = bidi.getEmbeddingLevels(inOnePlane(text), rightToLeft ? 'rtl' : 'ltr');
  for (const { index } of text.matchAll(pairs)) levels[index + 1] = levels[index] ?? 0;
  return levels;
};

/**
 * In which direction a text begins to be read: that of its first letter (rules P2 and P3 of UAX #9), and
 * `otherwise` where it has none. What stands between isolating characters doesn't count.
 */
export const readsRightToLeft = (text: string, otherwise: boolean): boolean => {
  let isolates = 0;
  for (const character of text) {
    const kind = kindOf(character);
    if (kind === 'LRI' || kind === 'RLI' || kind === 'FSI') isolates++;
    else if (kind === 'PDI') isolates = Math.max(0, isolates - 1);
    else if (isolates > 0) continue;
    else if (kind === 'L') return false;
    else if (kind === 'R' || kind === 'AL') return true;
  }
  return otherwise;
};

/** Whether a text has anything that can run from right to left: letters, or characters that ask for it. */
const mayRunRightToLeft = (text: string): boolean => {
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit >= 0x590 && (unit < 0x900 || (unit >= 0x200f && unit < 0x2070) || unit >= 0xd800)) return true;
  }
  return false;
};

/** Characters of the first plane that stand for those of the others, which `bidi-js` takes for letters of Latin. */
const standIns: Readonly<Record<string, string>> = {
  R: '\u05d0',
  AL: '\u0627',
  AN: '\u0660',
  EN: '0',
  ON: '!',
  NSM: '\u0300',
};
/** Takes the level of what stands before it. */
const nothing = '\u200d';

/** Characters of two UTF-16 units. */
const pairs = /[\ud800-\udbff][\udc00-\udfff]/g;

const inOnePlane = (text: string): string =>
  text.replaceAll(pairs, (character) => {
    const kind = kindOf(character);
    return (kind === 'BN' ? nothing : (standIns[kind] ?? 'a')) + nothing;
  });

const isLatin = /^[A-Za-z]/;

const kindOf = (character: string): string =>
  isLatin.test(character) ? 'L' : bidi.getBidiCharTypeName(character);
