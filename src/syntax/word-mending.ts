import type { TokenType } from 'chevrotain';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { closest } from '../diagnostic/suggest.ts';
import { cover, type Span } from '../text/span.ts';
import type { DurationLiteral } from './duration-literal.ts';
import { hasOwnLabel } from './label-mending.ts';
import { type MeantWords, misspeltWord } from './meant-word.ts';
import type { Mistakes } from './mistakes.ts';
import { quotedToken } from './quoted-token.ts';
import { allUnits, readDuration, unitOf } from './read-duration.ts';
import { withoutMarks } from './read-word.ts';
import { spanOf, type Token } from './token.ts';
import { afterQuestion, isName, isReserved } from './token-sets.ts';
import type { TokenStream } from './token-stream.ts';
import * as token from './token-types.ts';

/** What a name after one of these words is the name of. */
const kinds: ReadonlyMap<string, string> = new Map([
  ...[
    ...['touchpoint', 'stage', 'wait', 'flow', 'role', 'system', 'request', 'problem', 'branch'],
    ...['party', 'level', 'field'],
  ].map((text) => [text, text] as const),
  ...['by', 'with', 'to', 'accountable'].map((text) => [text, 'role'] as const),
  ...['call', 'transfer'].map((text) => [text, 'flow'] as const),
  ['using', 'system'],
  ['for', 'request'],
  ['when', 'case'],
  ['anytime', 'event'],
]);

/** What people write for a value that the language has another word for. */
const valueHabits: ReadonlyMap<string, string> = new Map([
  ...'ok okay good positive done successful succeeded succès éxito exito erfolg erfolgreich successo sucesso sukces framgång succes'
    .split(' ')
    .map((text) => [text, 'success'] as const),
  ...'failed fail bad negative error unsuccessful lost échec echec fracaso fehler misserfolg fehlgeschlagen fallimento falha porażka'
    .split(' ')
    .map((text) => [text, 'failure'] as const),
  ...'lr horizontal left-to-right across rechts droite derecha destra'
    .split(' ')
    .map((text) => [text, 'right'] as const),
  ...'td tb vertical top-down top-to-bottom unten bas abajo'
    .split(' ')
    .map((text) => [text, 'down'] as const),
  ...'a an pro par por je every'.split(' ').map((text) => [`400 ${text}`, 'per'] as const),
  ...'each all jede alle chaque cada ogni elke'.split(' ').map((text) => [text, 'every'] as const),
  ...'in within nach après después dopo após na'.split(' ').map((text) => [text, 'after'] as const),
  ...'any every each several multiple many some'.split(' ').map((text) => [`choose ${text}`, 'all'] as const),
]);

function valueHabit(written: string, values: readonly string[]): string | undefined {
  const small = written.toLowerCase();
  const meant = valueHabits.get(`${contexts.get(values) ?? ''}${small}`);
  return meant !== undefined && values.includes(meant) ? meant : undefined;
}

/** The only word that `choose` may have before its question. */
export const allOnly: readonly string[] = ['all'];
/** The only word that `volume` may have before its time. */
export const perOnly: readonly string[] = ['per'];

/** What stands before habits that are some only in one place. */
const contexts: ReadonlyMap<readonly string[], string> = new Map([
  [allOnly, 'choose '],
  [perOnly, '400 '],
]);

/** Reads a token that is almost right as what was meant, and reports it with the edit that makes it right. */
export class WordMending {
  private readonly tokens: TokenStream;
  private readonly mistakes: Mistakes;
  private readonly meant: MeantWords;

  constructor(tokens: TokenStream, mistakes: Mistakes, meant: MeantWords) {
    this.tokens = tokens;
    this.mistakes = mistakes;
    this.meant = meant;
  }

  /** Reads a misspelt word that means one of these as that word, and reports it; tells whether there was one. */
  mendWord(wanted: ReadonlySet<TokenType>): boolean {
    const next = this.tokens.next();
    const meant = this.meant.of(next);
    if (meant === undefined || !wanted.has(meant)) return false;
    this.tokens.retype(next, meant);
    const text = meant.LABEL?.slice(1, -1) ?? '';
    if (next.value === text) return true;
    const { message, help } = misspeltWord(next.image, text);
    this.mend(next, 'misspelt-word', message, text, help);
    return true;
  }

  /** Reads something close to one of these words, where it is wanted as a value, as that. */
  mendValue(values: readonly string[]): void {
    const next = this.tokens.next();
    if (!isName(next.tokenType) || values.includes(next.image)) return;
    const meant = valueHabit(next.image, values) ?? closest(next.image, values);
    if (meant === undefined) return;
    this.tokens.retype(next, token.typeOfWord(meant));
    this.mend(
      next,
      'misspelt-word',
      `There is no word “${next.image}” here`,
      meant,
      `Did you mean “${meant}”?`,
    );
  }

  /** Reads the next word, whatever it is, as one of the language, and reports it. */
  readAs(type: TokenType): void {
    const next = this.tokens.next();
    const text = type.LABEL?.slice(1, -1) ?? '';
    this.tokens.retype(next, type);
    this.mend(
      next,
      'misspelt-word',
      `There is no word “${next.image}” here`,
      text,
      `Did you mean “${text}”?`,
    );
  }

