import type { TokenType } from 'chevrotain';
import type { RelatedPlace } from '../../diagnostic/diagnostic.ts';
import type { Span } from '../../text/span.ts';
import type { TextEdit } from '../../text/text-edit.ts';
import { endOf, spanOf, type Token } from '../token.ts';
import { isName, lineTypes, statementTypes } from '../token-sets.ts';
import { Arrow, Identifier, LeftBrace, LineArrow, RightBrace, Text, word } from '../token-types.ts';
import { freeStatementWords } from '../words.ts';
import { isElseIf } from './else-if.ts';
import { inserted, isWord, retyped, safeFix, type TokenDraft, typeMeant } from './token-draft.ts';

/** What has a block behind it. */
const owners: ReadonlyMap<TokenType | undefined, string> = new Map([
  [word.if, 'if'],
  [word.else, 'else'],
  [word.choose, 'choose'],
  [word.when, 'when'],
  [word.otherwise, 'otherwise'],
  [word.parallel, 'parallel'],
  [word.branch, 'branch'],
  [word.stage, 'stage'],
  [word.problem, 'problem'],
  [word.timeout, 'timeout'],
  [word.touchpoint, 'touchpoint'],
  [word.wait, 'wait'],
  ...freeStatementWords.map((text) => [word[text], text] as const),
]);
export const thenWords = ['then', 'do', 'begin', 'dann', 'alors', 'entonces', 'allora', 'então', 'dan'];
const closers = ['endif', 'end-if', 'fi', 'esac', 'done', 'endchoose', 'endparallel', 'endswitch', 'endcase'];

interface OpenBlock {
  readonly owner: string;
  readonly first: Token;
  /** The colon or word in the place of the brace. */
  readonly mark?: Span;
  readonly isWord: boolean;
  /** Whether its lines are not set in, so that only a closing word ends it. */
  readonly isFlat: boolean;
  /** Whether its closing brace is there. */
  readonly hasBrace: boolean;
}

/** One finding, which grows as long as what follows goes on with the same habit. */
interface Habit {
  readonly owner: string;
  readonly place: Span;
  readonly kind: 'colon' | 'word' | 'indentation' | 'choice';
  readonly edits: TextEdit[];
  readonly related: RelatedPlace[];
}

/**
 * Blocks as other notations have them: set in behind a colon, between `then` and `end if`, or only set in. They are
 * read as if they had their braces; all those that stand in each other or go on with one `if` are one mistake.
 */
export function blocksWithoutBraces(draft: TokenDraft): void {
  new BraceWriter(draft).writeAll();
}

/** Writes the braces of a draft, line by line. */
class BraceWriter {
  private readonly draft: TokenDraft;
  private readonly lines: readonly (readonly Token[])[];
  /** How many more braces the draft opens than it closes, those that were written included. */
  private surplus: number;
  private readonly open: OpenBlock[] = [];
  private readonly result: Token[][] = [];
  private habit: Habit | undefined;

  constructor(draft: TokenDraft) {
    this.draft = draft;
    this.lines = draft.lines;
    this.surplus = draft.lines.flat().reduce((sum, { tokenType }) => sum + braceCount(tokenType), 0);
  }

  writeAll(): void {
    let isChanged = false;
    for (const [at, line] of this.lines.entries()) if (this.write(line, at)) isChanged = true;
    while (this.open.length > 0) this.close(undefined);
    this.report();
    if (isChanged) this.draft.lines = this.result;
  }

  /**
   * Writes a line, behind the braces that close blocks before it; tells whether a block begins behind it that lacks its
   * brace.
   */
  private write(line: readonly Token[], at: number): boolean {
    const [first] = line;
    if (first === undefined) return false;
    const { isTaken, wasFlat } = this.closeBefore(line, first);
    if (isTaken) return false;
    if (this.open.length === 0 && typeMeant(this.draft, first) !== word.else) this.report();
    const own = [...line];
    this.result.push(own);
    const block = opening(this.draft, line, this.lines, at, wasFlat, this.habit?.kind === 'word');
    if (block !== undefined) this.openBehind(own, first, at, block);
    return block !== undefined;
  }

  /** Closes the blocks that are over before a line; the line is taken where it stands in the place of a brace. */
  private closeBefore(
    line: readonly Token[],
    first: Token,
  ): { readonly isTaken: boolean; readonly wasFlat: boolean } {
    let wasFlat = false;
    const isElse = typeMeant(this.draft, first) === word.else;
    for (let block = this.open.at(-1); block !== undefined; block = this.open.at(-1)) {
      const isOut = block.isFlat
        ? first.indent < block.first.indent || isElse || closerLength(line, block) > 0
        : first.indent <= block.first.indent;
      if (!isOut) break;
      wasFlat = block.isFlat && isElse;
      if (this.close(line)) return { isTaken: true, wasFlat };
    }
    return { isTaken: false, wasFlat };
  }

