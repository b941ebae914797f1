import type { TokenType } from 'chevrotain';
import type { Statement } from './ast.ts';
import type { OpenBlock } from './open-blocks.ts';
import type { Reading } from './reading.ts';
import { spanOf } from './token.ts';
import { statementTypes, topTypes } from './token-sets.ts';
import { RightBrace } from './token-types.ts';

/** Reads on past what stands between the branches of a `choose` or `parallel` and is none. */
export class BetweenBranches {
  private readonly reading: Reading;
  private readonly readStatement: () => Statement;
  /** Bodies of which it was reported that something else stands in them. */
  private readonly reported = new Set<OpenBlock>();

  constructor(reading: Reading, readStatement: () => Statement) {
    this.reading = reading;
    this.readStatement = readStatement;
  }

  /** Reads on past what cannot stand in a body of branches, reported once a body; false at the body's end. */
  goesOn(wanted: string, types: ReadonlySet<TokenType>): boolean {
    const { tokens, mistakes, blocks, words, strays, recovery } = this.reading;
    if (words.mendWord(types)) return true;
    const { tokenType } = tokens.next();
    const isLate = types.has(tokenType);
    if (tokens.atEnd() || tokens.at(RightBrace) || topTypes.has(tokenType) || blocks.belongsOutside())
      return false;
    if (blocks.isOutdented() && !isLate) return false;
    mistakes.broken = true;
    const around = blocks.innermost();
    if (around && (isLate || !this.reported.has(around))) this.report(around, wanted, isLate);
    if (isLate) return true;
    if (statementTypes.has(tokenType)) strays.keep([this.readStatement()]);
    else {
      tokens.skip();
      recovery.skip(types);
    }
    return true;
  }

  private report(around: OpenBlock, wanted: string, isLate: boolean): void {
    if (!isLate) this.reported.add(around);
    const { tokens, mistakes } = this.reading;
    const next = tokens.next();
    const message = isLate
      ? `“${next.image}” stands after “otherwise”`
      : `“${around.owner}” holds nothing but ${wanted}`;
    mistakes.reportAt(spanOf(next), 'unexpected-token', message, {
      related: [{ span: spanOf(around.brace), message: `the block of “${around.owner}”` }],
      help: isLate
        ? '“otherwise” is the last of a choice, and stands there once'
        : `Put it into the block of a ${around.owner === 'parallel' ? '“branch”' : '“when”'}`,
    });
  }
}
