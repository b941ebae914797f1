import type { Span } from '../text/span.ts';
import type { TextEdit } from '../text/text-edit.ts';

/**
 * What makes one layout of a text of another, in as small stretches of whole lines as can be, in order. Each stretch
 * has the same characters before and after but for layout, so that any choice of them loses nothing. `whole` are
 * stretches of the text that must be changed at once or not at all, in order: labels of several lines.
 */
export function lineEdits(before: string, after: string, whole: readonly Span[]): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  const old = linesOf(before);
  const put = linesOf(after);
  const isInside = insideOf(whole);
  const balance = new Balance();
  let [oldLine, newLine, start] = [0, 0, 0];

  const replace = (oldTo: number, newTo: number): void => {
    const was = old.slice(oldLine, oldTo).join('');
    const is = put.slice(newLine, newTo).join('');
    if (was !== is) edits.push({ span: { start, end: start + was.length }, text: is });
    start += was.length;
    [oldLine, newLine] = [oldTo, newTo];
  };

  while (oldLine < old.length || newLine < put.length) {
    const blanks = blankLines(old, oldLine);
    const newBlanks = blankLines(put, newLine);
    const isBoth = Math.min(blanks, newBlanks);
    if (isBoth > 0) replace(oldLine + 1, newLine + 1);
    else if (blanks > 0) replace(oldLine + blanks, newLine);
    else if (newBlanks > 0) replace(oldLine, newLine + newBlanks);
    else {
      let [oldTo, newTo] = [oldLine, newLine];
      let end = start;
      do {
        // The side that has less goes on, so that both reach the same place.
        if (newTo >= put.length || (oldTo < old.length && balance.surplus <= 0)) {
          end += (old[oldTo] ?? '').length;
          balance.add(old[oldTo++] ?? '', 1);
        } else balance.add(put[newTo++] ?? '', -1);
      } while ((!balance.isEven() || isInside(end)) && (oldTo < old.length || newTo < put.length));
      replace(oldTo, newTo);
    }
  }
  return edits;
}

/**
 * How much more of each character one side has than the other; layout is not counted, nor is the way of quotes and
 * arrows.
 */
class Balance {
  /** How many characters more the first side has. */
  surplus = 0;
  private readonly counts = new Map<string, number>();

  add(line: string, sign: 1 | -1): void {
    const written = line.replaceAll('→', '->').replaceAll(quotes, '"').replaceAll(layout, '');
    for (const character of written) {
      const count = (this.counts.get(character) ?? 0) + sign;
      if (count === 0) this.counts.delete(character);
      else this.counts.set(character, count);
      this.surplus += sign;
    }
  }

  isEven(): boolean {
    return this.counts.size === 0;
  }
}

const quotes = /"""|[“”„‟«»‹›＂]/g;
const layout = /[\s\x85\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\\]/g;

const linesOf = (text: string): readonly string[] => (text === '' ? [] : text.split(/(?<=\n)/));

/** How many lines from one on have nothing but space. */
function blankLines(lines: readonly string[], from: number): number {
  let line = from;
  while (line < lines.length && /^\s*$/.test(lines[line] ?? '')) line++;
  return line - from;
}

/** Whether an offset lies in the middle of a stretch. Offsets that are asked for only grow. */
function insideOf(stretches: readonly Span[]): (offset: number) => boolean {
  let next = 0;
  return (offset) => {
    while ((stretches[next]?.end ?? Number.POSITIVE_INFINITY) <= offset) next++;
    return (stretches[next]?.start ?? Number.POSITIVE_INFINITY) < offset;
  };
}
