import type { Declaration } from '../check/checked-file.ts';
import { isIdentifierPart } from '../syntax/identifier-character.ts';
import { endOf } from '../syntax/token.ts';
import type { Span } from '../text/span.ts';
import type { FileView } from './snapshot.ts';

/** A term as it is written in a label or text. */
export interface TermUse {
  readonly span: Span;
  readonly declaration: Declaration;
}

/** The terms that a quotation has in it, written as they are declared, as words of their own. */
export const termsIn = (file: FileView, quotation: Span): readonly TermUse[] =>
  [...file.checked().scope.terms.values()].flatMap((declaration) =>
    usesIn(file, quotation, declaration).map((span) => ({ span, declaration })),
  );

/** Every place in the labels and texts of a file where a term stands. */
export function termUses(file: FileView, name: string): readonly Span[] {
  const declaration = file.checked().scope.terms.get(name);
  if (declaration === undefined) return [];
  return file
    .tokens()
    .tokens.filter(({ image }) => image.startsWith('"'))
    .flatMap((token) => usesIn(file, { start: token.startOffset, end: endOf(token) }, declaration));
}

function usesIn({ text, path }: FileView, { start, end }: Span, declaration: Declaration): readonly Span[] {
  const { name } = declaration;
  // The term itself, where it is declared in quotes.
  if (name === '' || (declaration.path === path && declaration.span.start === start)) return [];
  const written = text.slice(start, end);
  const found: Span[] = [];
  for (let at = written.indexOf(name); at !== -1; at = written.indexOf(name, at + 1))
    if (isWord(written, at, at + name.length))
      found.push({ start: start + at, end: start + at + name.length });
  return found;
}

/**
 * Scripts that write without spaces have no words that could be distinguished, Latin letters next to others are a word,
 * and what Hebrew and Arabic hang before a word is no part of it.
 */
function isWord(text: string, start: number, end: number): boolean {
  const goesOn = (at: number): boolean => {
    const [before, after] = [text.codePointAt(at - 1), text.codePointAt(at)];
    if (before === undefined || after === undefined || !isSpaced(before) || !isSpaced(after)) return false;
    return isLatin(before) === isLatin(after) || (!isRightToLeft(before) && !isRightToLeft(after));
  };
  const [prefix = ''] =
    /(?:[והבלמשכ]{1,4}|[وفبكلس]{0,2}(?:ال|لل)?)$/.exec(text.slice(Math.max(0, start - 4), start)) ?? [];
  const isBegun = Array.from(prefix, (_, at) => start - at - 1).some((at) => !goesOn(at));
  return !goesOn(end) && (!goesOn(start) || isBegun);
}

const isLatin = (point: number): boolean => point < 0x250;
const isRightToLeft = (point: number): boolean => point >= 0x590 && point < 0x900;

/** A letter or digit of a script whose words stand apart: all before those of East and South-east Asia. */
const isSpaced = (point: number): boolean => point < 0xe00 && isIdentifierPart(point);
