import { splitGraphemes } from 'unicode-segmenter/grapheme';
import { oneLine } from './create-measurer.ts';
import type { EastAsianFonts } from './east-asian-fonts.ts';
import type { FontLibrary, OpenFont } from './font-library.ts';
import { isFixed, setRuns } from './set-runs.ts';
import { fixedFont } from './shape-line.ts';
import type { FontSubsetter } from './subset-font.ts';
import { wrapWoff2 } from './woff2.ts';

/** A font with no more than the characters that a picture has. */
export interface EmbeddedFont {
  /** Letters, digits and spaces, no word beginning with a digit; another one for other characters. */
  readonly family: string;
  readonly format: 'woff2';
  readonly bytes: Uint8Array;
}

/**
 * The fonts in which a picture with these texts is set as it was measured, those that come along first. Characters
 * that no font has, are left to the reader's machine; so are Chinese, Japanese, Korean and emoji where their fonts
 * are absent.
 */
export const embedFonts = async (
  library: FontLibrary,
  subset: FontSubsetter,
  eastAsian: EastAsianFonts,
  texts: readonly string[],
): Promise<readonly EmbeddedFont[]> => {
  const used = new Map<OpenFont, Set<number>>();
  const add = (font: OpenFont, text: string): void => {
    const codePoints = used.get(font) ?? new Set();
    used.set(font, codePoints);
    // Shaping takes letters apart and puts them together, as it likes. Unicode never changes how. Thai and Lao AM (ำ)
    // come apart by their compatibility decomposition; without its parts a viewer leaves the whole syllable blank.
    for (const form of [text, text.normalize('NFKD'), text.normalize('NFD'), text.normalize('NFC')])
      for (const character of form) codePoints.add(character.codePointAt(0) ?? 0);
  };
  for (const text of texts)
    for (const run of setRuns(library, oneLine(text), false))
      if (!isFixed(run)) {
        if (run.covered) add(run.font, run.text);
      } else
        for (const grapheme of splitGraphemes(run.text)) {
          const font = fixedFont(library, run, eastAsian, grapheme);
          if (font !== undefined) add(font, grapheme);
        }
  const embedded: EmbeddedFont[] = [];
  for (const [font, codePoints] of [...used].toSorted(([one], [other]) => one.order - other.order)) {
    const bytes = subset(font.bytes, { codePoints: [...codePoints].sort((one, other) => one - other) });
    if (bytes === undefined) continue;
    const family = `${font.family} f${fingerprint(bytes)}`;
    embedded.push({ family, format: 'woff2', bytes: await wrapWoff2(bytes) });
  }
  return embedded;
};

/** FNV-1a, so that two pictures in one page don't take each other's fonts. */
const fingerprint = (bytes: Uint8Array): string => {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0).toString(36);
};
