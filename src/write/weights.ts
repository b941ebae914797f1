/**
 * What each thing costs that makes a text harder to read. Set by hand while 40 flows were read beside what their
 * authors wrote; they lie on a plateau: twice as much for any of `nest`, `split`, `into` or `arrow` moves 84 arrows to
 * 80–89.
 */
export const weights = {
  /** An arrow to a name; and more, by the share of cases that take it. */
  arrow: 8,
  likelyArrow: 10,
  /** An arrow to what can have no name: it has to be fallen into. */
  nameless: 1000,
  /** An arrow to what can have a name only if a label appears that was not there. */
  unlabelled: 400,
  /** A line, one block deeper, by its mass; and the braces. */
  nest: 0.4,
  block: 0.3,
  /** The mass of a line: for what nobody comes to, and more by the share of cases. */
  line: 0.3,
  likelyLine: 2,
  /** A touchpoint in the middle of the work, and one with its work below other work. */
  middle: 7,
  section: 5,
  /** A branch of which only the first statement stands in the block. */
  split: 0.5,
  /** An arrow into a block, for each brace that it passes. */
  into: 2,
  /** A line that leads forward, but stands above. */
  up: 0.6,
  /** For keeping the order of a walk where nothing else decides. */
  disorder: 0.01,
  /** `then` goes on with an arrow only; what it cannot lead to must not be asked of it. */
  unchainable: 1e5,
} as const;

/** What differs between writing as people do and writing with as few arrows as can be. */
export interface Taste {
  /** A block with nothing in it. */
  readonly empty: number;
  /**
   * A line of an exception's block beyond the first few, by the share of cases that come to its step: who follows the
   * usual path has to skip it.
   */
  readonly interruption: number;
}

/**
 * No author ever wrote an empty block, and what is rare and long stands below: 73 arrows where 31 flows of people have
 * 81.
 */
export const asPeopleDo: Taste = { empty: 20, interruption: 1.5 };
/** 61 arrows for the same flows, and 14 empty blocks. */
export const fewestArrows: Taste = { empty: 4, interruption: 0 };

/** The most lines of an exception that interrupt nobody. */
export const shortException = 3;

/** Blocks that stand deeper are led to by an arrow. The language allows 100. */
export const deepestBlock = 24;

/** How much the search for homes may do, in places looked at: tries × places in a row. It hangs on no clock. */
export const homeSearchLimits = { tries: 3000, units: 160, work: 240_000, rounds: 4 } as const;
