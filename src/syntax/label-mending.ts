import { EOF, type TokenType } from 'chevrotain';
import { closest } from '../diagnostic/suggest.ts';
import { isBlank } from '../text/blank.ts';
import type { Span } from '../text/span.ts';
import type { MeantWords } from './meant-word.ts';
import type { Mistakes } from './mistakes.ts';
import { shortened } from './quoted-token.ts';
import { longestLabel } from './read-quotation.ts';
import { endOf, spanOf, startsWithCapital, type Token } from './token.ts';
import { attributeTypes, exceptionTypes, freeStatementTypes, isName, isReserved } from './token-sets.ts';
import type { TokenStream } from './token-stream.ts';
import * as token from './token-types.ts';
import { word } from './token-types.ts';
import {
  isLimit,
  isOfOthers,
  isStaffCount,
  isWholeAttribute,
  isWholeMeanwhile,
  isWholeProperty,
  mayBeginLabel,
  unquotedLabel,
} from './unquoted-label.ts';
import type { UsedNames } from './used-names.ts';

/** Words behind whose name something else of the whole flow may go on with the line. */
const headWords: ReadonlySet<string> = new Set(['flow', 'role', 'system', 'request', 'party', 'level']);

/** Words whose name a branch must follow: no statement can begin there. */
const branchWords: ReadonlySet<string> = new Set([
  ...['if', 'choose', 'all', 'when', 'problem', 'stage', 'branch', 'anytime', 'late', 'meanwhile'],
]);

/** Words that a name must follow: before a label they can only be a part of a name. */
const needsName: ReadonlySet<TokenType> = new Set([word.call, word.transfer]);

/** Words of the language that mean themselves behind an arrow, and one that people write there. */
const targetWords: ReadonlySet<TokenType> = new Set([word.end, word.call, word.transfer, word.step]);

/** Words that a branch follows at once. */
const isElse: ReadonlySet<TokenType> = new Set([word.else, word.otherwise]);
const isBranch = ({ tokenType, firstOnLine }: Token): boolean =>
  !firstOnLine && (tokenType === token.Arrow || tokenType === token.LeftBrace);

/** Attributes that begin with a word of everyday talk. */
const talkTypes: ReadonlySet<TokenType> = new Set([
  ...[word.by, word.with, word.to, word.using, word.for, word.accountable],
  ...[word.each, word.until, word.stops, word.volume, word.field],
]);

/** Reads a label that stands without its quotes, and a name of several words, as what was meant. */
export class LabelMending {
  private readonly tokens: TokenStream;
  private readonly mistakes: Mistakes;
  private readonly meant: MeantWords;
  private readonly names: UsedNames;

  constructor(tokens: TokenStream, mistakes: Mistakes, meant: MeantWords, names: UsedNames) {
    this.tokens = tokens;
    this.mistakes = mistakes;
    this.meant = meant;
    this.names = names;
  }

  /**
   * Reads several words where a name is wanted: before a label they are one name, which has hyphens; else they are a
   * label. What begins with a capital behind a name that does not is the label of that name. `mayLackName` where a
   * label alone will do.
   */
  mendWords(mayLackName: boolean): void {
    const first = this.tokens.next();
    if (!isName(first.tokenType) && !isReserved(first.tokenType)) return;
    const { tokenType } = first;
    if (attributeTypes.has(tokenType) && !isOfOthers(tokenType, this.tokens.lastWord))
      if (this.isAttribute(1, tokenType)) return;
    const more = this.labelAhead(2);
    if (more === 0 || hasOwnLabel(this.tokens)) return;
    const isNamed = this.tokens.isQuoteAt(2 + more);
    if (isNamed && this.isRowOfWords(1 + more)) this.joinName(1 + more);
    else if (mayLackName && !isNamed) this.joinLabel(1 + more);
  }

  /** Reads words that a question can begin with, where no question stands, as its label. */
  mendAskedWords(): void {
    if (!isName(this.tokens.next().tokenType)) return;
    const more = this.labelAhead(2);
    if (more > 0 && !hasOwnLabel(this.tokens) && !this.tokens.isQuoteAt(2 + more)) this.joinLabel(1 + more);
  }

