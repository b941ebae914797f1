import { longestLabel } from '../syntax/read-quotation.ts';

/**
 * A text in straight quotes, on one line. What cannot be seen, or turns the direction of a line, is written as its
 * number.
 */
export function quote(text: string): string {
  let written = '';
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    const named = escapes.get(character);
    if (named !== undefined) written += named;
    else if (isHidden(point)) written += `\\u{${point.toString(16).toUpperCase()}}`;
    else written += character;
  }
  return `"${written}"`;
}

const escapes: ReadonlyMap<string, string> = new Map([
  ['\\', '\\\\'],
  ['"', '\\"'],
  ['\n', '\\n'],
  ['\t', '\\t'],
]);

/**
 * Control characters (C0, DEL, C1), line and paragraph separators, the byte-order mark, and what overrides or isolates
 * a direction. Marks that people type within a word stay: joiners, and the marks of a direction.
 */
const isHidden = (point: number): boolean =>
  point < 0x20 ||
  (point >= 0x7f && point <= 0x9f) ||
  (point >= 0x2028 && point <= 0x202e) ||
  (point >= 0x2066 && point <= 0x2069) ||
  point === 0xfeff;

/** A text that the language can hold: halves of characters are replaced, and what is too long is cut. */
export function sayable(text: string): { readonly text: string; readonly lost?: string } {
  const whole = text.isWellFormed() ? text : text.toWellFormed();
  if (whole.length > longestLabel)
    return {
      text: whole.slice(0, longestLabel - 1).toWellFormed(),
      lost: `is longer than ${longestLabel} characters, and is cut`,
    };
  return whole === text ? { text } : { text: whole, lost: 'has half a character, which is replaced' };
}
