import type { DurationUnit } from './duration.ts';

/** The forms that a noun takes after a number, as CLDR names them. A language uses those that it has. */
export type PluralForm = 'one' | 'two' | 'few' | 'many' | 'other';

/** A text with `{n}` in the place of the number; several where a number decides the form. */
export type Counted = string | (Readonly<Partial<Record<PluralForm, string>>> & { readonly other: string });

/** How long: what stands beside a number, each unit with its usual abbreviation or in full where none is usual. */
export type UnitWords = Readonly<Record<DurationUnit, Counted>>;

/** How often something is done: “every 30 min”. */
export interface EveryWords {
  /** `{duration}`; the first number of it decides the form. */
  readonly usual: Counted;
  /** `usual` for durations whose first unit asks for another form: “tous les 2 jours”, “toutes les 2 semaines”. */
  readonly startingWith?: Partial<Readonly<Record<DurationUnit, string>>>;
  /** All of it for durations of one part, where the number is an ordinal: “hver 2. dag”. `{n}`. */
  readonly single?: Partial<Readonly<Record<DurationUnit, string>>>;
  /** All of it for exactly one of a unit: “every day”. What is not here is said with its number. */
  readonly one: Partial<Readonly<Record<DurationUnit, string>>>;
  /** Units in the case that `usual` asks for, if that is another one. */
  readonly units?: Partial<UnitWords>;
  /** Units of the last part, where only that one changes. */
  readonly lastUnits?: Partial<UnitWords>;
}

/** For those who hear a chart: each word stands before a colon, or as a sentence of its own. */
export interface SpokenWords {
  /** Before the one who does a step. */
  readonly by: string;
  /** Before what comes after a step. */
  readonly next: string;
  /** For the two bars of a `parallel`, which may have no label. */
  readonly fork: string;
  readonly join: string;
  /** For the bar at which one of the branches is enough. */
  readonly joinFirst: string;
  /** How an end ends. */
  readonly success: string;
  readonly failure: string;
  /** What may happen at any time: a customer cancels. */
  readonly anytime: string;
  /** What happens once a time limit has passed that has no way out of its own. */
  readonly late: string;
  /** What is done beside the work, which goes on. */
  readonly meanwhile: string;
  /** Before those whom a step or an end informs. */
  readonly informs: string;
  /** A lane of people outside of the organisation. */
  readonly party: string;
  /** Marks, where they are not `: `, `, `, `.`, a space between sentences, and ` (` with `)`. */
  readonly colon?: string;
  readonly comma?: string;
  /** Between the items of a list, where it is not `comma`. */
  readonly listComma?: string;
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
  /** A share in hundredths, where it is not `{n}%` (CLDR, `percentFormat`). `{n}`. */
  readonly percent?: string;
  /** The sign before tenths, where it is no full stop. */
  readonly decimal?: string;
  /** The question of the decision that `max` makes: has it been so often? */
  readonly times: Counted;
  /** On the line of a timeout: what happens when the time has passed. `{duration}`. */
  readonly after: string;
  /** On a node: its limit. `{duration}`. */
  readonly within: string;
  /** The page on which a line goes on, by its number, as short as is usual. `{n}`. */
  readonly page: string;
  /** On the line of a reminder that comes again and again: how often. */
  readonly every: EveryWords;
  /**
   * On a wait: the moment at which it is over, a phrase of the author's own. `{moment}` stands behind a colon where a
   * preposition would change it.
   */
  readonly until: string;
  /** The last of a list of limits: that of all other cases. `{duration}`. */
  readonly otherwiseLimit: string;
  /** `within` for a list of limits, where that word would stand at its end or around it. `{limits}`. */
  readonly withinList?: string;
  /**
   * On work that is done once for each thing, a noun of the author's own. `{item}` stands behind a colon, and is not
   * agreed with, where what is said before it would ask for a case or a gender.
   */
  readonly forEach: string;
  /** On the bar at which the first branch that is done ends the others. */
  readonly first: string;
  /** Beside a question that may have several answers at the same time. */
  readonly allThatApply: string;
  /** On a wait whose time does not count against what was promised. */
  readonly clockStops: string;
  /** On a node: how long it usually takes. `{duration}`. */
  readonly takes: string;
  /** From one duration to another one, each with its unit. `{from}`, `{to}`. */
  readonly range: string;
  /** `range` between two numbers of one unit, where it is not a dash. */
  readonly numberRange?: string;
  /** On a node: the systems that it is done with. `{systems}`. */
  readonly using: string;
  /** On a node: who hears of it. `{people}`. */
  readonly informs: string;
  /** In the head of a chart and beside it: what the customer was promised. `{duration}`. */
  readonly promised: string;
  /** On a node, a stage, a chart: who answers for the result, whoever does the work. `{who}`. */
  readonly accountable: string;
  /** On a node: what the agent says. `{words}`. */
  readonly saying: string;
  /** Headings of what stands beside a chart: terms and what they mean, promises, notes. */
  readonly terms: string;
  readonly promises: string;
  readonly notes: string;
  /** In the place of a time that nobody knows. */
  readonly unknown: string;
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
