import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { TextEdit } from '../text/text-edit.ts';

/** A repair can bring up the next one; more rounds than these are a circle. */
export const mostRepairRounds = 10;

/**
 * The edits of the repairs that can be done together: of two that touch the same text, the one that comes first, the
 * other with all its edits left for another round. Two insertions at one place are done both, unless they say the same.
 * Hints are never chosen, unsafe repairs only where `unsafe` is true.
 */
export function chooseFixes(diagnostics: readonly Diagnostic[], unsafe: boolean): readonly TextEdit[] {
  const chosen = new ChosenEdits();
  for (const { fix } of diagnostics) {
    if (fix === undefined || fix.kind === 'hint' || (fix.kind === 'unsafe' && !unsafe)) continue;
    if (!fix.edits.some((edit) => chosen.clashesWith(edit))) for (const edit of fix.edits) chosen.add(edit);
  }
  return chosen.edits;
}

/**
 * Edits of which no two touch the same text, in order of place, so that a file with very many repairs takes no long
 * search.
 */
class ChosenEdits {
  readonly edits: TextEdit[] = [];
  /** Stretches that are replaced: their starts in order, and the end of each. */
  private readonly starts: number[] = [];
  private readonly ends = new Map<number, number>();
  /** Offsets at which something is put in, in order, and what. */
  private readonly places: number[] = [];
  private readonly put = new Map<number, Set<string>>();

  clashesWith({ span: { start, end }, text }: TextEdit): boolean {
    const before = this.starts[firstFrom(this.starts, start + 1) - 1];
    const reaches = before !== undefined && (this.ends.get(before) ?? 0) > start;
    if (start === end) return (reaches && before < start) || this.put.get(start)?.has(text) === true;
    const next = this.starts[firstFrom(this.starts, start)] ?? end;
    const place = this.places[firstFrom(this.places, start + 1)] ?? end;
    return reaches || next < end || place < end;
  }

  add(edit: TextEdit): void {
    const { start, end } = edit.span;
    this.edits.push(edit);
    if (start < end) {
      this.starts.splice(firstFrom(this.starts, start), 0, start);
      this.ends.set(start, end);
      return;
    }
    const texts = this.put.get(start);
    if (texts === undefined) this.places.splice(firstFrom(this.places, start), 0, start);
    this.put.set(start, (texts ?? new Set()).add(edit.text));
  }
}

/** The index of the first number that is not below `least`; the numbers are in order. */
function firstFrom(numbers: readonly number[], least: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
