import type { Chart } from '../chart.ts';
import type { AnnotationPlace } from '../place-annotation.ts';
import type { PlacedChart } from '../placed-chart.ts';
import type { FrameRuns } from './frame-runs.ts';
import type { Lattice } from './lattice.ts';
import type { Route } from './occupancy.ts';
import type { ChannelOrder } from './order-channels.ts';
import type { AssignRows } from './rows.ts';
import type { Runs } from './runs.ts';
import type { Strands } from './strands.ts';

/**
 * What is known of a chart after each phase of flowc's own layout; `layout/lay-out.ts` lists the phases. Each type
 * has what the next phase needs, and no phase looks at what comes later. The last one, `LabelledChart`, is shared
 * with ELK's layout.
 */

/** Nodes have rows, for a first, and are gathered into strands that stand straight. */
export interface Ranked {
  /** Which edges go back may differ from the chart that came in, where frames decide the order. */
  readonly chart: Chart;
  readonly strands: Strands;
  readonly assignRows: AssignRows;
}

/** Nodes have their cells: their columns, and the rows that are best with these. */
export interface Columned {
  readonly chart: Chart;
  readonly rows: Int32Array;
  readonly lattice: Lattice;
}

/** Edges have their ways through the lattice, as corners. */
export interface Routed extends Columned {
  readonly routes: readonly Route[];
}

/** Edges that share a channel, and sides of frames, run there in an order. */
export interface Ordered extends Routed {
  readonly runs: Runs;
  /** By stage; undefined for one without nodes. */
  readonly frames: readonly (FrameRuns | undefined)[];
  readonly order: ChannelOrder;
}

/** Wishes for more room than usual, found out by placing labels and titles. */
export interface Room {
  /** Edges whose labels found no place yet: they get room all along. */
  readonly crowded: ReadonlySet<number>;
  /** For each stage, by how many px its frame is wider for its title. */
  readonly titleRoom: readonly number[];
}

/** Columns and rows are as large as their nodes, with what is said beside them. */
export interface Sized extends Ordered, Room {
  readonly columnHalves: Halves;
  readonly rowHalves: Halves;
  /** By node. */
  readonly annotations: readonly (AnnotationPlace | undefined)[];
}

/**
 * How far each column or row reaches to both sides of its middle, in px: half of its largest node, and further on where
 * an annotation stands beside one.
 */
export interface Halves {
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** Everything but the labels of edges has its place in px. */
export interface Measured extends Ordered {
  readonly placed: PlacedChart;
}
