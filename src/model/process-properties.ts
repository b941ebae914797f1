import type { Duration } from '../language/duration.ts';

/** What is said of a process as a whole. */
export interface ProcessProperties {
  readonly department?: string;
  readonly purpose?: string;
  readonly owner?: string;
  readonly version?: string;
  /** Dates as `2026-11-21`. */
  readonly reviewed?: { readonly date: string; readonly every?: Duration };
  readonly audience: readonly string[];
  /** What it covers, and what it does not. */
  readonly scope?: string;
  /** Who answers for it: the A of RACI. */
  readonly accountable?: string;
  /** What customers were promised. */
  readonly promises: readonly ServicePromise[];
  readonly references: readonly { readonly title: string; readonly link?: string }[];
  /** Dates as `2026-11-21`. */
  readonly approved: readonly { readonly who: string; readonly date: string }[];
  readonly revised: readonly { readonly date: string; readonly what: string }[];
  readonly measures: readonly Measure[];
  /** When work is done, as written: `Mon-Fri 09:00-17:00`. */
  readonly hours: readonly string[];
  readonly fields: readonly Field[];
}

/** Something of one level, or plan: a value that holds for cases of that level only. */
export interface AtLevel<Value> {
  /** The id of the level. */
  readonly level: string;
  readonly value: Value;
}

/** A time limit: for all cases, and for those of the levels that have their own. */
export interface Limited {
  readonly within?: Duration;
  readonly withinByLevel: readonly AtLevel<Duration>[];
}

/**
 * A limit over many steps: from when `from` begins until `to` is done, the limits of both included. Without `from`,
 * from the touchpoint; without `to`, to any end.
 */
export interface ServicePromise extends Limited {
  readonly id?: string;
  readonly label?: string;
  /** Ids of nodes; what nothing is named like is left out. */
  readonly from?: string;
  readonly to?: string;
}

/** What is measured, the share of cases (0 to 1) that is to meet it, and the limit that they meet. */
export interface Measure extends Limited {
  readonly what: string;
  readonly target?: number;
}

/** Anything that a team wants to carry with a flow or a node. */
export interface Field {
  readonly key: string;
  readonly value: string;
}
