import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { TextEdit } from '../text/text-edit.ts';

/**
 * The edits of the repairs that can be done together: of two that touch the same text, the one that comes first, the other
 * with all its edits left for another round. Two insertions at one place are done both, unless they say the same. Hints
 * are never chosen, unsafe repairs only where `unsafe` is true.
 */
export function chooseFixes(diagnostics: readonly Diagnostic[], unsafe: boolean): readonly TextEdit[] {
  const chosen: TextEdit[] = [];
  for (const { fix } of diagnostics) {
    if (fix === undefined || fix.kind === 'hint' || (fix.kind === 'unsafe' && !unsafe)) continue;
    if (fix.edits.every((edit) => chosen.every((other) => !clash(edit, other)))) chosen.push(...fix.edits);
  }
  return chosen;
}

function clash(a: TextEdit, b: TextEdit): boolean {
  if (a.span.start === b.span.start && a.span.end === b.span.end)
    return a.span.start < a.span.end || a.text === b.text;
  return a.span.start < b.span.end && b.span.start < a.span.end;
}
