import { EOF, type TokenType } from 'chevrotain';
import { endOf, type Token } from './token.ts';
import { attributeTypes, exceptionTypes, isName, isReserved } from './token-sets.ts';
import {
  Arrow,
  Comma,
  DateToken,
  DurationToken,
  Identifier,
  Integer,
  LeftBrace,
  LineArrow,
  Percent,
  Question,
  Range,
  RightBrace,
  Text,
  word,
} from './token-types.ts';

/** Looks at a token ahead; 1 is the next one. */
export type LookAhead = (ahead: number) => Token;

/** The most names of a list that are looked at to see whether it is one; nobody's list is longer. */
const mostNames = 20;

/**
 * How many tokens make a label without quotes that begins at `ahead`, if one does: it goes on to the first attribute
 * that is whole, to a branch, or to the end of its line. `owner` is the word whose label it is. A quotation ends it.
 */
export function unquotedLabel(next: LookAhead, ahead: number, owner: string): number {
  let end = ahead;
  while (isInLabel(next, end) && !endsLabel(next, end, owner)) end++;
  return end - ahead;
}

/** Whether a token could be a word of a label that has begun before it on the same line. */
export function isInLabel(next: LookAhead, ahead: number): boolean {
  const { tokenType, firstOnLine } = next(ahead);
  return !firstOnLine && !endsAny.has(tokenType) && (tokenType !== Text || isPartOfWord(next, ahead));
}

const endsAny: ReadonlySet<TokenType> = new Set([EOF, Arrow, LineArrow, LeftBrace, RightBrace]);

/** A quotation in single quotes, right behind a letter, is an apostrophe; an address was read as a text. */
function isPartOfWord(next: LookAhead, ahead: number): boolean {
  const { image, startOffset } = next(ahead);
  if (/^["“”„‟«»‹›＂]/.test(image)) return false;
  return !/^['‘]/.test(image) || endOf(next(ahead - 1)) === startOffset;
}

/**
 * Whether what stands there ends a label: an attribute or an exception that is whole, or the percentage of a branch.
 */
function endsLabel(next: LookAhead, ahead: number, owner: string): boolean {
  const { tokenType } = next(ahead);
  const after = (count: number): boolean => isOver(next, ahead + count);
  if (attributeTypes.has(tokenType)) return isWholeAttribute(next, ahead, tokenType, after);
  if (exceptionTypes.has(tokenType)) return isException(next, ahead);
  if (tokenType === Percent) return isBranch(next(ahead + 1));
  if (tokenType === word.for && owner === 'touchpoint') return after(lengthOfNames(next, ahead + 1) + 1);
  if (tokenType === word.max) return next(ahead + 1).tokenType === Integer;
  return owner === 'audience' && tokenType === Comma;
}

/**
 * Whether an attribute begins at `ahead` and has all that it needs; `after` tells whether it is over after so many
 * tokens.
 */
export function isWholeAttribute(
  next: LookAhead,
  ahead: number,
  type: TokenType,
  after: (count: number) => boolean,
): boolean {
  const value = next(ahead + 1);
  switch (type) {
    case word.by:
      return isPlainName(value) && after(2);
    case word.with:
    case word.to:
    case word.using: {
      const names = lengthOfNames(next, ahead + 1);
      return names > 0 && after(names + 1);
    }
    case word.within:
    case word.takes:
      // A number behind these is a time, however it is written.
      return value.tokenType === DurationToken || value.tokenType === Integer || value.tokenType === Range;
    case word.as:
      return isPlainName(value) && value.tokenType !== Identifier && after(2);
    default:
      return value.tokenType === Text;
  }
}

/** Whether a word about a whole flow stands there with its value, on whatever line that is. */
export function isWholeProperty(next: LookAhead, ahead: number): boolean {
  const value = next(ahead + 1);
  switch (next(ahead).tokenType) {
    case word.role:
    case word.system:
    case word.request:
      return isPlainName(value);
    case word.language:
    case word.direction:
      return isName(value.tokenType);
    case word.term:
      return isName(value.tokenType) || value.tokenType === Text;
    case word.reviewed:
      return value.tokenType === DateToken;
    case word.promise:
      return value.tokenType === DurationToken || value.tokenType === Integer;
    default:
      return value.tokenType === Text;
  }
}

/** Whether an attribute that came before is over: at the end of its line, at another attribute, or at a branch. */
function isOver(next: LookAhead, ahead: number): boolean {
  const token = next(ahead);
  const { tokenType } = token;
  return (
    token.firstOnLine ||
    endsAny.has(tokenType) ||
    attributeTypes.has(tokenType) ||
    (tokenType === Percent && isBranch(next(ahead + 1))) ||
    isException(next, ahead)
  );
}

const isBranch = ({ tokenType, firstOnLine }: Token): boolean =>
  !firstOnLine && (tokenType === Arrow || tokenType === LeftBrace);

/** `timeout ->`, `timeout 5% {`, `problem "No answer"`, `problem lost ->`, `meanwhile "Remind" after 2d`. */
export function isException(next: LookAhead, ahead: number): boolean {
  const { tokenType } = next(ahead);
  if (!exceptionTypes.has(tokenType)) return false;
  const at = (index: number): boolean =>
    isBranch(next(index)) || (next(index).tokenType === Percent && isBranch(next(index + 1)));
  if (tokenType === word.timeout)
    return at(ahead + 1) || (next(ahead + 1).tokenType === Text && at(ahead + 2));
  if (tokenType === word.meanwhile) return isMeanwhile(next, ahead + 1);
  return next(ahead + 1).tokenType === Text || (isPlainName(next(ahead + 1)) && at(ahead + 2));
}

/** Whether the time of a `meanwhile` stands there, behind a name or a label, or both. */
function isMeanwhile(next: LookAhead, ahead: number): boolean {
  for (let at = ahead; at < ahead + 3; at++) {
    const { tokenType } = next(at);
    const { tokenType: type } = next(at + 1);
    const isTimed = type === DurationToken || type === Integer || isTimeOfLevel(next, at + 1);
    if ((tokenType === word.every || tokenType === word.after) && isTimed) return true;
    if (!isPlainName(next(at)) && tokenType !== Text) return false;
  }
  return false;
}

const isTimeOfLevel = (next: LookAhead, ahead: number): boolean =>
  isPlainName(next(ahead)) && [DurationToken, Integer].includes(next(ahead + 1).tokenType);

const isPlainName = ({ tokenType, firstOnLine }: Token): boolean => !firstOnLine && isName(tokenType);

/** How many tokens a list of names has, with its commas; 0 where none stands there. */
function lengthOfNames(next: LookAhead, ahead: number): number {
  if (!isPlainName(next(ahead))) return 0;
  let length = 1;
  while (
    length < 2 * mostNames &&
    next(ahead + length).tokenType === Comma &&
    isPlainName(next(ahead + length + 1))
  )
    length += 2;
  return length;
}

/**
 * Whether a word can be the first of a label: a name, a question, or a word of the language that can't mean itself
 * there.
 */
export const mayBeginLabel = ({ tokenType, firstOnLine }: Token): boolean =>
  !firstOnLine && (isName(tokenType) || tokenType === Question || isReserved(tokenType));
