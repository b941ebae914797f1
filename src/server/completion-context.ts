import { endOf, type Token } from '../syntax/token.ts';
import {
  Arrow,
  Comma,
  LeftBrace,
  LineArrow,
  Question,
  Range,
  RightBrace,
  Text,
} from '../syntax/token-types.ts';
import { attributeWords, linkingWords, propertyWords, statementWords, words } from '../syntax/words.ts';
import type { Span } from '../text/span.ts';
import type { FileView } from './snapshot.ts';
import { lastTokenFrom } from './symbol-at.ts';

/** What may stand where the cursor is. `replace` is the word that has been begun there, or nothing at the cursor. */
export type CompletionContext = { readonly replace: Span } & (
  | { readonly kind: 'nothing' }
  /** Behind a word or arrow that asks for something; the statement is that of the word. */
  | { readonly kind: 'after'; readonly word: string; readonly statement: string }
  | { readonly kind: 'target' }
  | { readonly kind: 'duration' }
  /** On the same line as what it goes on with; `used` are the attributes that are there already. */
  | {
      readonly kind: 'rest';
      readonly statement: string;
      readonly previous: 'name' | 'text' | 'number' | 'brace';
      readonly used: ReadonlySet<string>;
    }
  /** At the beginning of a line; `block` is the word of the block around it, empty at the top level of a flow. */
  | {
      readonly kind: 'line';
      readonly block: string;
      readonly inFlow: boolean;
      /** No statement of the flow stands before. */
      readonly inHead: boolean;
      /** Around it there are only stages. */
      readonly atTop: boolean;
      readonly mayElse: boolean;
      /**
       * The statement above, where it can have further attributes or exceptions. All are used where it has an exception
       * already.
       */
      readonly above?: StatementAbove;
    }
  /** Inside of a text; `word` is what the text belongs to, `content` what stands in it before the cursor. */
  | { readonly kind: 'text'; readonly word: string; readonly content: string }
  | { readonly kind: 'rule' }
);

export interface StatementAbove {
  readonly statement: string;
  readonly used: ReadonlySet<string>;
  /**
   * The cursor stands further in than the statement begins, where its attributes stand, and not where the next one
   * does.
   */
  readonly isDeeper: boolean;
}

const reserved: ReadonlySet<string> = new Set(statementWords);
const attributes: ReadonlySet<string> = new Set(attributeWords);
const properties: ReadonlySet<string> = new Set(propertyWords);
const linking: ReadonlySet<string> = new Set(linkingWords);
const allWords: ReadonlySet<string> = new Set(words);
const blockWords: ReadonlySet<string> = new Set([
  'touchpoint',
  'stage',
  'if',
  'else',
  'choose',
  'when',
  'otherwise',
  'parallel',
  'branch',
  'problem',
  'timeout',
]);
const takesAttributes: ReadonlySet<string> = new Set(['step', 'wait', 'escalate', 'call']);

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
  const isKeyword = (token: Token): boolean =>
    reserved.has(token.image) || (allWords.has(token.image) && !names.has(token.startOffset));
  const lineStart = file.text.lastIndexOf('\n', replace.start - 1) + 1;
  const isFirst = file.text.slice(lineStart, replace.start).trim() === '';
  const column = replace.start - lineStart;
  const scan = { tokens, at, isKeyword };

  const previous = tokens[at];
  if (previous === undefined)
    return isFirst ? { ...lineContext(scan, column), replace } : { kind: 'nothing', replace };
  if (previous.tokenType === Arrow || previous.tokenType === LineArrow) return { kind: 'target', replace };
  if (previous.tokenType === Range) return { kind: 'duration', replace };
  const word = tokens[beforeList(tokens, at)];
  if (word !== undefined && isKeyword(word) && asksForMore(word, isFirst))
    return { kind: 'after', word: word.image, statement: governing(scan).image, replace };
  return isFirst ? { ...lineContext(scan, column), replace } : { ...restContext(scan, previous), replace };
}

interface Scan {
  readonly tokens: readonly Token[];
  /** The token before the cursor. */
  readonly at: number;
  readonly isKeyword: (token: Token) => boolean;
}

/** From the comma of a list back to the word that the list belongs to; elsewhere the token itself. */
function beforeList(tokens: readonly Token[], at: number): number {
  let index = at;
  while (tokens[index]?.tokenType === Comma) index -= 2;
  return index;
}

/** A name or label stands on the line of its word; other values may stand on the next. */
const asksForMore = ({ image }: Token, onNextLine: boolean): boolean =>
  attributes.has(image) ||
  linking.has(image) ||
  (!onNextLine && (reserved.has(image) || properties.has(image)));

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

const none: Pick<Token, 'image' | 'startOffset'> = { image: '', startOffset: 0 };

