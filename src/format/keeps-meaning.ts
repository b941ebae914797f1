import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { parse } from '../syntax/parse.ts';
import type { ParsedFile } from '../syntax/parsed-file.ts';
import type { Source } from '../text/source.ts';
import { isSameTree } from './same-tree.ts';

/**
 * Whether another layout of a file is read as the file is: the same tree, the same comments in their order, no new
 * mistake, and every character that is not layout, but for quotes and arrows that are written in one way. Where
 * something is missing, as a quotation mark or a brace, one line or blank more can make something else of all that
 * follows; no rule for single statements sees that. `read` reads the other layout as the file was read.
 */
export function keepsMeaning(
  parsed: ParsedFile,
  laidOut: string,
  read: (source: Source) => ParsedFile = parse,
): boolean {
  const again = read({ path: parsed.source.path, text: laidOut });
  return (
    isSameTree(parsed.document, again.document) &&
    hasNoNewMistake(parsed.diagnostics, again.diagnostics) &&
    (parsed.diagnostics.length === 0 || substance(laidOut) === substance(parsed.source.text))
  );
}

function hasNoNewMistake(before: readonly Diagnostic[], after: readonly Diagnostic[]): boolean {
  const left = new Map<string, number>();
  const keyOf = ({ code, message }: Diagnostic): string => `${code} ${message}`;
  for (const found of before) left.set(keyOf(found), (left.get(keyOf(found)) ?? 0) + 1);
  return after.every((found) => {
    const many = left.get(keyOf(found)) ?? 0;
    left.set(keyOf(found), many - 1);
    return many > 0;
  });
}

/** All characters that are not layout, sorted. */
const substance = (text: string): string =>
  text
    .replaceAll(/[\s\x85\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"“”„‟«»‹›＂\\]/g, '')
    .replaceAll('→', '->')
    .split('')
    .sort()
    .join('');
