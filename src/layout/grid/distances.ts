/**
 * Distances in px. They were settled by looking at the charts
 * of tests/corpus.ts and of examples/, see `layout/weights.ts`.
 */
export const distances = {
  /** From a node to the nearest line that runs past it. */
  besideNode: 16,
  /** Room for an arrow head and the bend before it. */
  arrow: 20,
  /** Room before and behind a label on its line. */
  aroundLabel: 12,
  /** More room for a label that stands behind a trunk, so that nobody takes it for that of another branch. */
  behindTrunk: 8,
  /** Between a label and its own line on one side, another on the other. */
  besideLabel: 10,
  /** Between a frame and the nodes in it. */
  framePadding: 14,
  /** What a frame's title needs beside its own height. */
  titlePadding: 16,
  /** Between two lines beside each other. */
  lines: 14,
  /** Between two columns, and between two rows, at least. */
  columns: 44,
  rows: 38,
  /** From a node to the bracket of its annotation. */
  toAnnotation: 18,
  /** From the line that comes to a node's side to an annotation past it. */
  pastLine: 8,
  /** White space at the borders of a swimlane. */
  lanePadding: 20,
  /** Between the lanes of others than the house and those of the house. */
  besideParties: 10,
  narrowestColumn: { down: 120, right: 56 },
  /**
   * The narrowest column below or above the end of a bar, which reaches beyond the column's middle by `barOverhang`.
   */
  narrowestUnderBar: 120,
  barOverhang: 50,
  /** Beside the word in a bar, if it has one. */
  barPadding: 10,
} as const;

/** About how large columns, rows and channels are, in px: what routes are compared by before anything is measured. */
export const roughSizes = { column: 174, row: 56, channel: 40 } as const;
