import { type Diagnostic, languageError } from '../diagnostic/diagnostic.ts';
import { symbols } from '../shapes/all-shapes.ts';
import type { Span } from '../text/span.ts';
import { endExample, examples, lineParts, type Part, parts } from './missing-part.ts';
import { proposeName, proposeQuotes } from './propose-quotes.ts';
import { quotedToken } from './quoted-token.ts';
import { endOf, spanOf, type Token } from './token.ts';
import type { TokenStream } from './token-stream.ts';
import { Arrow, Comma, LineArrow, Range, RightBrace, Text } from './token-types.ts';
import { mostMistakes } from './tokenize.ts';
import { habits } from './words.ts';

/** What a report may have besides its place and its message. */
type More = Pick<Parameters<typeof languageError>[3] & object, 'help' | 'fix' | 'related'>;

/** The mistakes that were found in one reading, each reported once. */
export class Mistakes {
  /** In the order in which they were found. */
  readonly found: Diagnostic[] = [];
  /** What was skipped after a mistake, where no other is to be reported. */
  readonly skipped: Span[] = [];
  /** Whether the statement that is being read has a part that could not be read. */
  broken = false;
  private readonly tokens: TokenStream;
  /** The offsets of characters that were left out and may stand for something, in order. */
  private readonly obscure: readonly number[];
  private lastPlace = -1;
  private reported = 0;

  constructor(tokens: TokenStream, obscure: readonly number[]) {
    this.tokens = tokens;
    this.obscure = obscure;
  }

  /** Reports a mistake. After too many of them, the text is read no further. */
  report(diagnostic: Diagnostic): void {
    this.found.push(diagnostic);
    if (++this.reported <= mostMistakes) return;
    while (!this.tokens.atEnd()) this.tokens.skip();
  }

  reportAt(span: Span, code: Diagnostic['code'], message: string, more: More): void {
    this.report(languageError(code, span, message, more));
  }

  /** Reports the last mistake in other words: what follows belongs to it. */
  reportLastAgain(diagnostic: Diagnostic): void {
    this.found[this.found.length - 1] = diagnostic;
  }

  /** Reports what is missing, unless a mistake was reported at the same place already. */
  reportMissing(part: Part): void {
    const { tokens } = this;
    const actual = tokens.next();
    this.broken = true;
    if (this.isExplained(true)) return;
    const before = tokens.next(0);
    const lacking = this.lackingWord(before);
    const here = tokens.onLine() && actual.tokenType !== RightBrace;
    const instead = actual.tokenType === Text ? 'a label' : quotedToken(actual);
    const renamed = part === 'branch' && !here ? this.takeRenamed() : undefined;
    const reason = renamed === undefined ? '' : `“${renamed.image}” is written “${lacking}”, and `;
    const where = here ? `, not ${instead}` : lineParts.has(part) ? ' on its line' : '';
    this.reportAt(
      spanOf(renamed ?? (here ? actual : before)),
      'unexpected-token',
      `${reason}“${lacking}” needs ${parts[part]}${where}`,
      (here ? (proposeQuotes(tokens, actual) ?? proposeName(part, actual)) : undefined) ?? {
        help: this.exampleOf(part, lacking),
      },
    );
  }

  /** The word or sign to which something is missing. */
  private lackingWord({ tokenType, image }: Token): string {
    const joins = [Comma, Arrow, LineArrow, Range].includes(tokenType);
    // An arrow that was written in another way is reported already, and meant as one.
    const isArrow = tokenType === Arrow || tokenType === LineArrow;
    const joint = isArrow && !examples.has(image) ? '->' : image;
    return joins ? joint : this.tokens.lastWord;
  }

  private exampleOf(part: Part, lacking: string): string {
    if (part === 'symbol') return `The symbols are ${symbols.join(', ')}`;
    const example = examples.get(lacking) ?? examples.get(this.tokens.lastWord);
    return `Write for example: ${part === 'outcome' ? endExample : example}`;
  }

  /**
   * The word of another tool that the line begins with, if it was reported: it has what is missing here in another
   * form, so that both are one mistake. That report is taken back.
   */
  private takeRenamed(): Token | undefined {
    const last = this.found.at(-1);
    let back = 0;
    while (back < 10 && !this.tokens.next(-back).firstOnLine) back++;
    const first = this.tokens.next(-back);
    if (last?.code !== 'misspelt-word' || last.span.start !== first.startOffset) return undefined;
    if (!habits.has(first.image.toLowerCase())) return undefined;
    this.found.pop();
    return first;
  }

  /**
   * Whether a mistake was reported already that explains what is wrong at the next token, or `missing` before it; from
   * now on one was. A quotation without its end, or characters that mean nothing, on the same line are such a mistake.
   */
  isExplained(missing = false): boolean {
    const { tokens } = this;
    const next = tokens.next();
    const place = tokens.atEnd() ? Number.POSITIVE_INFINITY : next.startOffset;
    const already = place === this.lastPlace;
    this.lastPlace = place;
    const lineStart = tokens.atEnd() ? place : place - next.indent;
    const from = missing || !next.firstOnLine ? endOf(tokens.next(0)) : lineStart;
    const isAfterText = tokens.isUnclosed(tokens.next(0)) && (missing || !next.firstOnLine);
    return already || isAfterText || this.isObscure(from, next.firstOnLine && missing ? lineStart : place);
  }

  /** Whether characters that may stand for something were left out from an offset up to another. */
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
}
