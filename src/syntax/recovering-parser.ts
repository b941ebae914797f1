import { EmbeddedActionsParser, EOF, type IToken, type TokenType } from 'chevrotain';
import { type Diagnostic, type Fix, languageError } from '../diagnostic/diagnostic.ts';
import { symbols } from '../shapes/all-shapes.ts';
import { cover, type Span } from '../text/span.ts';
import type { Statement } from './ast.ts';
import { identifierFromLabel } from './label.ts';
import { lookahead } from './lookahead.ts';
import { endExample, examples, lineParts, MissingPart, type Part, parts } from './missing-part.ts';
import { readLookahead } from './read-lookahead.ts';
import { endOf, spanOf, type Token } from './token.ts';
import { attributeTypes, isName } from './token-sets.ts';
import {
  Arrow,
  Comma,
  LeftBrace,
  LineArrow,
  Question,
  Range,
  RightBrace,
  Text,
  vocabulary,
} from './token-types.ts';
import { mostMistakes } from './tokenize.ts';
import { habits } from './words.ts';

/** What to do about a mistake. */
export interface Proposal {
  readonly help: string;
  readonly fix: Fix;
}

/** A brace that is open, and the word whose block it begins. */
export interface OpenBlock {
  /** What stands before it, where it is missing itself. */
  readonly brace: Token;
  readonly missing: boolean;
  readonly owner: string;
}

/** Tells which way to take, by the tokens ahead: the number of an alternative, or whether to go in at all. */
export type Lookahead = (
  this: { LA_FAST(ahead: number): { readonly tokenTypeIdx?: number } },
  alternatives: readonly unknown[],
) => number | boolean | undefined;

/**
 * What all parts of the parser share: tokens with values, places, and a way to go on after a mistake. The recovery is
 * our own: chevrotain's knows neither lines nor what a person most likely meant.
 */
export abstract class RecoveringParser extends EmbeddedActionsParser {
  protected found: Diagnostic[] = [];
  /** Whether the statement that is being read has a part that could not be read. */
  protected broken = false;
  /** The last word of the language that was read: that to which something may be missing. */
  protected lastWord = '';
  /** Statements of blocks that stand where none may be; they are kept beside the statement that they stand in. */
  protected strays: Statement[] = [];
  protected open: OpenBlock[] = [];
  /** Bodies of branches of which it was told that something else stands in them. */
  protected told = new Set<OpenBlock>();
  /** What was skipped after a mistake, where no other is to be reported. */
  protected skipped: Span[] = [];
  /** Where quotations begin that have no end: what seems to be missing after them may stand in them. */
  protected unclosed: ReadonlySet<number> = new Set();
  /** Where characters were left out that may stand for something, in order. */
  protected obscure: readonly number[] = [];
  private lastFailure = -1;
  private mistakes = 0;

  // Of chevrotain, which does not tell its types of them.
  declare private readonly fullRuleNameToShort: Readonly<Record<string, number>>;
  declare private readonly lookAheadFuncsCache: Record<number, Record<number, Lookahead>>;
  declare private selfAnalysisDone: boolean;

  constructor() {
    super([...vocabulary], { maxLookahead: 2, recoveryEnabled: false });
  }

  /**
   * In the place of chevrotain's `performSelfAnalysis`, which takes longer than to read a usual file, and whose outcome is
   * always the same: it is kept in `lookahead.ts`.
   */
  protected recallAnalysis(): void {
    this.selfAnalysisDone = true;
    for (const [rule, choices] of Object.entries(lookahead))
      this.lookAheadFuncsCache[this.fullRuleNameToShort[rule] ?? -1] = readLookahead(choices);
  }

  /** By rule and choice; what chevrotain found out, where it was asked to. */
  lookaheads(): Readonly<Record<string, Readonly<Record<number, Lookahead>>>> {
    return Object.fromEntries(
      Object.entries(this.fullRuleNameToShort).flatMap(([rule, short]) => {
        const found = this.lookAheadFuncsCache[short];
        return found === undefined ? [] : [[rule, { ...found }]];
      }),
    );
  }

