/**
 * Costs of what can be said against a layout, each in one place. Every set is a scale of its own; within it only ratios matter.
 * They were settled by looking at the charts of tests/corpus.ts, at 59f0ae4 and before.
 */

/** Cost of each flaw of a route in the lattice. One px of length costs `way`. The bend is what `scoreWeights` has. */
export const routeWeights = {
  bend: 14,
  crossing: 60,
  way: 0.03,
  /** Two edges that have nothing to do with each other on one line through the middle of a column or a row. */
  conflict: 900,
  /** Beside another edge in one channel. */
  beside: 1.5,
  sharedExit: 60,
  /** A labelled edge that runs with others nearly all the way: no telling whose label it is. */
  nothingOwn: 150,
} as const;

/** Cost of an arrangement of columns and rows, beside that of its routes. */
export const arrangementWeights = {
  column: 14,
  row: 4,
  /** Two nodes in one cell, or a stage's frame around a node of another. */
  collision: 5000,
} as const;

/** Cost of an order of the runs in a channel, in crossings. */
export const channelWeights = {
  /** Two runs whose stubs lie on one another. */
  conflict: 1000,
  /** A line that crosses the side of a frame: hardly a crossing to speak of. */
  throughFrame: 0.05,
} as const;

/** Score of a finished chart. A crossing weighs as much as four bends, a bend as some 500 px of line; nothing outweighs a fault. */
export const scoreWeights = { fault: 1000, crossing: 60, bend: 14, length: 0.03, area: 0.00004 } as const;