/** What the tokens before the cursor belong to: the nearest word of a statement or property, an arrow, or a brace. */
function governing({
  tokens,
  at,
  isKeyword,
}: Scan): Pick<Token, 'image' | 'startOffset'> & { readonly index?: number } {
  for (let index = at; index >= 0; index -= 1) {
    const token = tokens[index];
    if (token === undefined) break;
    const { tokenType, image } = token;
    const isHead =
      reserved.has(image) ||
      tokenType === Arrow ||
      tokenType === LineArrow ||
      tokenType === LeftBrace ||
      tokenType === RightBrace ||
      (properties.has(image) && token.firstOnLine && isKeyword(token));
    if (isHead) return { image, startOffset: token.startOffset, index };
  }
  return none;
}

function usedAfter({ tokens, at, isKeyword }: Scan, index: number): ReadonlySet<string> {
  const used = new Set<string>();
  for (const token of tokens.slice(index + 1, at + 1))
    if (attributes.has(token.image) && isKeyword(token)) used.add(token.image);
    else if (token.image === 'for') used.add('for');
  return used;
}

function restContext(
  scan: Scan,
  previous: Token,
): Omit<Extract<CompletionContext, { kind: 'rest' }>, 'replace'> {
  const head = governing(scan);
  const { tokenType } = previous;
  return {
    kind: 'rest',
    statement: head.image === '}' ? closedBlock(scan, scan.at) : head.image,
    used: usedAfter(scan, head.index ?? 0),
    previous:
      tokenType === Text
        ? 'text'
        : tokenType === RightBrace
          ? 'brace'
          : tokenType === Question || !/^\d/.test(previous.image)
            ? 'name'
            : 'number',
  };
}

function lineContext(
  scan: Scan,
  column: number,
): Omit<Extract<CompletionContext, { kind: 'line' }>, 'replace'> {
  const { tokens, at } = scan;
  const open = openBlocks(tokens, at);
  const flow = tokens.findLastIndex((token, index) => index <= at && token.image === 'flow');
  const inHead = !tokens
    .slice(flow + 1, at + 1)
    .some(({ image, tokenType }) => tokenType === LineArrow || (reserved.has(image) && image !== 'use'));
  const above = statementAbove(scan, column);
  return {
    kind: 'line',
    block: open.at(-1) ?? '',
    inFlow: flow !== -1,
    inHead,
    atTop: open.every((word) => word === 'stage'),
    mayElse: mayElse(scan),
    ...(above === undefined ? {} : { above }),
  };
}

/** The words of the blocks that are open behind a token, from the outside in. */
function openBlocks(tokens: readonly Token[], at: number): readonly string[] {
  const open: string[] = [];
  let word = '';
  for (const { image, tokenType } of tokens.slice(0, at + 1)) {
    if (blockWords.has(image)) word = image;
    if (tokenType === LeftBrace) open.push(word);
    if (tokenType === RightBrace) open.pop();
    // A flow that begins ends all that was left open.
    if (image === 'flow') open.length = 0;
  }
  return open;
}

/** The word of the block that the closing brace at an index ends. */
function closedBlock({ tokens }: Scan, at: number): string {
  let depth = 0;
  for (let index = at; index >= 0; index -= 1) {
    const type = tokens[index]?.tokenType;
    if (type === RightBrace) depth += 1;
    if (type === LeftBrace) depth -= 1;
    if (depth === 0 && type === LeftBrace)
      return tokens.slice(0, index).findLast(({ image }) => blockWords.has(image))?.image ?? '';
  }
  return '';
}

/** Behind the branch of an `if`, or of an `else if`. */
function mayElse(scan: Scan): boolean {
  const { tokens, at } = scan;
  if (tokens[at]?.tokenType === RightBrace) return closedBlock(scan, at) === 'if';
  const line = tokens.findLastIndex((token, index) => index <= at && token.firstOnLine);
  const first = tokens.slice(line, at + 1);
  return first.some(({ image }) => image === 'if') && first.some(({ tokenType }) => tokenType === Arrow);
}

/** The step, wait, escalation or call that the lines above belong to, at the same depth. */
function statementAbove(scan: Scan, column: number): StatementAbove | undefined {
  const { tokens, at } = scan;
  let depth = 0;
  let isAfterException = false;
  for (let index = at; index >= 0; index -= 1) {
    const token = tokens[index];
    if (token === undefined) return undefined;
    if (token.tokenType === RightBrace) depth += 1;
    if (token.tokenType === LeftBrace) depth -= 1;
    if (depth < 0) return undefined;
    if (depth > 0 || !token.firstOnLine) continue;
    if (takesAttributes.has(token.image))
      return {
        statement: token.image,
        used: isAfterException ? attributes : usedAfter(scan, index),
        isDeeper: column > token.indent,
      };
    const isException = token.image === 'problem' || token.image === 'timeout';
    isAfterException ||= isException;
    if (!isException && !attributes.has(token.image) && token.tokenType !== RightBrace) return undefined;
  }
  return undefined;
}
