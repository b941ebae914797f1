import type { Span } from '../text/span.ts';
import type { Flow } from './ast.ts';
import { quotedToken } from './quoted-token.ts';
import type { Reading } from './reading.ts';
import { spanOf, type Token } from './token.ts';
import { nowhere, propertyTypes, statementTypes, topTypes } from './token-sets.ts';
import { RightBrace, word } from './token-types.ts';

/** Reads on past what stands outside of every flow. */
export class BetweenFlows {
  private readonly reading: Reading;
  private readonly readFlow: (place: Span) => Flow;

  /** `readFlow`: reads what is in a flow, as of one that begins at a place without its line. */
  constructor(reading: Reading, readFlow: (place: Span) => Flow) {
    this.reading = reading;
    this.readFlow = readFlow;
  }

  /**
   * Reads on past what stands outside of every flow, and adds a flow where what is in one does; false at the end of the
   * file.
   */
  goesOn(flows: Flow[]): boolean {
    const { tokens, mistakes, words, junk, recovery } = this.reading;
    const next = tokens.next();
    if (tokens.atEnd()) return false;
    if (tokens.at(RightBrace)) {
      junk.skipBrace();
      return true;
    }
    if (words.mendWord(topTypes)) return true;
    if (tokens.at(word.use)) {
      mistakes.reportAt(spanOf(next), 'unexpected-token', '“use” stands after a flow', {
        help: 'Put it at the top of the file, before the first “flow”',
      });
      return true;
    }
    const isOfFlow = statementTypes.has(next.tokenType) || propertyTypes.has(next.tokenType);
    this.reportOutside(next, isOfFlow && next.firstOnLine && flows.length === 0);
    mistakes.broken = true;
    if (isOfFlow) flows.push(this.readFlow({ start: next.startOffset, end: next.startOffset }));
    else {
      tokens.skip();
      recovery.skip(nowhere);
    }
    return true;
  }

  private reportOutside(next: Token, mayBeginFlow: boolean): void {
    const lineStart = next.startOffset - next.indent;
    const edits = [{ span: { start: lineStart, end: lineStart }, text: 'flow my-process "My process"\n\n' }];
    this.reading.mistakes.reportAt(
      spanOf(next),
      'unexpected-token',
      `${quotedToken(next)} stands in no flow`,
      {
        help: 'Begin with “flow” and its name, for example: flow refund "Return and refund"',
        ...(mayBeginFlow && { fix: { kind: 'unsafe', title: 'Begin a flow', edits } }),
      },
    );
  }
}
