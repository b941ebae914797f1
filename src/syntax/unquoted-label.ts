import { EOF, type TokenType } from 'chevrotain';
import { endOf, type Token } from './token.ts';
import {
  attributeTypes,
  exceptionTypes,
  isName,
  isReserved,
  propertyTypes,
  whenTypes,
} from './token-sets.ts';
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
  if (attributeTypes.has(tokenType) && !isOfOthers(tokenType, owner))
    return isWholeAttribute(next, ahead, tokenType, after);
  if (exceptionTypes.has(tokenType)) return isException(next, ahead);
  if (tokenType === Percent) return isBranch(next(ahead + 1));
  // An answer may go without a branch, so that the next one can stand behind it.
  if (owner === 'when' && whenTypes.has(tokenType)) return true;
  if (isStaffCount(next, ahead, owner) || (owner === 'promise' && isLimit(next, ahead))) return true;
  if (owner === 'meanwhile' && isTiming(next, ahead)) return true;
  if (owner === 'approved' && tokenType === DateToken) return true;
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
    case word.accountable:
      return isPlainName(value) && after(2);
    case word.with:
    case word.to:
    case word.using:
    case word.for: {
      const names = lengthOfNames(next, ahead + 1);
      return names > 0 && after(names + 1);
    }
    case word.within:
    case word.takes:
      // A number behind these is a time, however it is written.
      return value.tokenType === Range || isLimit(next, ahead + 1);
    case word.volume:
      return value.tokenType === Integer;
    case word.stops:
      return value.tokenType === word.clock && after(2);
    case word.field:
      return isWholeField(next, ahead);
    case word.as:
      return isPlainName(value) && value.tokenType !== Identifier && after(2);
    default:
      return value.tokenType === Text;
  }
}

/** Whether a word about a whole flow stands there with its value, on whatever line that is. */
export function isWholeProperty(next: LookAhead, ahead: number): boolean {
  const { tokenType } = next(ahead);
  const value = next(ahead + 1);
  if (!propertyTypes.has(tokenType)) return false;
  switch (tokenType) {
    case word.role:
    case word.system:
    case word.request:
    case word.party:
    case word.level:
    case word.accountable:
      return isPlainName(value);
    case word.language:
    case word.direction:
      return isName(value.tokenType);
    case word.term:
      return isName(value.tokenType) || value.tokenType === Text;
    case word.reviewed:
    case word.revised:
      return value.tokenType === DateToken;
    case word.field:
      return isWholeField(next, ahead);
    case word.promise:
      return (
        isLimit(next, ahead + 1) ||
        value.tokenType === Text ||
        next(ahead + 2).tokenType === Text ||
        isLimit(next, ahead + 2)
      );
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
function isException(next: LookAhead, ahead: number): boolean {
  const { tokenType } = next(ahead);
  if (!exceptionTypes.has(tokenType)) return false;
  const at = (index: number): boolean =>
    isBranch(next(index)) || (next(index).tokenType === Percent && isBranch(next(index + 1)));
  if (tokenType === word.timeout)
    return at(ahead + 1) || (next(ahead + 1).tokenType === Text && at(ahead + 2));
  if (tokenType === word.meanwhile) return isWholeMeanwhile(next, ahead);
  if (next(ahead + 1).tokenType === Text) return true;
  const behindLabel = next(ahead + 2).tokenType === Text ? ahead + 3 : ahead + 2;
  return isPlainName(next(ahead + 1)) && at(behindLabel);
}

/** Whether a word that could begin an attribute begins none of what has this label. */
export const isOfOthers = (type: TokenType, owner: string): boolean =>
  ((type === word.for || type === word.volume) && owner !== 'touchpoint') ||
  (type === word.until && owner !== 'wait');

/** Whether a time stands there, however it is written, or a level and a time on its line. */
export const isLimit = (next: LookAhead, ahead: number): boolean => {
  const behind = next(ahead + 1);
  return isTime(next(ahead)) || (isName(next(ahead).tokenType) && !behind.firstOnLine && isTime(behind));
};

const isTime = ({ tokenType }: Token): boolean => tokenType === DurationToken || tokenType === Integer;

/** Whether it is said there how many there are of a role. */
export const isStaffCount = (next: LookAhead, ahead: number, owner: string): boolean =>
  owner === 'role' && next(ahead).tokenType === word.staff && next(ahead + 1).tokenType === Integer;

const isWholeField = (next: LookAhead, ahead: number): boolean =>
  (isPlainName(next(ahead + 1)) || next(ahead + 1).tokenType === Text) && next(ahead + 2).tokenType === Text;

/** Whether a `meanwhile` stands there with its time, behind a name or a label, or both. */
export function isWholeMeanwhile(next: LookAhead, ahead: number): boolean {
  if (next(ahead).tokenType !== word.meanwhile) return false;
  for (let at = ahead + 1; at < ahead + 4; at++) {
    if (isTiming(next, at)) return true;
    if (!isPlainName(next(at)) && next(at).tokenType !== Text) return false;
  }
  return false;
}

const isTiming = (next: LookAhead, ahead: number): boolean =>
  (next(ahead).tokenType === word.every || next(ahead).tokenType === word.after) && isLimit(next, ahead + 1);

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
