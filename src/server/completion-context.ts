import type { AttributeOwner } from '../syntax/attribute-owners.ts';
import { endOf, type Token } from '../syntax/token.ts';
import {
  Arrow,
  Comma,
  DurationToken,
  Integer,
  LineArrow,
  Question,
  Range,
  RightBrace,
  Text,
} from '../syntax/token-types.ts';
import {
  attributeWords,
  freeStatementWords,
  linkingWords,
  propertyWords,
  statementWords,
  words,
} from '../syntax/words.ts';
import type { Span } from '../text/span.ts';
import type { FileView } from './snapshot.ts';
import { type AttributesAbove, type StatementAbove, saidOf, statementAbove } from './statement-above.ts';
import { lastTokenFrom } from './symbol-at.ts';
import {
  beforeList,
  closedBlock,
  firstStatement,
  flowWord,
  governing,
  isBesideWork,
  openBlocks,
  ownerOf,
  type Scan,
} from './token-scan.ts';

/** What may stand where the cursor is. `replace` is the word that has been begun there, or nothing at the cursor. */
export type CompletionContext = { readonly replace: Span } & (
  | { readonly kind: 'nothing' }
  /**
   * Behind a word or arrow that asks for something; the statement is that of the word, `listed` what stands in its list
   * already.
   */
  | {
      readonly kind: 'after';
      readonly word: string;
      readonly statement: string;
      readonly listed: ReadonlySet<string>;
    }
  /** Behind an arrow; `isBeside` where its path is that of a `meanwhile`. */
  | { readonly kind: 'target'; readonly isBeside: boolean }
  | { readonly kind: 'duration' }
  /** Behind the number of a volume. */
  | { readonly kind: 'per' }
  /** On the same line as what it goes on with. */
  | RestOfLine
  /** At the beginning of a line. */
  | BeginningOfLine
  /** Inside of a text; `word` is what the text belongs to, `content` what stands in it before the cursor. */
  | { readonly kind: 'text'; readonly word: string; readonly content: string }
  | { readonly kind: 'rule' }
);

export interface RestOfLine extends Omit<AttributesAbove, 'isDeeper'> {
  readonly kind: 'rest';
  readonly statement: string;
  /** What an attribute there says something of. */
  readonly owner?: AttributeOwner;
  readonly previous: 'name' | 'text' | 'number' | 'brace';
}

export interface BeginningOfLine extends StatementAbove {
  readonly kind: 'line';
  /** The word of the block around it, empty at the top level of a flow. */
  readonly block: string;
  readonly inFlow: boolean;
  /** The properties that stand above, where no statement of the flow does. */
  readonly head?: ReadonlySet<string>;
  /** Around it there are only stages. */
  readonly atTop: boolean;
  readonly isBeside: boolean;
  readonly mayElse: boolean;
}

const reserved: ReadonlySet<string> = new Set(statementWords);
const free: ReadonlySet<string> = new Set(freeStatementWords);
const attributes: ReadonlySet<string> = new Set(attributeWords);
const properties: ReadonlySet<string> = new Set(propertyWords);
const linking: ReadonlySet<string> = new Set(linkingWords);
const allWords: ReadonlySet<string> = new Set(words);
/** Words behind which times stand, each with a level before it or without. */
const limitWords: ReadonlySet<string> = new Set(['within', 'takes', 'promise', 'every', 'after']);