  /** Reads several words behind an arrow as the name of a node, if one has it, else as the label of a step. */
  mendTargetWords(): void {
    const { tokenType, firstOnLine } = this.tokens.next();
    if (!isName(tokenType) && !isReserved(tokenType)) return;
    if (targetWords.has(tokenType) || (firstOnLine && freeStatementTypes.has(tokenType))) return;
    const second = this.tokens.next(2);
    const isRetry =
      second.tokenType === word.max ||
      (this.tokens.next(3).tokenType === token.Integer && closest(second.image, ['max']) !== undefined);
    const more = isRetry ? 0 : this.labelAhead(2);
    if (more === 0 || this.tokens.isQuoteAt(2 + more)) return;
    if (this.isRowOfWords(1 + more) && this.names.all.has(this.hyphenated(1 + more))) this.joinName(1 + more);
    else this.joinLabel(1 + more);
  }

  /** Reads words without quotes, where a label may follow, as the label. */
  mendLabel(): void {
    const first = this.tokens.next();
    let count = this.labelAhead(1);
    if (count === 0 || (isReserved(first.tokenType) && !branchWords.has(this.tokens.lastWord))) return;
    // Quotes in the middle of what begins like a label are a part of it.
    for (let more = 1; more > 0 && this.tokens.isQuoteAt(count + 1); count += more) {
      if (!startsWithCapital(first)) return;
      more = 1 + unquotedLabel(this.ahead, count + 2, this.tokens.lastWord);
    }
    this.joinLabel(count);
  }

  /** Reads words without quotes on the line, where a text in quotes is wanted, as the text. */
  mendText(): void {
    if (!this.tokens.onLine() || this.tokens.at(token.Text) || this.tokens.at(token.Comma)) return;
    if (this.skipName()) return;
    const count = unquotedLabel(this.ahead, 1, this.tokens.lastWord);
    if (count > 0) this.joinLabel(count);
  }

  /** Skips a name before a text that has none, which is reported; tells whether there was one. */
  private skipName(): boolean {
    const name = this.tokens.next();
    const text = this.tokens.next(2);
    const { lastWord } = this.tokens;
    if (!isName(name.tokenType) || startsWithCapital(name)) return false;
    if (text.firstOnLine || text.tokenType !== token.Text) return false;
    const after = this.tokens.next(3);
    if (isPlainWord(after) && !attributeTypes.has(after.tokenType)) return false;
    const edits = [{ span: { start: name.startOffset, end: text.startOffset }, text: '' }];
    this.mistakes.reportAt(
      spanOf(name),
      'unexpected-token',
      `“${name.image}” is one word too many: what “${lastWord}” says is a text in quotes alone`,
      { help: 'Leave it out', fix: { kind: 'unsafe', title: `Leave out “${name.image}”`, edits } },
    );
    this.tokens.skip();
    return true;
  }

  private readonly ahead = (ahead: number): Token => this.tokens.next(ahead);

  /** How many tokens of a label without quotes stand behind a name; 0 where the statement simply goes on. */
  private labelAhead(ahead: number): number {
    const first = this.tokens.next(ahead);
    const after = this.tokens.next(ahead + 1);
    const { tokenType } = first;
    if (!mayBeginLabel(first)) return 0;
    if (isReserved(tokenType) && !branchWords.has(this.tokens.lastWord))
      return needsName.has(tokenType) && after.tokenType === token.Text ? 1 : 0;
    if (headWords.has(this.tokens.lastWord) && isWholeProperty(this.ahead, ahead)) return 0;
    if (tokenType === word.max && after.tokenType === token.Integer) return 0;
    if (this.tokens.lastWord === 'promise' && isLimit(this.ahead, ahead)) return 0;
    if (isStaffCount(this.ahead, ahead, this.tokens.lastWord) || isWholeMeanwhile(this.ahead, ahead))
      return 0;
    const isAttribute = attributeTypes.has(tokenType) && !isOfOthers(tokenType, this.tokens.lastWord);
    const meant = isAttribute ? tokenType : this.meant.of(first);
    if (meant !== undefined && (exceptionTypes.has(meant) || (isElse.has(meant) && isBranch(after))))
      return 0;
    if (meant !== undefined && attributeTypes.has(meant)) {
      if (meant !== tokenType && startsWithCapital(first))
        return unquotedLabel(this.ahead, ahead, this.tokens.lastWord);
      if (this.isAttribute(ahead, meant) || (meant === tokenType && !this.isTalk(ahead))) return 0;
    }
    return unquotedLabel(this.ahead, ahead, this.tokens.lastWord);
  }

  /**
   * Whether an attribute stands there, with all that it needs, and no other word follows that could belong to a label.
   */
  private isAttribute(ahead: number, type: TokenType): boolean {
    return isWholeAttribute(
      this.ahead,
      ahead,
      type,
      (count) =>
        !isPlainWord(this.tokens.next(ahead + count)) ||
        attributeTypes.has(this.tokens.next(ahead + count).tokenType),
    );
  }

