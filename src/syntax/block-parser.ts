import type { ParserMethod } from 'chevrotain';
import { type Fix, languageError } from '../diagnostic/diagnostic.ts';
import type { Block, Statement } from './ast.ts';
import { PropertyParser } from './property-parser.ts';
import { endOf, spanOf, type Token } from './token.ts';
import { LeftBrace, RightBrace, word } from './token-types.ts';

/** How many blocks, or retries on one line, may stand inside of each other. */
export const deepestNesting = 100;

/** Reads blocks, and finds the brace that was never closed where the braces of a file do not match. */
export abstract class BlockParser extends PropertyParser {
  protected abstract readonly statements: ParserMethod<[], readonly Statement[]>;
  /** How many more braces the text opens than it closes. */
  private surplus = 0;
  private tooDeep = false;

  protected override begin(tokens: readonly Token[]): void {
    super.begin(tokens);
    this.tooDeep = false;
    this.surplus = 0;
    for (const { tokenType } of tokens)
      if (tokenType === LeftBrace) this.surplus++;
      else if (tokenType === RightBrace) this.surplus--;
  }

  protected readonly block = this.RULE('block', (owner: string): Block => {
    this.need(this.at(LeftBrace), 'block');
    const brace = this.openBrace(owner);
    const statements = this.SUBRULE(this.statements);
    this.closeBrace();
    return { kind: 'block', span: this.spanFrom(brace), statements };
  });

  protected openBrace(owner: string): Block['span'] {
    const brace = this.CONSUME(LeftBrace) as Token;
    if (!this.RECORDING_PHASE) this.open.push({ brace, owner, missing: false });
    if (this.open.length > deepestNesting) this.skipTooDeep(brace);
    return spanOf(brace);
  }

  /** The block whose opening brace is missing, which was told, if its lines follow here. */
  protected blockWithoutBrace(owner: string): Block | undefined {
    if (!this.lacksBrace()) return undefined;
    const { end } = this.openWithoutBrace(owner);
    const statements = this.SUBRULE9(this.statements);
    this.closeBrace();
    return { kind: 'block', span: this.spanFrom({ start: end, end }), statements };
  }

  /** Whether lines follow that are set in and closed by a brace that nothing opens. */
  protected lacksBrace(): boolean {
    const next = this.next();
    return (
      !this.RECORDING_PHASE &&
      this.surplus < 0 &&
      !this.atEnd() &&
      next.firstOnLine &&
      next.tokenType !== RightBrace &&
      next.indent > this.next(0).indent &&
      this.open.length < deepestNesting
    );
  }

  /** Goes on as if a brace stood after the last token. */
  protected openWithoutBrace(owner: string): Block['span'] {
    const brace = this.next(0);
    this.open.push({ brace, owner, missing: true });
    this.surplus++;
    return spanOf(brace);
  }

  /** Whether a line that is set in no further than the innermost block's begins what cannot stand in that block. */
  protected isOutdented(): boolean {
    const { firstOnLine, indent } = this.next();
    const around = this.open.at(-1);
    return this.surplus > 0 && firstOnLine && around !== undefined && indent <= around.brace.indent;
  }

  protected closeBrace(): void {
    if (this.RECORDING_PHASE || (this.at(RightBrace) && !this.closesOuter())) {
      this.CONSUME(RightBrace);
      this.open.pop();
      return;
    }
    this.surplus--;
    this.broken = true;
    const unclosed = this.open.pop();
    if (unclosed === undefined || unclosed.missing || this.tooDeep) return;
    const next = this.atEnd() ? this.next(0) : this.next();
    this.report(
      languageError(
        'unclosed-block',
        spanOf(unclosed.brace),
        `The block of “${unclosed.owner}” is never closed`,
        {
          related: [
            {
              span: spanOf(next),
              message: this.atEnd() ? 'the file ends here' : this.sayAfter(next),
            },
          ],
          help: 'Put a “}” after its last statement',
          ...this.closing(unclosed.brace, next),
        },
      ),
    );
  }

  /** The edit that closes a block before a line that is not set in as its statements are, or at the end of the file. */
  private closing(brace: Token, next: Token): { readonly fix?: Fix } {
    const last = this.next(0);
    const isOut = this.atEnd() || (next.firstOnLine && next.indent <= brace.indent);
    if (!isOut || last.startOffset <= brace.startOffset) return {};
    const place = endOf(last);
    const goesOn = !this.atEnd() && next.tokenType === word.else && next.indent === brace.indent;
    const edit = goesOn
      ? { span: { start: next.startOffset, end: next.startOffset }, text: '} ' }
      : { span: { start: place, end: place }, text: `\n${' '.repeat(Math.min(brace.indent, 200))}}` };
    return { fix: { kind: 'unsafe', title: 'Close the block', edits: [edit] } };
  }

  private sayAfter(next: Token): string {
    if (next.tokenType === RightBrace) return 'by its indentation, this “}” closes another block';
    return `this “${next.image}” is outside of it`;
  }

  /**
   * Whether a closing brace is meant for an outer block: where a file opens more blocks than it closes, and the brace is
   * indented like the line of a block further out, but less than that of the innermost.
   */
  private closesOuter(): boolean {
    const brace = this.next();
    const inner = this.open.at(-1);
    if (this.surplus <= 0 || !brace.firstOnLine || inner === undefined || brace.indent >= inner.brace.indent)
      return false;
    return this.open.some((block) => block !== inner && block.brace.indent === brace.indent);
  }

  /** Whether the next word belongs to what holds the innermost block, so that this block must be over. */
  protected belongsOutside(): boolean {
    const { tokenType } = this.next();
    const owner = this.open.at(-1)?.owner;
    switch (owner) {
      case 'when':
      case 'otherwise':
        return tokenType === word.when || tokenType === word.otherwise;
      case 'branch':
        return tokenType === word.branch;
      case 'if':
      case 'else if':
        return tokenType === word.else;
      default:
        return false;
    }
  }

  /** Skips a block that is nested deeper than blocks may be, up to before its closing brace. */
  private skipTooDeep(brace: Token): void {
    this.broken = true;
    if (!this.tooDeep)
      this.report(
        languageError(
          'limit-exceeded',
          spanOf(brace),
          `More than ${deepestNesting} blocks stand in each other here`,
          {
            help: 'Make a flow of its own of the inner part, and “call” it',
          },
        ),
      );
    this.tooDeep = true;
    for (let depth = 1; !this.atEnd(); this.SKIP_TOKEN()) {
      if (this.at(LeftBrace)) depth++;
      else if (this.at(RightBrace) && --depth === 0) return;
    }
  }
}
