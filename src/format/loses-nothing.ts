import { parse } from '../syntax/parse.ts';
import type { ParsedFile } from '../syntax/parsed-file.ts';
import { applyEdits } from '../text/text-edit.ts';

/**
 * Whether a formatted text still has every comment and every character of a file with mistakes, but for layout and for what
 * has one spelling: quotes, arrows, units of time, words that were misspelt. Where a quotation mark is missing, one line more or
 * less can make a comment of a text, and no rule for single statements sees that.
 */
export function losesNothing(parsed: ParsedFile, formatted: string): boolean {
  const again = parse({ path: parsed.source.path, text: formatted });
  if (comments(again) !== comments(parsed)) return false;
  const { text } = parsed.source;
  const kept = substance(formatted);
  const corrected = applyEdits(
    text,
    parsed.diagnostics.flatMap(({ code, fix }) => (code === 'misspelt-word' ? (fix?.edits ?? []) : [])),
  );
  return kept === substance(text) || kept === substance(corrected);
}

const comments = ({ document }: ParsedFile): string =>
  JSON.stringify(document.comments.map(({ text }) => text).sort());

/** All characters that are not layout, sorted. */
const substance = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll(/[\s\x85\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"“”„«»\\]/g, '')
    .replaceAll(/-*>|→/g, '->')
    .replaceAll(/\d+[a-z]+/g, '')
    .split('')
    .sort()
    .join('');