/** Looks at the tokens alone, so that it works in a file that cannot be read whole. */
export function completionContext(file: FileView, offset: number): CompletionContext {
  const here: Span = { start: offset, end: offset };
  const comment = file.parsed.document.comments.find(({ span }) => span.start < offset && offset <= span.end);
  if (comment !== undefined) return inComment(file.text.slice(comment.span.start, offset), offset);

  const { tokens, unclosed } = file.tokens();
  const last = lastTokenFrom(tokens, offset - 1);
  const touched = tokens[last];
  const isTouched = touched !== undefined && offset <= endOf(touched);
  if (
    isTouched &&
    touched.tokenType === Text &&
    (offset < endOf(touched) || unclosed.has(touched.startOffset))
  )
    return inText(file, touched, tokens[last - 1]?.image ?? '', offset);

  const isWord = isTouched && /^[^"{}.,>→-]/u.test(touched.image);
  const replace = isWord ? { start: touched.startOffset, end: endOf(touched) } : here;
  const at = isWord ? last - 1 : last;
  const names = new Set(file.occurrences().map(({ span }) => span.start));
  const isKeyword = ({ image, startOffset }: Token): boolean =>
    allWords.has(image) && !names.has(startOffset);
  const scan: Scan = { tokens, at, isKeyword };
  const lineStart = file.text.lastIndexOf('\n', replace.start - 1) + 1;
  const isFirst = file.text.slice(lineStart, replace.start).trim() === '';
  const beginning = (): CompletionContext => ({ ...lineContext(scan, replace.start - lineStart), replace });

  const previous = tokens[at];
  if (previous === undefined) return isFirst ? beginning() : { kind: 'nothing', replace };
  if (previous.tokenType === Arrow || previous.tokenType === LineArrow)
    return { kind: 'target', isBeside: isBesideWork(scan), replace };
  if (previous.tokenType === Range) return { kind: 'duration', replace };
  const asking = beforeList(scan, at);
  const word = tokens[asking];
  if (word !== undefined && isKeyword(word) && asksForMore(word, isFirst)) {
    const listed = new Set(tokens.slice(asking + 1, at).map(({ image }) => image));
    return { kind: 'after', word: word.image, statement: governing(scan).image, listed, replace };
  }
  if (isFirst) return beginning();
  if (isBehindLevel(scan)) return { kind: 'duration', replace };
  if (previous.tokenType === Integer && tokens[at - 1]?.image === 'volume') return { kind: 'per', replace };
  return { ...restContext(scan, previous), replace };
}

/** A name or label stands on the line of its word; other values may stand on the next. */
const asksForMore = ({ image }: Token, onNextLine: boolean): boolean =>
  attributes.has(image) ||
  linking.has(image) ||
  (!onNextLine && (reserved.has(image) || free.has(image) || properties.has(image)));

/** Whether the name of a level stands before the cursor, so that its time is missing. */
function isBehindLevel(scan: Scan): boolean {
  const { tokens, at, isKeyword } = scan;
  const [before, previous] = [tokens[at - 1], tokens[at]];
  if (before === undefined || previous === undefined || isKeyword(previous)) return false;
  if (!/^\p{L}/u.test(previous.image) || previous.tokenType === DurationToken) return false;
  const word = tokens[beforeList(scan, at - 1)];
  const isInList = before.tokenType === Comma || word === before;
  return isInList && word !== undefined && isKeyword(word) && limitWords.has(word.image);
}

function inComment(written: string, offset: number): CompletionContext {
  const [, name = ''] = /flowc-ignore(?:-file)?\s+([a-z-]*)$/.exec(written) ?? [];
  const isRule = /flowc-ignore(?:-file)?\s+[a-z-]*$/.test(written);
  return { kind: isRule ? 'rule' : 'nothing', replace: { start: offset - name.length, end: offset } };
}

function inText({ text }: FileView, token: Token, word: string, offset: number): CompletionContext {
  const quotes = token.image.startsWith('"""') ? 3 : 1;
  const start = Math.min(token.startOffset + quotes, offset);
  const content = text.slice(start, offset);
  if (word === 'use' || word === 'link') {
    const closing = token.image.length > quotes && token.image.endsWith('"') ? 1 : 0;
    return { kind: 'text', word, content, replace: { start, end: Math.max(offset, endOf(token) - closing) } };
  }
  const begun = /[^\s"]*$/.exec(content)?.[0] ?? '';
  return { kind: 'text', word, content, replace: { start: offset - begun.length, end: offset } };
}

function restContext(scan: Scan, previous: Token): RestOfLine {
  const head = governing(scan);
  const owner = ownerOf(scan, head);
  return {
    kind: 'rest',
    statement: head.image === '}' ? closedBlock(scan, scan.at) : head.image,
    ...(owner === undefined ? {} : { owner }),
    ...saidOf(scan, head),
    previous: kindOfPrevious(previous),
  };
}

function kindOfPrevious({ tokenType, image }: Token): RestOfLine['previous'] {
  if (tokenType === Text) return 'text';
  if (tokenType === RightBrace) return 'brace';
  return tokenType === Question || !/^\d/.test(image) ? 'name' : 'number';
}

function lineContext(scan: Scan, column: number): BeginningOfLine {
  const { tokens, at, isKeyword } = scan;
  const open = openBlocks(scan);
  const flow = flowWord(scan);
  const head = tokens.slice(flow + 1, at + 1).filter((token) => token.firstOnLine && isKeyword(token));
  return {
    kind: 'line',
    block: open.at(-1) ?? '',
    inFlow: flow !== -1,
    ...(firstStatement(scan) > at ? { head: new Set(head.map(({ image }) => image)) } : {}),
    atTop: open.every((word) => word === 'stage'),
    isBeside: open.includes('meanwhile'),
    mayElse: mayElse(scan),
    ...statementAbove(scan, column),
  };
}

/** Behind the branch of an `if`, or of an `else if`. */
function mayElse(scan: Scan): boolean {
  const { tokens, at } = scan;
  if (tokens[at]?.tokenType === RightBrace) return closedBlock(scan, at) === 'if';
  const line = tokens.findLastIndex((token, index) => index <= at && token.firstOnLine);
  const first = tokens.slice(line, at + 1);
  return first.some(({ image }) => image === 'if') && first.some(({ tokenType }) => tokenType === Arrow);
}
