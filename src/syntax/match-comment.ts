import type { Matcher } from './lexer.ts';

/** Remarks of other notations that may span lines, by how they begin, and how they end. */
const spanning: readonly (readonly [opening: string, closing: string])[] = [
  ['/*', '*/'],
  ['<!--', '-->'],
];

/**
 * Makes the matcher of comments: `#` to the end of the line, and what other notations have for
 * it: `//`, `--` at the beginning of a line, a line of signs that only parts what is above from what is below, and
 * remarks between two signs. No stretch of text is searched more than a few times, whatever stands in it.
 */
export function commentMatcher(): Matcher {
  // The offset from which the closing sign of each kind does not follow any more.
  let none = { text: '', offsets: new Map<string, number>() };
  return (text, offset) => {
    const first = text.charAt(offset);
    if (first === '#' || text.startsWith('//', offset)) return restOfLine(text, offset);
    for (const [opening, closing] of spanning) {
      if (!text.startsWith(opening, offset)) continue;
      if (none.text !== text) none = { text, offsets: new Map() };
      if ((none.offsets.get(closing) ?? Number.POSITIVE_INFINITY) <= offset) return undefined;
      const end = text.indexOf(closing, offset + opening.length);
      if (end !== -1) return text.slice(offset, end + closing.length);
      none.offsets.set(closing, offset);
      return undefined;
    }
    if (!'-=*_'.includes(first) || text.charAt(offset + 1) !== first || !isFirstOnLine(text, offset))
      return undefined;
    const line = restOfLine(text, offset);
    if (/^(?:-{3,}|={3,}|\*{3,}|_{3,})[ \t\r]*$/.test(line)) return line.trimEnd();
    return /^--[ \t]+(?!["“„«])/.test(line) ? line : undefined;
  };
}

function restOfLine(text: string, offset: number): string {
  const feed = text.indexOf('\n', offset);
  return text.slice(offset, feed === -1 ? text.length : feed);
}

/** Whether nothing but white space stands before a place on its line; no further than anyone sets in. */
function isFirstOnLine(text: string, offset: number): boolean {
  for (let at = offset - 1; at >= 0 && offset - at < 200; at--) {
    const character = text.charAt(at);
    if (character === '\n') return true;
    if (character !== ' ' && character !== '\t') return false;
  }
  return offset < 200;
}
