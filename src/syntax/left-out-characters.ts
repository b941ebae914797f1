import type { TokenStream } from './token-stream.ts';

/**
 * Counts the characters that the tokenizer left out, as the place goes past them: what stands around them is not whole.
 */
export class LeftOutCharacters {
  private readonly tokens: TokenStream;
  private readonly offsets: readonly number[];
  private passed = 0;

  /** `offsets`: where they stand, in order. */
  constructor(tokens: TokenStream, offsets: readonly number[]) {
    this.tokens = tokens;
    this.offsets = offsets;
  }

  /** Whether some were left out between here and the last time that this was asked. */
  wentPast(): boolean {
    const before = this.passed;
    const place = this.tokens.atEnd() ? Number.POSITIVE_INFINITY : this.tokens.next().startOffset;
    while ((this.offsets[this.passed] ?? Number.POSITIVE_INFINITY) < place) this.passed++;
    return this.passed > before;
  }
}
