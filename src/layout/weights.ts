/**
 * What flowc's own layout prefers, and how long it looks for it: each weight and each limit in one place.
 * (Distances in px are in `grid/distances.ts`; what concerns paper is in `fold/`.) Every set of weights is a scale
 * of its own; within it only ratios matter.
 *
 * Where they come from: the weights were settled by looking at the charts of tests/corpus.ts and of examples/, at
 * 59f0ae4 and before; the limits by the time that a layout takes (bench/growth.ts) and by whether more of it still
 * changed one of those pictures. Whoever changes one looks at the pictures again, and at bench/quality.ts.
 */

/** Cost of each flaw of a route in the lattice. One px of length costs `way`, so a bend is worth some 500 px. */
export const routeWeights = {
  bend: 14,
  /** About four bends. */
  crossing: 60,
  way: 0.03,
  /** Two edges that have nothing to do with each other on one line through the middle of a column or a row. */
  conflict: 900,
  /** Beside another edge in one channel. */
  beside: 1.5,
  sharedExit: 60,
  /** A labelled edge that runs with others nearly all the way: no telling whose label it is. */
  nothingOwn: 150,
  /** How much less edges may cost as they look for their ways a second time: a crossing and some bends. */
  secondThought: 80,
  /** The least that a way must be better by to be worth another edge's moving, and two edges' changing their order. */
  worthMoving: 10,
  worthSwapping: 0.5,
} as const;

/** Cost of the ways to leave a node and to come to one, on the scale of routes: each less than three bends. */
export const endWeights = {
  /** A branch of a fan that leaves by a side. */
  fanBySide: 40,
  /**
   * The main way on, where it leaves by a side: in its own lane, from a decision into another lane, from another
   * node into another.
   */
  mainBySide: 24,
  decisionIntoLane: 10,
  intoLane: 2,
  /** The main way on by a side that is needed for other exits. */
  sideNeeded: 24,
  /** A loop that leaves ahead: as the only exit, and beside others. */
  onlyLoopAhead: 6,
  loopAhead: 24,
  /** A side branch that leaves ahead. */
  branchAhead: 16,
  /** What comes into a decision by a side, where people look for its answers, and into another node. */
  intoDecisionBySide: 32,
  intoNodeBySide: 20,
  /** A loop that comes in from ahead. */
  loopFromAhead: 10,
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

/** Score of a finished chart, on the scale of its routes; nothing outweighs a fault. */
export const scoreWeights = {
  fault: 1000,
  crossing: routeWeights.crossing,
  bend: routeWeights.bend,
  length: routeWeights.way,
  /** One square px of the picture. */
  area: 0.00004,
} as const;

/** Cost of a place for the label of an edge. */
export const labelWeights = {
  /** How many px further along its edge cost 1. */
  way: 6,
  /** Each px that the label is longer than the stretch that it stands at. */
  over: 0.7,
  /** An answer of a fan that does not stand on the last stretch of its line. */
  outOfRow: 200,
  /** To the left of an upright line, or below a level one. */
  secondSide: 3,
  /** Something that the label would touch: more than any way along an edge can cost. */
  collision: 10_000,
} as const;

/** What decides where nodes stand before any costs are compared. */
export const arrangementLimits = {
  /** A branch of so many nodes that ends there is an aside, and not the usual way on. */
  shortBranch: 3,
  /** Answers from which on a decision sends them out together from one point. */
  manyAnswers: 4,
  /** A path that joins so many rows later comes down to where it joins. */
  rowsLater: 4,
  /** A node with more exits lets none stand beside it: it has a foot and two sides to send edges out of. */
  exitsBeside: 3,
  /**
   * Stages are held in order with so many that follow in the document: of those further apart, others in between
   * keep the order.
   */
  nearStages: 8,
} as const;

/** How far searches go. */
export const searchLimits = {
  /** Edges that the search for columns routes in all. */
  routedEdges: 60_000,
  /** A chart of which fewer arrangements could be tried than this keeps its first. */
  fewestTries: 60,
  /** The least that an arrangement must cost less to be taken for better: more than rounding does. */
  leastGain: 0.01,
  /** Columns to the left and to the right in which a strand looks for a better place. */
  columnsAround: 3,
  /** Channels beyond its two ends in which an edge looks for a free way. */
  channelsBeyond: 3,
  /** Between ends that are further apart than this, channels are looked at so many lines from each. */
  linesFromEnd: 16,
  /** Users of one step of a channel from which on it does not matter which of them are related. */
  manyUsers: 24,
  /** Edges that one may try to change its order with. */
  rivals: 6,
  /** Nodes beyond which the first way that is found for an edge has to do. */
  carefulNodes: 1000,
  /**
   * Rounds over all channels, as each depends on those that it turns into; fewer where an arrangement is only tried.
   */
  channelRounds: 4,
  channelRoundsOfTry: 2,
  /** Runs beyond which a channel keeps the order that it begins with: to improve it takes a table of all pairs. */
  sortedRuns: 160,
  /** Rounds in which the runs of one channel look for better places in its order. */
  insertionRounds: 8,
  /**
   * How often frames are widened for their titles, at first by just what is missing; and labels that found no place are
   * given more room.
   */
  titleRounds: 9,
  plainTitleRounds: 4,
  labelRounds: 3,
} as const;

/**
 * How routes are looked for a further time: in how many passes over all edges, and whether two may change their order.
 */
export const routingCare = {
  /** Each makes a picture of its own, of which the best is taken. */
  carefully: [
    { passes: 2, swaps: false },
    { passes: 1, swaps: true },
    { passes: 3, swaps: true },
  ],
  /** For a chart of more than `carefulNodes`. */
  quickly: { passes: 0, swaps: false },
} as const;