  /** Closes the innermost block before a line, or at the end; what stands on that line in its place is taken away. */
  private close(before: readonly Token[] | undefined): boolean {
    const { draft, habit, result } = this;
    const block = this.open.pop();
    const last = result.at(-1)?.at(-1);
    if (block === undefined || last === undefined || block.hasBrace) return false;
    result.at(-1)?.push(inserted(RightBrace, endOf(last), block.first));
    const closer = before === undefined ? 0 : closerLength(before, block);
    const [first] = before ?? [];
    const lastOfCloser = before?.[closer - 1];
    if (closer > 0 && first !== undefined && lastOfCloser !== undefined) {
      const span = { start: first.startOffset, end: endOf(lastOfCloser) };
      draft.reported.push(span);
      habit?.edits.push({ span, text: '}' });
      return true;
    }
    const isElse =
      first !== undefined && first.indent === block.first.indent && typeMeant(draft, first) === word.else;
    habit?.edits.push(
      isElse && (block.owner === 'if' || block.owner === 'else')
        ? { span: { start: first.startOffset, end: first.startOffset }, text: '} ' }
        : {
            span: { start: endOf(last), end: endOf(last) },
            text: `\n${draft.indentOf(block.first)}}`,
          },
    );
    return false;
  }

  /** Opens a block behind a line that lacks its brace. */
  private openBehind(own: Token[], first: Token, at: number, block: Omit<OpenBlock, 'hasBrace'>): void {
    const { draft } = this;
    const last = own.at(-1);
    if (last === undefined) return;
    if (block.mark !== undefined && isName(last.tokenType) && last.startOffset === block.mark.start)
      own.pop();
    const hasBrace = this.surplus < 0 && closesLater(this.lines, at, first);
    if (hasBrace) this.surplus++;
    const end = block.mark?.start ?? endOf(last);
    own.push(inserted(LeftBrace, end, first));
    this.open.push({ ...block, hasBrace });
    const place = block.mark ?? spanOf(last);
    const isChoice = this.isChoice(block.owner, first, at);
    if (this.habit !== undefined) this.habit.related.push({ span: place, message: 'and here' });
    this.habit ??= { owner: block.owner, place, kind: kindOf(block, isChoice), edits: [], related: [] };
    const { edits } = this.habit;
    if (block.mark !== undefined) draft.reported.push(place);
    if (isChoice) {
      own[0] = retyped(first, word.choose);
      edits.push({ span: spanOf(first), text: 'choose' });
    }
    // Reported here, so that the whole habit is one mistake.
    const elif = own.find((token) => isElseIf(token));
    if (elif !== undefined) {
      draft.reported.push(spanOf(elif));
      edits.push({ span: spanOf(elif), text: 'else if' });
    }
    const space = draft.text.slice(end - 1, end) === ' ' ? '' : ' ';
    edits.push({ span: block.mark ?? { start: end, end }, text: `${space}{` });
  }

  /** Whether an `if` has answers in its block, and so is meant for a `choose`. */
  private isChoice(owner: string, first: Token, at: number): boolean {
    const inner = typeMeant(this.draft, this.lines[at + 1]?.[0]);
    const isAnswer = inner === word.when || inner === word.otherwise;
    return owner === 'if' && first.tokenType === word.if && isAnswer;
  }

  /** Reports the habit, if there is one, and ends it. */
  private report(): void {
    if (this.habit === undefined) return;
    const { owner, place, kind, edits, related } = this.habit;
    const message =
      kind === 'choice'
        ? 'An “if” has no “when”: a question with several answers is a “choose”, and has them in braces'
        : kind === 'indentation'
          ? `“${owner}” needs a branch: an arrow or a block in braces`
          : `“${owner}” has its steps in braces, not behind “${this.draft.slice(place)}”`;
    const isPlace = kind === 'colon' || kind === 'word';
    this.draft.report(
      {
        code: 'unexpected-token',
        span: place,
        message,
        help: `Write what belongs to “${owner}” between { and }`,
        related: related.slice(0, 10),
        fix: safeFix('Write the braces', edits),
      },
      !isPlace,
    );
    this.habit = undefined;
  }
}

