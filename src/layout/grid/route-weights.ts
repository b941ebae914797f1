/** What a fault of a route weighs. A px of way is worth `wayWeight`; the others were settled by looking at charts. */
export const weights = {
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