  /** Reads a reserved word or a question on the same line, where a name is wanted, as the name. */
  mendName(): void {
    const next = this.tokens.next();
    if (next.tokenType === token.Question) {
      this.tokens.retype(next, token.Identifier);
      const { start, end } = spanOf(next);
      const mark = { start: start + withoutMarks(next.image).length, end };
      this.mistakes.reportAt(mark, 'unexpected-token', `The name ${quotedToken(next)} has a question mark`, {
        help: 'The question mark stands only where the question is asked',
        fix: {
          kind: this.tokens.next(2).startOffset === end ? 'unsafe' : 'safe',
          title: 'Leave out the question mark',
          edits: [{ span: mark, text: this.tokens.next(2).startOffset === end ? ' ' : '' }],
        },
      });
    } else if (isReserved(next.tokenType) && !next.firstOnLine) {
      this.tokens.retype(next, token.Identifier);
      this.reportReserved(spanOf(next), next.image, kinds.get(this.tokens.lastWord) ?? 'step');
    }
  }

  reportReserved(span: Span, name: string, kind: string): void {
    const proposal = `${name}-${kind}`;
    this.mistakes.reportAt(
      span,
      'reserved-word',
      `“${name}” is a word of the language and cannot be a name`,
      {
        help: `Choose another name, such as “${proposal}”`,
        fix: { kind: 'unsafe', title: `Name it “${proposal}”`, edits: [{ span, text: proposal }] },
      },
    );
  }

  /** Reads a name, where a question is wanted, as the question. */
  mendQuestion(): void {
    const next = this.tokens.next();
    const after = this.tokens.next(2);
    const isAsked = afterQuestion.has(after.tokenType) || hasOwnLabel(this.tokens);
    if (!isName(next.tokenType) || next.firstOnLine || !isAsked) return;
    this.tokens.retype(next, token.Question);
    const { end } = spanOf(next);
    this.mistakes.reportAt(
      spanOf(next),
      'unexpected-token',
      `The question “${next.image}” has no question mark`,
      {
        help: `Write “${next.image}?”`,
        fix: {
          kind: 'safe',
          title: 'Add the question mark',
          edits: [{ span: { start: end, end }, text: '?' }],
        },
      },
    );
  }

  /** Reads a bare number, where a duration is wanted, with the unit that follows after a space, if one does. */
  mendDuration(): void {
    const number = this.tokens.next();
    const word = this.tokens.next(2);
    const unit = isName(word.tokenType) && !word.firstOnLine ? unitOf(word.image) : undefined;
    if (unit === undefined) {
      this.tokens.retype(number, token.DurationToken, []);
      this.mistakes.reportAt(spanOf(number), 'invalid-duration', `“${number.image}” has no unit of time`, {
        help: `${allUnits}: for example ${number.image}min`,
      });
      return;
    }
    const span = cover(spanOf(number), spanOf(word));
    const text = number.image + unit;
    this.tokens.skip();
    this.tokens.retype(word, token.DurationToken, [{ value: Number(number.image), unit }]);
    this.mistakes.reportAt(span, 'invalid-duration', `A duration is written without a space: “${text}”`, {
      help: `Write ${text}`,
      fix: { kind: 'safe', title: `Write ${text}`, edits: [{ span, text }] },
    });
  }

  /** Reads the durations that follow another on its line, as in `1h 30min`, as one with it. */
  joinDuration(first: DurationLiteral): DurationLiteral {
    const parts = [...first.parts];
    let { span } = first;
    while (this.tokens.at(token.DurationToken) && this.tokens.onLine()) {
      const { value } = this.tokens.next();
      if (typeof value === 'object') parts.push(...value);
      span = cover(span, spanOf(this.tokens.next()));
      this.tokens.skip();
    }
    const text = parts.map(({ value, unit }) => `${value}${unit}`).join('');
    const isRight = readDuration(text).mistake === undefined;
    this.mistakes.reportAt(span, 'invalid-duration', 'A duration is written without spaces', {
      help: isRight ? `Write ${text}` : 'Write its units without spaces, from large to small',
      ...(isRight && { fix: { kind: 'safe', title: `Write ${text}`, edits: [{ span, text }] } }),
    });
    return { span, parts };
  }

  /** Reads a bare number, where a percentage may stand, as the percentage. */
  mendPercent(): void {
    const next = this.tokens.next();
    const value = Number(next.image) / 100;
    this.tokens.retype(next, token.Percent, Math.min(1, value));
    const { end } = spanOf(next);
    this.mistakes.reportAt(spanOf(next), 'invalid-percent', `“${next.image}” has no percent sign`, {
      help: value > 1 ? 'A percentage is from 0% to 100%' : `Write ${next.image}%`,
      ...(value <= 1 && {
        fix: {
          kind: 'safe',
          title: `Write ${next.image}%`,
          edits: [{ span: { start: end, end }, text: '%' }],
        },
      }),
    });
  }

  private mend(next: Token, code: Diagnostic['code'], message: string, text: string, help: string): void {
    const edits = [{ span: spanOf(next), text }];
    this.mistakes.reportAt(spanOf(next), code, message, {
      help,
      fix: { kind: 'safe', title: `Write “${text}”`, edits },
    });
  }
}
