import type { TextEdit } from '../../text/text-edit.ts';
import { endOf, spanOf, type Token } from '../token.ts';
import { attributeTypes, isName, lineTypes } from '../token-sets.ts';
import { Comma, DurationToken, Integer, Percent, Text, word } from '../token-types.ts';
import { isWord, retyped, safeFix, type TokenDraft, unsafeFix } from './token-draft.ts';

const listTypes = new Set([word.with, word.to, word.using, word.for, word.audience]);
const conjunctions = ['and', 'und', 'et', 'y', 'e', 'en', 'och', 'og', 'i', 'sowie', 'plus', 'и', 'та'];

/** Commas between the parts of a statement, where none stand, and names of a row that lack theirs. */
export function commas(draft: TokenDraft): void {
  for (const [index, line] of draft.lines.entries())
    if (line.some((token) => token.tokenType === Comma || isWord(token, ...conjunctions)))
      mendLine(draft, index, line);
}

function mendLine(draft: TokenDraft, index: number, line: readonly Token[]): void {
  const kept: Token[] = [];
  const needless: Needless[] = [];
  // The word whose names or texts are being read.
  let list: Token | undefined;
  for (const [at, token] of line.entries()) {
    const before = kept.at(-1);
    if (token.tokenType === Comma) {
      if (before === undefined ? isContinued(draft, index) : joins(list, before, line, at)) kept.push(token);
      else if (isBeforeSecondOwner(list, before, line, at)) kept.push(...secondOwner(draft, line, at));
      else needless.push({ comma: token, after: line[at + 1] });
    } else if (list !== undefined && before !== undefined && isConjunction(list, before, line, at)) {
      const isOwner = list.tokenType === word.by;
      reportConjunction(draft, before, token, line[at + 1], isOwner);
      kept.push(retyped(token, isOwner ? word.with : Comma, ''));
      if (isOwner) list = token;
    } else {
      list = listBehind(token, list, before, line[at + 1]);
      kept.push(token);
    }
  }
  if (needless.length > 0) reportNeedless(draft, needless);
  if (kept.length > 0) draft.lines[index] = kept;
}

/** The word whose names or texts are read behind a token, where it was `list` before it. */
function listBehind(
  token: Token,
  list: Token | undefined,
  before: Token | undefined,
  next: Token | undefined,
): Token | undefined {
  if (!listTypes.has(token.tokenType) && token.tokenType !== word.by)
    return isName(token.tokenType) || token.tokenType === Text ? list : undefined;
  const isNameOfList = before?.tokenType === Comma && isName(next?.tokenType ?? Comma);
  return isNameOfList && list !== undefined ? list : token;
}

/** Whether “and” stands there between two names of a row. */
function isConjunction(list: Token, before: Token, line: readonly Token[], at: number): boolean {
  return (
    list !== before &&
    isWord(line[at], ...conjunctions) &&
    isName(before.tokenType) &&
    isPlainName(line, at + 1)
  );
}

function reportConjunction(
  draft: TokenDraft,
  before: Token,
  token: Token,
  next: Token | undefined,
  isOwner: boolean,
): void {
  if (next === undefined) return;
  draft.report({
    code: 'unexpected-token',
    span: spanOf(token),
    message: `Names stand with commas between them, not with “${token.image}”`,
    help: `Write ${before.image}, ${next.image}`,
    fix: safeFix('Write a comma', [
      { span: { start: endOf(before), end: next.startOffset }, text: isOwner ? ' with ' : ', ' },
    ]),
  });
  draft.reported.push({ start: before.startOffset, end: endOf(token) });
}

/** Whether a row of names or texts goes on from the line before. */
function isContinued(draft: TokenDraft, index: number): boolean {
  const before = draft.lines[index - 1]?.at(-1);
  return before !== undefined && (isName(before.tokenType) || before.tokenType === Text);
}

/** Whether a comma joins names of one row, or texts. */
function joins(list: Token | undefined, before: Token, line: readonly Token[], at: number): boolean {
  if (list === undefined || before === list || list.tokenType === word.by) return false;
  const next = line[at + 1];
  if (list.tokenType === word.audience)
    return before.tokenType === Text && (next === undefined || next.tokenType === Text);
  if (!isName(before.tokenType)) return false;
  if (next !== undefined) return isPlainName(line, at + 1);
  // A row that ends with a comma lacks a name, on this line or the next.
  return true;
}

/** Whether a name stands there that is not the word of an attribute before its value. */
function isPlainName(line: readonly Token[], at: number): boolean {
  const token = line[at];
  if (token === undefined || !isName(token.tokenType)) return false;
  const next = line[at + 1];
  if (!attributeTypes.has(token.tokenType) || next === undefined) return true;
  const isValue =
    [Text, DurationToken, Integer, Percent].includes(next.tokenType) ||
    (isName(next.tokenType) && !attributeTypes.has(next.tokenType));
  return !isValue;
}

/** Whether a comma stands between who does it and a name behind that, and nobody is said to help. */
const isBeforeSecondOwner = (
  list: Token | undefined,
  before: Token | undefined,
  line: readonly Token[],
  at: number,
): boolean =>
  list?.tokenType === word.by &&
  before !== undefined &&
  isName(before.tokenType) &&
  isPlainName(line, at + 1) &&
  !line.some(({ tokenType }) => tokenType === word.with);

/** `by agent, lead`: one does it, and another helps. */
function secondOwner(draft: TokenDraft, line: readonly Token[], at: number): readonly Token[] {
  const comma = line[at];
  const before = line[at - 1];
  const next = line[at + 1];
  if (comma === undefined || before === undefined || next === undefined) return [];
  draft.report({
    code: 'unexpected-token',
    span: spanOf(comma),
    message: '“by” names one who does it',
    help: `Who helps stands behind “with”: by ${before.image} with ${next.image}`,
    fix: unsafeFix(`Write “with ${next.image}”`, [
      { span: { start: comma.startOffset, end: next.startOffset }, text: ' with ' },
    ]),
  });
  return [retyped(comma, word.with, '')];
}

/** A comma that stands where none does, and what follows it on its line. */
interface Needless {
  readonly comma: Token;
  readonly after: Token | undefined;
}

function reportNeedless(draft: TokenDraft, found: readonly Needless[]): void {
  const [first] = found;
  if (first === undefined) return;
  const edits = found.map(({ comma, after }): TextEdit => {
    const touches = after !== undefined && after.startOffset === endOf(comma);
    return { span: spanOf(comma), text: touches ? ' ' : '' };
  });
  for (const { comma } of found) draft.reported.push(spanOf(comma));
  // Before a word that is none of the language it may be one of a label without quotes.
  const isSure = found.every(
    ({ after }) => after === undefined || after.tokenType === Text || lineTypes.has(after.tokenType),
  );
  draft.report({
    code: 'unexpected-token',
    span: spanOf(first.comma),
    message: 'No comma stands between the parts of a statement',
    help: 'Commas stand only between names of one row: to customer, lead',
    fix: (isSure ? safeFix : unsafeFix)(
      found.length === 1 ? 'Leave out the comma' : 'Leave out the commas',
      edits,
    ),
  });
}