  /** `with the customer`: a word that could begin an attribute, and more words than that can have. */
  private isTalk(ahead: number): boolean {
    return (
      talkTypes.has(this.tokens.next(ahead).tokenType) &&
      isPlainWord(this.tokens.next(ahead + 1)) &&
      isPlainWord(this.tokens.next(ahead + 2))
    );
  }

  private isRowOfWords(count: number): boolean {
    for (let ahead = 1; ahead <= count; ahead++) {
      const { tokenType, startOffset } = this.tokens.next(ahead);
      if (!isName(tokenType) && !isReserved(tokenType)) return false;
      if (ahead > 1 && !isBlank(this.tokens.text.slice(endOf(this.tokens.next(ahead - 1)), startOffset)))
        return false;
    }
    return true;
  }

  private hyphenated(count: number): string {
    return Array.from({ length: count }, (_, at) => String(this.tokens.next(at + 1).value)).join('-');
  }

  /** Reads several words as one name: the first alone where arrows lead to that and to no other, else all. */
  private joinName(count: number): void {
    const { all, targets } = this.names;
    const first = String(this.tokens.next().value);
    const joined = this.hyphenated(count);
    const name = targets.has(first) && !targets.has(joined) && !all.has(joined) ? first : joined;
    const span = this.tokens.spanOfNext(count);
    const written = this.tokens.text.slice(span.start, span.end);
    this.join(count, span, token.Identifier, name);
    this.mistakes.reportAt(
      span,
      'unexpected-token',
      `A name is one word, and “${shortened(written)}” is several`,
      {
        help: `Write ${shortened(name)}`,
        fix: { kind: 'unsafe', title: `Write “${shortened(name)}”`, edits: [{ span, text: name }] },
      },
    );
  }

  private joinLabel(words: number): void {
    const quote = this.tokens.next(words + 1);
    const lacksFirstQuote =
      this.tokens.isUnclosed(quote) && endOf(this.tokens.next(words)) === quote.startOffset;
    const span = this.spanOfLabel(words);
    const written = this.tokens.text.slice(span.start, span.end).replace(/^[:=–—-]+[ \t]+/, '');
    const isAddress = this.tokens.lastWord === 'link' && /^www\.\S+$/i.test(written);
    const value = isAddress ? `https://${written}` : written;
    const text = `"${value.replaceAll(/[\\"]/g, '\\$&')}"`;
    const edit = lacksFirstQuote
      ? { span: { start: span.start, end: span.start }, text: '"' }
      : { span, text };
    if (lacksFirstQuote) this.join(words + 1, { start: span.start, end: endOf(quote) }, token.Text, value);
    else this.join(words, span, token.Text, value.slice(0, longestLabel));
    this.mistakes.reportAt(span, 'unexpected-token', `“${shortened(written)}” stands without quotes`, {
      help: `Write ${shortened(text)}`,
      fix: {
        kind: 'unsafe',
        title: lacksFirstQuote ? 'Add the quote before it' : 'Put it in quotes',
        edits: [edit],
      },
    });
  }

  /** From the first sign of a label without quotes to its last, with those that are no word of the language. */
  private spanOfLabel(count: number): Span {
    const { text: source } = this.tokens;
    const before = endOf(this.tokens.next(0));
    const gap = /^[ \t]*/.exec(source.slice(before, this.tokens.next().startOffset))?.[0].length ?? 0;
    const last = this.tokens.next(count);
    const after = this.tokens.next(count + 1);
    const lineEnd = source.indexOf('\n', endOf(last));
    const stop =
      after.firstOnLine || after.tokenType === EOF
        ? lineEnd === -1
          ? source.length
          : lineEnd
        : after.startOffset;
    const rest = source.slice(endOf(last), stop).replace(/(?:#|\/\/)[\s\S]*$/, '');
    return { start: before + gap, end: endOf(last) + rest.replace(/[ \t\r]+$/, '').length };
  }

  /** Makes one token of the next few. What the tokenizer reported of them is reported by this mistake. */
  private join(count: number, span: Span, type: TokenType, value: string): void {
    this.mistakes.skipped.push(span);
    this.mistakes.broken = true;
    this.tokens.join(count, span, type, value);
  }
}

const isPlainWord = ({ tokenType, firstOnLine }: Token): boolean => !firstOnLine && isName(tokenType);

/** Whether the words ahead are a name and then its label: only the second of them begins with a capital. */
export const hasOwnLabel = (tokens: TokenStream): boolean =>
  startsWithCapital(tokens.next(2)) &&
  !startsWithCapital(tokens.next()) &&
  !isReserved(tokens.next().tokenType);
