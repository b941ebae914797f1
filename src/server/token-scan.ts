import { type AttributeOwner, attributeKindsOf } from '../syntax/attribute-owners.ts';
import type { Token } from '../syntax/token.ts';
import { Arrow, Comma, LeftBrace, LineArrow, RightBrace, Text } from '../syntax/token-types.ts';
import { freeStatementWords, propertyWords, statementWords } from '../syntax/words.ts';

/** The tokens of a file up to a cursor, and which of them are words of the language and not names. */
export interface Scan {
  readonly tokens: readonly Token[];
  /** The token before the cursor. */
  readonly at: number;
  readonly isKeyword: (token: Token) => boolean;
}

/** What tokens belong to: the nearest word of a statement or property, an arrow, or a brace. */
export interface GoverningToken {
  /** Empty where nothing stands before. */
  readonly image: string;
  /** −1 where nothing stands before. */
  readonly index: number;
}

/** An exception, in the sense of the tree: a part of the step above it. */
export const exceptionWords: ReadonlySet<string> = new Set(['problem', 'timeout', 'meanwhile']);

const reserved: ReadonlySet<string> = new Set(statementWords);
const free: ReadonlySet<string> = new Set(freeStatementWords);
const properties: ReadonlySet<string> = new Set(propertyWords);
const blockWords: ReadonlySet<string> = new Set([
  ...['touchpoint', 'anytime', 'late', 'meanwhile', 'stage', 'wait', 'if', 'else', 'choose', 'when'],
  ...['otherwise', 'parallel', 'branch', 'problem', 'timeout'],
]);

/** Whether a token is a word that begins a statement or a part of one. */
export function isStatementWord({ tokens, isKeyword }: Scan, index: number): boolean {
  const token = tokens[index];
  if (token === undefined || !isKeyword(token)) return false;
  if (reserved.has(token.image)) return true;
  const isFirst = token.firstOnLine || tokens[index - 1]?.tokenType === LeftBrace;
  return free.has(token.image) && (isFirst || token.image === 'meanwhile');
}

/** The index of the word of the flow that the cursor is in; −1 where none begins before it. */
export const flowWord = ({ tokens, at, isKeyword }: Scan): number =>
  tokens.findLastIndex((token, index) => index <= at && token.image === 'flow' && isKeyword(token));

/** The index of the first statement of the flow before the cursor; that behind the cursor where there is none. */
export function firstStatement(scan: Scan): number {
  const { tokens, at } = scan;
  for (let index = flowWord(scan) + 1; index <= at; index += 1)
    if (
      tokens[index]?.tokenType === LineArrow ||
      (isStatementWord(scan, index) && tokens[index]?.image !== 'use')
    )
      return index;
  return at + 1;
}

/** The nearest head before the cursor. */
export function governing(scan: Scan): GoverningToken {
  const { tokens, at, isKeyword } = scan;
  const body = firstStatement(scan);
  for (let index = at; index >= 0; index -= 1) {
    const token = tokens[index];
    if (token === undefined) break;
    const { tokenType, image, firstOnLine } = token;
    const isHead =
      tokenType === Arrow ||
      tokenType === LineArrow ||
      tokenType === LeftBrace ||
      tokenType === RightBrace ||
      isStatementWord(scan, index) ||
      (index < body && firstOnLine && properties.has(image) && isKeyword(token));
    if (isHead) return { image, index };
  }
  return { image: '', index: -1 };
}

/** Whether attributes behind a head say something of it, and of what: an arrow can lead to a step without a name. */
export function ownerOf({ tokens }: Scan, { image, index }: GoverningToken): AttributeOwner | undefined {
  if (isArrowSign(image)) return tokens[index + 1]?.tokenType === Text ? 'step' : undefined;
  return isOwner(image) ? image : undefined;
}

export const isArrowSign = (image: string): boolean => image === '->' || image === '→';
const isOwner = (image: string): image is AttributeOwner => Object.hasOwn(attributeKindsOf, image);

/** The words of the language behind a token, up to the cursor. */
export function keywordsBehind({ tokens, at, isKeyword }: Scan, index: number): ReadonlySet<string> {
  return new Set(
    tokens
      .slice(index + 1, at + 1)
      .filter(isKeyword)
      .map(({ image }) => image),
  );
}

/** From the comma of a list back to the word that the list belongs to; elsewhere the token itself. */
export function beforeList({ tokens, isKeyword }: Scan, at: number): number {
  if (tokens[at]?.tokenType !== Comma) return at;
  for (let index = at; index >= 0; index -= 1) {
    const token = tokens[index];
    if (token === undefined || isKeyword(token)) return index;
    const { tokenType } = token;
    if (tokenType === LeftBrace || tokenType === RightBrace || tokenType === Arrow) return at;
  }
  return at;
}

/** The words of the blocks that are open behind a token, from the outside in. */
export function openBlocks({ tokens, at, isKeyword }: Scan): readonly string[] {
  const open: string[] = [];
  let word = '';
  for (const token of tokens.slice(0, at + 1)) {
    const { image, tokenType } = token;
    if (blockWords.has(image) && isKeyword(token)) word = image;
    if (tokenType === LeftBrace) open.push(word);
    if (tokenType === RightBrace) open.pop();
    // A flow that begins ends all that was left open.
    if (image === 'flow' && isKeyword(token)) open.length = 0;
  }
  return open;
}

/** The word of the block that the closing brace at an index ends. */
export function closedBlock(scan: Scan, at: number): string {
  const { tokens, isKeyword } = scan;
  let depth = 0;
  for (let index = at; index >= 0; index -= 1) {
    const type = tokens[index]?.tokenType;
    if (type === RightBrace) depth += 1;
    if (type === LeftBrace) depth -= 1;
    if (depth === 0 && type === LeftBrace)
      return (
        tokens.slice(0, index).findLast((token) => blockWords.has(token.image) && isKeyword(token))?.image ??
        ''
      );
  }
  return '';
}

/** Whether the cursor is on the path of a `meanwhile`: in a block of it, or behind its arrows. */
export function isBesideWork(scan: Scan): boolean {
  const { tokens, at } = scan;
  if (openBlocks(scan).includes('meanwhile')) return true;
  for (let index = at; index >= 0; index -= 1) {
    const token = tokens[index];
    if (token === undefined || token.tokenType === LeftBrace || token.tokenType === RightBrace) return false;
    if (token.image === 'meanwhile' && isStatementWord(scan, index)) return true;
    if (token.firstOnLine && isStatementWord(scan, index)) return false;
  }
  return false;
}
