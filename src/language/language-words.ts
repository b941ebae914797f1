import type { DurationUnit } from './duration.ts';

/** The forms that a noun takes after a number, as CLDR names them. A language uses those that it has. */
export type PluralForm = 'one' | 'two' | 'few' | 'many' | 'other';

/** A text with `{n}` in the place of the number; several where the number decides the form. */
export type Counted = string | (Readonly<Partial<Record<PluralForm, string>>> & { readonly other: string });

/**
 * How long: what stands beside a number, each unit with its usual abbreviation or in full where none is usual. A
 * language without words for working hours takes those of English.
 */
export type UnitWords = Readonly<Record<Exclude<DurationUnit, 'wh'>, Counted>> & { readonly wh?: Counted };

/** For those who hear a chart: each word stands before a colon, or as a sentence of its own. */
export interface SpokenWords {
  /** Before the one who does a step. */
  readonly by: string;
  /** Before what comes after a step. */
  readonly next: string;
  /** For the two bars of a `parallel`, which may have no label. */
  readonly fork: string;
  readonly join: string;
  /** How an end ends. */
  readonly success: string;
  readonly failure: string;
  /** Marks, where they are not `: `, `, `, `.`, a space between sentences, and ` (` with `)`. */
  readonly colon?: string;
  readonly comma?: string;
  readonly stop?: string;
  readonly space?: string;
  readonly brackets?: readonly [opening: string, closing: string];
}

/** What flowc itself writes into a chart, in one language. */
export interface LanguageWords {
  readonly yes: string;
  readonly no: string;
  readonly end: string;
  /** The way out of a `choose` that none of the others takes. */
  readonly otherwise: string;
  /** The role that always exists. */
  readonly customer: string;
  /** The question of the decision that `max` makes: has it been so often? */
  readonly times: Counted;
  /** On the line of a timeout: what happens when the time has passed. `{duration}`. */
  readonly after: string;
  /** On a node: its limit. `{duration}`. */
  readonly within: string;
  /** The page on which a line goes on, by its number, as short as is usual. `{n}`. */
  readonly page: string;
  readonly spoken: SpokenWords;
  readonly units: UnitWords;
  /** Units in the case that `after` asks for, if that is another one. */
  readonly unitsAfter?: Partial<UnitWords>;
  /** What stands between the parts of a joined duration; a space if nothing is said. */
  readonly joint?: string;
  /** `joint` before a part that begins with a digit, if that is another one. */
  readonly jointBeforeDigit?: string;
  readonly plural: (n: number) => PluralForm;
  /** Its digits from 0 to 9, where it writes others than ASCII's. */
  readonly digits?: string;
}
