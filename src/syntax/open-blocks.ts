import type { Fix } from '../diagnostic/diagnostic.ts';
import type { Span } from '../text/span.ts';
import type { Mistakes } from './mistakes.ts';
import { endOf, spanOf, type Token } from './token.ts';
import { exceptionTypes } from './token-sets.ts';
import type { TokenStream } from './token-stream.ts';
import { LeftBrace, RightBrace, word } from './token-types.ts';

/** How many blocks, or retries on one line, may stand inside of each other. */
export const deepestNesting = 100;

/** A brace that is open, and the word whose block it begins. */
export interface OpenBlock {
  /** The token before it, where it is missing itself. */
  readonly brace: Token;
  readonly missing: boolean;
  readonly owner: string;
}

/**
 * Keeps the blocks that are open, and finds the brace that was never closed where the braces of a file do not match.
 */
export class OpenBlocks {
  private readonly tokens: TokenStream;
  private readonly mistakes: Mistakes;
  private readonly open: OpenBlock[] = [];
  /** How many more braces the rest of the text opens than it closes. */
  private surplus = 0;
  private tooDeep = false;

  constructor(tokens: TokenStream, mistakes: Mistakes) {
    this.tokens = tokens;
    this.mistakes = mistakes;
    for (const { tokenType } of tokens.all)
      if (tokenType === LeftBrace) this.surplus++;
      else if (tokenType === RightBrace) this.surplus--;
  }

  /** The innermost of them. */
  innermost(): OpenBlock | undefined {
    return this.open.at(-1);
  }

  isEmpty(): boolean {
    return this.open.length === 0;
  }

  /**
   * Goes into the block that a brace opened. One that is nested too deep is skipped, up to before its closing brace.
   */
  enter(brace: Token, owner: string): void {
    this.open.push({ brace, owner, missing: false });
    if (this.open.length > deepestNesting) this.skipTooDeep(brace);
  }

  /** Goes into a block as if a brace stood after the last token, and tells where that is. */
  enterWithoutBrace(owner: string): Span {
    const brace = this.tokens.next(0);
    this.open.push({ brace, owner, missing: true });
    this.surplus++;
    return spanOf(brace);
  }

  /** Whether lines follow that are set in and closed by a brace that nothing opens. */
  lacksBrace(): boolean {
    const next = this.tokens.next();
    return (
      this.surplus < 0 &&
      !this.tokens.atEnd() &&
      next.firstOnLine &&
      next.tokenType !== RightBrace &&
      next.indent > this.tokens.next(0).indent &&
      this.open.length < deepestNesting
    );
  }

  /** Whether a line that is set in no further than the innermost block's begins what cannot stand in that block. */
  isOutdented(): boolean {
    const { firstOnLine, indent } = this.tokens.next();
    const around = this.innermost();
    return this.surplus > 0 && firstOnLine && around !== undefined && indent <= around.brace.indent;
  }

  /** Whether the brace that closes the innermost block comes next. */
  isClosedNext(): boolean {
    return this.tokens.at(RightBrace) && !this.closesOuter();
  }

  /** Leaves the innermost block behind its closing brace. */
  leave(): void {
    this.open.pop();
  }

  /** Leaves the innermost block though nothing closes it, which is reported. */
  leaveUnclosed(): void {
    this.surplus--;
    this.mistakes.broken = true;
    const unclosed = this.open.pop();
    if (unclosed === undefined || unclosed.missing || this.tooDeep) return;
    const atEnd = this.tokens.atEnd();
    const next = this.tokens.next(atEnd ? 0 : 1);
    this.mistakes.reportAt(
      spanOf(unclosed.brace),
      'unclosed-block',
      `The block of “${unclosed.owner}” is never closed`,
      {
        related: [{ span: spanOf(next), message: atEnd ? 'the file ends here' : whatFollows(next) }],
        help: 'Put a “}” after its last statement',
        ...this.closing(unclosed.brace, next),
      },
    );
  }

  /** The edit that closes a block before a line that is not set in as its statements are, or at the end of the file. */
  private closing(brace: Token, next: Token): { readonly fix?: Fix } {
    const last = this.tokens.next(0);
    const isOut = this.tokens.atEnd() || (next.firstOnLine && next.indent <= brace.indent);
    if (!isOut || last.startOffset <= brace.startOffset) return {};
    const place = endOf(last);
    const goesOn = !this.tokens.atEnd() && next.tokenType === word.else && next.indent === brace.indent;
    const edit = goesOn
      ? { span: { start: next.startOffset, end: next.startOffset }, text: '} ' }
      : { span: { start: place, end: place }, text: `\n${' '.repeat(Math.min(brace.indent, 200))}}` };
    return { fix: { kind: 'unsafe', title: 'Close the block', edits: [edit] } };
  }

  /**
   * Whether a closing brace is meant for an outer block: where a file opens more blocks than it closes, and the brace
   * is indented like the line of a block further out, but less than that of the innermost.
   */
  private closesOuter(): boolean {
    const brace = this.tokens.next();
    const inner = this.innermost();
    if (this.surplus <= 0 || !brace.firstOnLine || inner === undefined || brace.indent >= inner.brace.indent)
      return false;
    return this.open.some((block) => block !== inner && block.brace.indent === brace.indent);
  }

  /** Whether the next word belongs to what holds the innermost block, so that this block must be over. */
  belongsOutside(): boolean {
    const { tokenType } = this.tokens.next();
    const isOfWait =
      this.open.at(-2)?.owner === 'wait' && (tokenType === word.when || exceptionTypes.has(tokenType));
    switch (this.innermost()?.owner) {
      case 'when':
      case 'otherwise':
        return isOfWait || tokenType === word.when || tokenType === word.otherwise;
      case 'problem':
      case 'timeout':
      case 'meanwhile':
        return isOfWait;
      case 'branch':
        return tokenType === word.branch;
      case 'if':
      case 'else if':
        return tokenType === word.else;
      default:
        return false;
    }
  }

  private skipTooDeep(brace: Token): void {
    this.mistakes.broken = true;
    if (!this.tooDeep)
      this.mistakes.reportAt(
        spanOf(brace),
        'limit-exceeded',
        `More than ${deepestNesting} blocks stand in each other here`,
        { help: 'Make a flow of its own of the inner part, and “call” it' },
      );
    this.tooDeep = true;
    for (let depth = 1; !this.tokens.atEnd(); this.tokens.skip()) {
      if (this.tokens.at(LeftBrace)) depth++;
      else if (this.tokens.at(RightBrace) && --depth === 0) return;
    }
  }
}

function whatFollows(next: Token): string {
  if (next.tokenType === RightBrace) return 'by its indentation, this “}” closes another block';
  return `this “${next.image}” is outside of it`;
}