function kindOf({ mark, isWord: inWords }: Omit<OpenBlock, 'hasBrace'>, isChoice: boolean): Habit['kind'] {
  if (isChoice) return 'choice';
  if (mark === undefined) return 'indentation';
  return inWords ? 'word' : 'colon';
}

const braceCount = (type: TokenType): number => (type === LeftBrace ? 1 : type === RightBrace ? -1 : 0);

/** Whether the line that ends the block begins with a brace, which nothing opens. */
function closesLater(lines: readonly (readonly Token[])[], at: number, { indent }: Token): boolean {
  const next = lines
    .slice(at + 1, at + 2000)
    .find(([first]) => first !== undefined && first.indent <= indent);
  return next?.[0]?.tokenType === RightBrace && next[0].indent === indent;
}

/** The block that a line opens without its brace. */
function opening(
  draft: TokenDraft,
  line: readonly Token[],
  lines: readonly (readonly Token[])[],
  at: number,
  wasFlat: boolean,
  isInWords: boolean,
): Omit<OpenBlock, 'hasBrace'> | undefined {
  const [first, inner] = [line[0], lines[at + 1]?.[0]];
  if (first === undefined || inner === undefined) return undefined;
  const start = first.tokenType === RightBrace ? 1 : 0;
  const head = line[start];
  const goesOn = typeMeant(draft, head) === word.else && line[start + 1]?.tokenType === word.if;
  const owner = goesOn ? 'if' : owners.get(typeMeant(draft, head));
  if (owner === undefined) return undefined;
  const last = line.at(-1);
  if (last === undefined) return undefined;
  if (line.some(({ tokenType }) => tokenType === LeftBrace || tokenType === Arrow || tokenType === LineArrow))
    return undefined;
  const gap = draft.gapAfter(line, line.length - 1);
  const colon = /^(\s*)[:：]\s*$/.exec(draft.slice(gap));
  const isDeeper = inner.indent > first.indent;
  const isThen =
    line.length > start + 1 && isWord(last, ...thenWords) && line.at(-2)?.tokenType !== head?.tokenType;
  const base = { owner, first, isFlat: false };
  if (colon !== null && isDeeper) {
    const from = gap.start + (colon[1]?.length ?? 0);
    return { ...base, mark: { start: from, end: from + 1 }, isWord: false };
  }
  const isFlat = !isDeeper;
  if (isThen && (isDeeper || (owner === 'if' && hasCloser(lines, at))))
    return { ...base, mark: spanOf(last), isWord: true, isFlat };
  if (wasFlat) return { ...base, isWord: true, isFlat };
  if (owner === 'touchpoint' || !isDeeper) return undefined;
  const type = typeMeant(draft, inner);
  const begins = type !== undefined && lineTypes.has(type) && type !== LineArrow && isInside(owner, type);
  return begins ? { ...base, isWord: isInWords && typeMeant(draft, head) === word.else } : undefined;
}

/** Whether a line that begins so can be one of the block of that owner, and not a part that goes on with it. */
function isInside(owner: string, type: TokenType): boolean {
  if (owner === 'choose' || owner === 'wait') return type === word.when || type === word.otherwise;
  if (owner === 'parallel') return type === word.branch;
  return statementTypes.has(type) || type === word.when || type === word.otherwise;
}

/** How many tokens at the beginning of a line say that a block is over: `end if`, `endif`, `fi`. */
const closerTokens = (line: readonly Token[]): number => {
  const [first, second] = line;
  if (first === undefined) return 0;
  if (isWord(first, ...closers)) return 1;
  return isWord(first, 'end') && second !== undefined && isClosable(second) && line.length === 2 ? 2 : 0;
};

function closerLength(line: readonly Token[], block: OpenBlock): number {
  const [first] = line;
  // An `end` alone may be an end of the flow; it is none where a block that began with a word is still open.
  const tokens = closerTokens(line) || (block.isWord && line.length === 1 && isWord(first, 'end') ? 1 : 0);
  if (first === undefined || tokens === 0) return 0;
  return first.indent === block.first.indent ? tokens : 0;
}

const isClosable = ({ tokenType, image }: Token): boolean =>
  tokenType !== Text &&
  tokenType !== Identifier &&
  ['if', 'else', 'choose', 'when', 'parallel', 'branch', 'stage', 'wait'].includes(image.toLowerCase());

/** Whether a line soon says that a block is over. */
const hasCloser = (lines: readonly (readonly Token[])[], at: number): boolean =>
  lines.slice(at + 1, at + 200).some((line) => closerTokens(line) > 0);
