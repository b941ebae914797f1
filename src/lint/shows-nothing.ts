/**
 * Whether a text shows nothing: white space, control characters, and those without a shape of their own, such as a
 * space without width, a mark of direction, the fillers of Hangul and the empty cell of Braille.
 */
export const showsNothing = (text: string): boolean => {
  // Most texts have one of these, all of which show.
  if (/[!-~]/.test(text)) return false;
  for (const character of text)
    if (!/\s/.test(character) && !isUnseen(character.codePointAt(0) ?? 0)) return false;
  return true;
};

const isUnseen = (codePoint: number): boolean =>
  unseen.some(([from, to]) => codePoint >= from && codePoint <= to);

const unseen: readonly (readonly [from: number, to: number])[] = [
  [0x00, 0x1f],
  [0x7f, 0x9f],
  [0xad, 0xad],
  [0x34f, 0x34f],
  [0x61c, 0x61c],
  [0x115f, 0x1160],
  [0x17b4, 0x17b5],
  [0x180b, 0x180f],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  [0x2800, 0x2800],
  [0x3164, 0x3164],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xffa0, 0xffa0],
  [0xe0000, 0xe0fff],
];