  protected abstract strayBlock(): void;
  protected abstract beginsLine(token: Token): boolean;

  protected begin(tokens: readonly Token[]): void {
    this.input = [...tokens];
    this.found = [];
    this.broken = false;
    this.lastWord = '';
    this.strays = [];
    this.open = [];
    this.told = new Set();
    this.skipped = [];
    this.lastFailure = -1;
    this.mistakes = 0;
  }

  protected next(ahead = 1): Token {
    return this.LA(ahead) as IToken as Token;
  }

  protected at(type: TokenType): boolean {
    return this.LA(1).tokenType === type;
  }

  protected atEnd(): boolean {
    return this.LA(1).tokenType === EOF;
  }

  /** Whether the next token goes on with the line of the one before it. */
  protected readonly onLine = (): boolean => !this.next().firstOnLine && !this.atEnd();

  /** From where something began to the end of the last token that was read. */
  protected spanFrom(start: Span): Span {
    // While the grammar is being recorded, parts are empty.
    if (this.RECORDING_PHASE) return { start: 0, end: 0 };
    return { start: start.start, end: Math.max(start.start, endOf(this.next(0))) };
  }

  protected read(token: IToken): { readonly span: Span; readonly value: Token['value'] } {
    const own = token as Token;
    return { span: spanOf(own), value: own.value };
  }

  /** Reads a word of the language; `occurrence` as for chevrotain's `consume`. */
  protected keyword(type: TokenType, occurrence: number): Span {
    const token = this.consume(occurrence, type) as Token;
    // A misspelt word is told as the one that was meant.
    this.lastWord = type.LABEL?.slice(1, -1) ?? token.image;
    return spanOf(token);
  }

  protected report(diagnostic: Diagnostic): void {
    this.found.push(diagnostic);
    if (++this.mistakes <= mostMistakes) return;
    while (!this.atEnd()) this.SKIP_TOKEN();
  }

  protected need(isThere: boolean, part: Part): void {
    if (!isThere && !this.RECORDING_PHASE) throw new MissingPart(part);
  }

  /** Reads a part. Where it cannot be read, reports what is missing and skips to where the statement goes on. */
  protected attempt(part: () => unknown, resume: ReadonlySet<TokenType>): void {
    try {
      part();
    } catch (error) {
      if (!(error instanceof MissingPart)) throw error;
      this.fail(error.part);
      this.skip(resume);
    }
  }

  /** Reports what is missing, unless the same place was reported already. */
  protected fail(part: Part): void {
    const actual = this.next();
    this.broken = true;
    if (this.failedHere(true)) return;
    const before = this.next(0);
    const joins = [Comma, Arrow, LineArrow, Range].includes(before.tokenType);
    // An arrow that was written in another way is told of already, and meant as one.
    const isArrow = before.tokenType === Arrow || before.tokenType === LineArrow;
    const joint = isArrow && !examples.has(before.image) ? '->' : before.image;
    const lacking = joins ? joint : this.lastWord;
    const here = this.onLine() && actual.tokenType !== RightBrace;
    const instead = actual.tokenType === Text ? 'a label' : quoted(actual);
    const renamed = part === 'branch' && !here ? this.takeRenamed() : undefined;
    this.report(
      languageError(
        'unexpected-token',
        renamed === undefined ? spanOf(here ? actual : before) : spanOf(renamed),
        `${renamed === undefined ? '' : `“${renamed.image}” is written “${lacking}”, and `}“${lacking}” needs ${parts[part]}${here ? `, not ${instead}` : lineParts.has(part) ? ' on its line' : ''}`,
        (here ? (this.proposeQuotes(actual) ?? proposeName(part, actual)) : undefined) ?? {
          help:
            part === 'symbol'
              ? `The symbols are ${symbols.join(', ')}`
              : `Write for example: ${part === 'outcome' ? endExample : (examples.get(lacking) ?? examples.get(this.lastWord))}`,
        },
      ),
    );
  }

