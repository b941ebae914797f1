import type { TokenType } from 'chevrotain';
import type { MeantWords } from './meant-word.ts';
import { MissingPart } from './missing-part.ts';
import type { Mistakes } from './mistakes.ts';
import { endOf, type Token } from './token.ts';
import { lineTypes } from './token-sets.ts';
import type { TokenStream } from './token-stream.ts';
import { LeftBrace, RightBrace } from './token-types.ts';

/**
 * Goes on after a mistake, in the grammar's stead: chevrotain's own recovery knows neither lines nor what a person most
 * likely meant.
 */
export class Recovery {
  private readonly tokens: TokenStream;
  private readonly mistakes: Mistakes;
  private readonly meant: MeantWords;
  private readonly readStrayBlock: () => void;

  /** `readStrayBlock`: reads a block that stands in what is skipped. */
  constructor(tokens: TokenStream, mistakes: Mistakes, meant: MeantWords, readStrayBlock: () => void) {
    this.tokens = tokens;
    this.mistakes = mistakes;
    this.meant = meant;
    this.readStrayBlock = readStrayBlock;
  }

  /** Reads a part. Where it cannot be read, reports what is missing and skips to where the statement goes on. */
  attempt(part: () => unknown, resume: ReadonlySet<TokenType>): void {
    try {
      part();
    } catch (error) {
      if (!(error instanceof MissingPart)) throw error;
      this.mistakes.reportMissing(error.part);
      this.skip(resume);
    }
  }

  /** Skips to where the statement goes on, or to the next line that begins one; blocks on the way are read. */
  skip(resume: ReadonlySet<TokenType>): void {
    const { tokens } = this;
    if (tokens.atEnd()) return;
    const start = tokens.next().startOffset;
    while (!tokens.atEnd() && !tokens.at(RightBrace)) {
      const token = tokens.next();
      if (resume.has(token.tokenType) || (token.firstOnLine && this.beginsLine(token))) break;
      if (token.tokenType === LeftBrace) this.readStrayBlock();
      else tokens.skip();
    }
    const end = endOf(tokens.next(0));
    if (end > start) this.mistakes.skipped.push({ start, end });
  }

  private beginsLine(token: Token): boolean {
    return lineTypes.has(token.tokenType) || this.meant.of(token) !== undefined;
  }
}
