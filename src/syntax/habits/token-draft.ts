import type { TokenType } from 'chevrotain';
import { type Diagnostic, type Fix, languageError } from '../../diagnostic/diagnostic.ts';
import type { Span } from '../../text/span.ts';
import type { TextEdit } from '../../text/text-edit.ts';
import type { MeantWords } from '../meant-word.ts';
import { endOf, type Token, type TokenValue } from '../token.ts';
import { Arrow, LineArrow } from '../token-types.ts';

/** What was found while a text was read as one that follows another habit: one mistake, and how to repair it. */
export interface HabitFinding {
  readonly code: Diagnostic['code'];
  readonly span: Span;
  readonly message: string;
  readonly help: string;
  readonly fix?: Fix;
  readonly related?: Diagnostic['related'];
}

/**
 * The tokens of a text, line by line, while habits of other notations in it are written in the manner of this language.
 * A line is what begins with a token that is the first on its line; it is never empty.
 */
export class TokenDraft {
  readonly text: string;
  readonly meant: MeantWords;
  lines: Token[][];
  readonly findings: Diagnostic[];
  /** Places of what was found before and is reported again, or needs no report any more. */
  readonly reported: Span[];

  constructor(
    text: string,
    tokens: readonly Token[],
    meant: MeantWords,
    before?: Pick<TokenDraft, 'findings' | 'reported'>,
  ) {
    this.findings = [...(before?.findings ?? [])];
    this.reported = [...(before?.reported ?? [])];
    this.text = text;
    this.meant = meant;
    this.lines = linesOf(tokens);
  }

  /** A copy to go on with, so that what is found further can be taken back. */
  copy(): TokenDraft {
    return new TokenDraft(this.text, this.tokens, this.meant, this);
  }

  setTokens(tokens: readonly Token[]): void {
    this.lines = linesOf(tokens);
  }

  get tokens(): readonly Token[] {
    return this.lines.flat();
  }

  /** What stands between a token and the next one on its line, or the line's end, comments apart. */
  gapAfter(line: readonly Token[], at: number): Span {
    const token = line[at];
    const start = token === undefined ? 0 : endOf(token);
    const next = line[at + 1];
    let end = next?.startOffset ?? this.lineEnd(start);
    const comment = this.text.slice(start, end).search(/#|\/\//);
    if (comment !== -1) end = start + comment;
    return { start, end: Math.max(start, end) };
  }

  private lineEnd(offset: number): number {
    const feed = this.text.indexOf('\n', offset);
    if (feed === -1) return this.text.length;
    return this.text.charAt(feed - 1) === '\r' ? Math.max(offset, feed - 1) : feed;
  }

  slice({ start, end }: Span): string {
    return this.text.slice(start, end);
  }

  /** The white space that a line begins with. */
  indentOf(token: Token): string {
    const start = this.text.lastIndexOf('\n', token.startOffset - 1) + 1;
    return /^[ \t]*/.exec(this.text.slice(start, token.startOffset))?.[0] ?? '';
  }

  /** Adds a finding; what was found before at its place is reported by it, unless it `adds` to that. */
  report({ code, span, message, ...more }: HabitFinding, adds = false): void {
    this.findings.push(languageError(code, span, message, more));
    if (!adds) this.reported.push(span);
  }

  /** Whether something that was found before is replaced by what was found here. */
  hides(place: Span): boolean {
    return this.reported.some(
      ({ start, end }) => start <= place.start && (place.start < end || place.start === start),
    );
  }
}

function linesOf(tokens: readonly Token[]): Token[][] {
  const lines: Token[][] = [];
  for (const token of tokens) {
    const line = lines.at(-1);
    if (line === undefined || token.firstOnLine) lines.push([token]);
    else line.push(token);
  }
  return lines;
}

export const safeFix = (title: string, edits: readonly TextEdit[]): Fix => ({ kind: 'safe', title, edits });
export const unsafeFix = (title: string, edits: readonly TextEdit[]): Fix => ({
  kind: 'unsafe',
  title,
  edits,
});

/** A token read as another kind. */
export function retyped(token: Token, tokenType: TokenType, value: TokenValue = token.value): Token {
  return { ...token, tokenType, tokenTypeIdx: tokenType.tokenTypeIdx ?? 0, value };
}

/** A token that stands nowhere in the text, as if it had been written at an offset on the line of `near`. */
export function inserted(tokenType: TokenType, startOffset: number, near: Token): Token {
  const tokenTypeIdx = tokenType.tokenTypeIdx ?? 0;
  return {
    tokenType,
    tokenTypeIdx,
    image: '',
    startOffset,
    firstOnLine: false,
    indent: near.indent,
    value: '',
  };
}

/** A token as the first on its line, where what stood before it was left out. */
export function asFirst(token: Token, { indent }: Token): Token {
  const first = { ...token, firstOnLine: true, indent };
  return token.tokenType === Arrow ? retyped(first, LineArrow) : first;
}

/** The type of the word that a token is, or that is most likely meant by it. */
export const typeMeant = (draft: TokenDraft, token: Token | undefined): TokenType | undefined =>
  token === undefined ? undefined : (draft.meant.of(token) ?? token.tokenType);

export const isWord = (token: Token | undefined, ...words: readonly string[]): boolean =>
  token !== undefined && words.includes(token.image.toLowerCase());