  /**
   * The word of another tool that the line begins with, if it was told: it has what is missing here in another form, so that
   * both are one mistake. What was told of it is taken back.
   */
  private takeRenamed(): Token | undefined {
    const last = this.found.at(-1);
    let back = 0;
    while (back < 10 && !this.next(-back).firstOnLine) back++;
    const first = this.next(-back);
    if (last?.code !== 'misspelt-word' || last.span.start !== first.startOffset) return undefined;
    if (!habits.has(first.image.toLowerCase())) return undefined;
    this.found.pop();
    return first;
  }

  /** Where a row of words stands, as of a label without its quotes, the proposal to put it in quotes. */
  protected proposeQuotes(first: Token): Proposal | undefined {
    let last = first;
    const words: string[] = [];
    for (let ahead = first === this.next(0) ? 0 : 1; ; ahead++) {
      const token = ahead === 0 ? first : this.next(ahead);
      const isWord =
        token.tokenType === Question || (isName(token.tokenType) && !attributeTypes.has(token.tokenType));
      if (!isWord || (words.length > 0 && token.firstOnLine)) break;
      words.push(token.image);
      last = token;
      if (token.tokenType === Question) break;
    }
    if (words.length < 2) return undefined;
    const text = `"${words.join(' ')}"`;
    const edits = [{ span: cover(spanOf(first), spanOf(last)), text }];
    return {
      help: `A label of several words stands in quotes: ${text}`,
      fix: { kind: 'unsafe', title: 'Put it in quotes', edits },
    };
  }

  /**
   * Whether a mistake was reported already that explains what is wrong at the next token, or `missing` before it; from
   * now on one was. A quotation without its end, or characters that mean nothing, on the same line are such a mistake.
   */
  protected failedHere(missing = false): boolean {
    const next = this.next();
    const place = this.atEnd() ? Number.POSITIVE_INFINITY : next.startOffset;
    const already = place === this.lastFailure;
    this.lastFailure = place;
    const lineStart = this.atEnd() ? place : place - next.indent;
    const from = missing || !next.firstOnLine ? endOf(this.next(0)) : lineStart;
    const isAfterText = this.unclosed.has(this.next(0).startOffset) && (missing || !next.firstOnLine);
    return already || isAfterText || this.isObscure(from, next.firstOnLine && missing ? lineStart : place);
  }

  /** Whether such characters were left out from an offset up to another. */
  private isObscure(from: number, to: number): boolean {
    const { obscure } = this;
    let low = 0;
    let high = obscure.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((obscure[middle] ?? 0) < from) low = middle + 1;
      else high = middle;
    }
    return (obscure[low] ?? Number.POSITIVE_INFINITY) < to;
  }

  /** Skips to where the statement goes on, or to the next line that begins one; blocks on the way are read. */
  protected skip(resume: ReadonlySet<TokenType>): void {
    if (this.atEnd()) return;
    const start = this.next().startOffset;
    while (!this.atEnd() && !this.at(RightBrace)) {
      const token = this.next();
      if (resume.has(token.tokenType) || (token.firstOnLine && this.beginsLine(token))) break;
      if (token.tokenType === LeftBrace) this.strayBlock();
      else this.SKIP_TOKEN();
    }
    const end = endOf(this.next(0));
    if (end > start) this.skipped.push({ start, end });
  }
}

/** A thing that others name needs a name besides its label: proposes one that is made from the label. */
function proposeName(part: Part, { tokenType, startOffset, value }: Token): Proposal | undefined {
  const name = part === 'identifier' && tokenType === Text ? identifierFromLabel(String(value)) : undefined;
  if (name === undefined) return undefined;
  const edits = [{ span: { start: startOffset, end: startOffset }, text: `${name} ` }];
  return {
    help: `Give it a name as well, such as “${name}”`,
    fix: { kind: 'unsafe', title: `Name it “${name}”`, edits },
  };
}

/** A token as a message shows it: its text, cut where it is long. */
export function quoted(token: Token): string {
  const [line = ''] = token.image.split('\n', 1);
  return `“${shortened(line)}”`;
}

/** A text of one line, cut where it is long. */
export const shortened = (line: string): string => (line.length > 40 ? `${line.slice(0, 40)}…` : line);
