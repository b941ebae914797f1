import type { TokenType } from 'chevrotain';
import type { Statement } from './ast.ts';
import { describeJunk } from './describe-junk.ts';
import type { Mistakes } from './mistakes.ts';
import { proposeQuotes } from './propose-quotes.ts';
import type { Recovery } from './recovery.ts';
import { spanOf, startsWithCapital } from './token.ts';
import { freeStatementTypes, isJunk, isName, nowhere, statementTypes } from './token-sets.ts';
import type { TokenStream } from './token-stream.ts';
import { Arrow, Integer, RightBrace } from './token-types.ts';

/** Reports tokens that mean nothing where they stand, and skips them. */
export class Junk {
  private readonly tokens: TokenStream;
  private readonly mistakes: Mistakes;
  private readonly recovery: Recovery;
  /** The statements before the place, in the row that was looked at last. */
  private row: readonly Statement[] = [];

  constructor(tokens: TokenStream, mistakes: Mistakes, recovery: Recovery) {
    this.tokens = tokens;
    this.mistakes = mistakes;
    this.recovery = recovery;
  }

  /** Lets what is said of junk speak of the statements before it. */
  standsBehind(row: readonly Statement[]): void {
    this.row = row;
  }

  /** Reports a token that means nothing where it stands. */
  report(): void {
    const { tokens, mistakes } = this;
    mistakes.broken = true;
    if (mistakes.isExplained()) return;
    const next = tokens.next();
    const before = tokens.next(0);
    const { message, help, related = [] } = describeJunk(next, before, tokens.lastWord, this.row);
    const isLabel = isName(next.tokenType) && !next.firstOnLine && isName(before.tokenType);
    // A label most often begins with a capital, and the name before it does not.
    const first = startsWithCapital(next) && !startsWithCapital(before) ? next : before;
    const more = (isLabel ? proposeQuotes(tokens, first) : undefined) ?? { help };
    mistakes.reportAt(spanOf(next), 'unexpected-token', message, { related, ...more });
  }

  /**
   * Skips what goes on with the line and means nothing there, up to one of these; tells whether one of them follows.
   */
  skipTo(resume: ReadonlySet<TokenType>): boolean {
    const { tokenType } = this.tokens.next();
    if (!resume.has(tokenType) && isJunk(tokenType) && this.tokens.onLine()) {
      this.report();
      this.recovery.skip(resume);
    }
    return resume.has(this.tokens.next().tokenType);
  }

  /** Skips what goes on with the line after a whole statement; tells whether there was something. */
  skipAfter(): boolean {
    const { tokenType } = this.tokens.next();
    if (!this.tokens.onLine() || (!isJunk(tokenType) && tokenType !== Arrow)) return false;
    if (freeStatementTypes.has(tokenType) && this.tokens.next(0).tokenType === RightBrace) return false;
    this.report();
    this.recovery.skip(nowhere);
    return true;
  }

  /** Skips the number of a list before a statement, which is reported; tells whether there was one. */
  skipListNumber(): boolean {
    const number = this.tokens.next();
    const after = this.tokens.next(2);
    if (number.tokenType !== Integer || after.firstOnLine || !statementTypes.has(after.tokenType))
      return false;
    this.report();
    this.mistakes.skipped.push({ start: number.startOffset, end: after.startOffset });
    this.tokens.skip();
    return true;
  }

  /** Skips a closing brace without an opening one, which is reported. */
  skipBrace(): void {
    const span = spanOf(this.tokens.next());
    this.mistakes.reportAt(span, 'unexpected-token', '“}” closes no block', {
      help: 'Delete it',
      fix: { kind: 'unsafe', title: 'Delete it', edits: [{ span, text: '' }] },
    });
    this.tokens.skip();
  }
}
