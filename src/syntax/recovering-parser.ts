import { EmbeddedActionsParser, type IToken, type TokenType } from 'chevrotain';
import { type Diagnostic, languageError } from '../diagnostic/diagnostic.ts';
import type { Span } from '../text/span.ts';
import { endOf, spanOf, type Token } from './token.ts';
import { vocabulary } from './token-types.ts';

/** What all parts of the parser share: tokens with values, places, and a way to go on after a mistake. */
export abstract class RecoveringParser extends EmbeddedActionsParser {
  protected found: Diagnostic[] = [];
  /** Whether the statement that is being read has a part that could not be read. */
  protected broken = false;

  constructor(skipValidations: boolean) {
    super([...vocabulary], { maxLookahead: 2, recoveryEnabled: false, skipValidations });
  }

  protected next(ahead = 1): Token {
    return this.LA(ahead) as IToken as Token;
  }

  protected at(type: TokenType): boolean {
    return this.next().tokenType === type;
  }

  /** Whether the next token goes on with the line of the one before it. */
  protected readonly onLine = (): boolean => !this.next().firstOnLine;

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

  protected report(diagnostic: Diagnostic): void {
    this.found.push(diagnostic);
  }

  /** Reads a part; where it cannot be read, reports that, and skips to where the statement may go on. */
  protected attempt(part: () => void): void {
    if (this.RECORDING_PHASE) {
      part();
      return;
    }
    try {
      part();
    } catch (error) {
      if (!(error instanceof Error) || !('token' in error)) throw error;
      this.unexpected();
    }
  }

  protected unexpected(): void {
    const token = this.next();
    if (!this.broken)
      this.report(
        languageError(
          'unexpected-token',
          Number.isNaN(token.startOffset) ? spanOf(this.next(0)) : spanOf(token),
          `“${token.image}” was not expected here`,
        ),
      );
    this.broken = true;
  }
}
