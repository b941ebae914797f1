import { lineBreakOf } from '../text/line-break.ts';
import type { Diagnostic } from './diagnostic.ts';

/** Findings whose repairs put text in with the line ends of `text`; all else of them is as it was. */
export function inLineEndsOf(text: string, found: readonly Diagnostic[]): readonly Diagnostic[] {
  const isMore = ({ fix }: Diagnostic): boolean =>
    fix?.edits.some((edit) => edit.text.includes('\n')) === true;
  if (!found.some(isMore) || lineBreakOf(text) === '\n') return found;
  return found.map((each) => {
    const { fix } = each;
    if (fix === undefined || !isMore(each)) return each;
    const edits = fix.edits.map((edit) => ({ ...edit, text: edit.text.replaceAll(/\r?\n/g, '\r\n') }));
    return { ...each, fix: { ...fix, edits } };
  });
}
