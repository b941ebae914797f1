import type { Chart } from '../chart.ts';
import { roughSizes } from './distances.ts';

/**
 * The net of lines along which edges may run, in «along» (the way of the flow) and «across» coordinates, so that one
 * code serves both directions. Across there is a line through the middle of each column and one for the channel at each
 * side of it; where two swimlanes meet, each has its own channel. Along there is a line through the middle of each row
 * and one for the channel before and after it. A point is `y * width + x`; a step from it leads to the next x or y.
 */
export interface Lattice {
  /** Lines across (x) and along (y). */
  readonly width: number;
  readonly height: number;
  /** For each x: true for the middle of a column. For y, odd lines are the middles of rows. */
  readonly isColumn: Uint8Array;
  /** For each x: its swimlane. */
  readonly laneOf: Int32Array;
  /** About how far from the start each line is, in px: what routes are compared by before sizes are known. */
  readonly roughX: Float64Array;
  readonly roughY: Float64Array;
  /** For each point: the node whose cell it is, or -1. */
  readonly cells: Int32Array;
  /** For each node: the first and the last x of its cell (several for a bar), and its y. */
  readonly left: Int32Array;
  readonly right: Int32Array;
  readonly row: Int32Array;
  /** The x of the column in which the node itself stands. */
  readonly middle: Int32Array;
  /** Nodes that found their cell taken. */
  readonly collisions: number;
}

/** Builds the net for nodes with known rows and columns; columns are counted from 0 in each lane. */
export function buildLattice(
  chart: Chart,
  rows: Int32Array,
  columns: Int32Array,
  columnsOfLane: Int32Array,
): Lattice {
  const firstX = new Int32Array(columnsOfLane.length);
  let width = 0;
  for (let lane = 0; lane < columnsOfLane.length; lane++) {
    firstX[lane] = width;
    width += 2 * (columnsOfLane[lane] ?? 1) + 1;
  }
  const isColumn = new Uint8Array(width);
  const laneOf = new Int32Array(width);
  const roughX = new Float64Array(width);
  let across = 0;
  for (let lane = 0, x = 0; lane < columnsOfLane.length; lane++)
    for (let line = 0; line <= 2 * (columnsOfLane[lane] ?? 1); line++, x++) {
      isColumn[x] = line % 2;
      laneOf[x] = lane;
      const step = line % 2 === 1 ? roughSizes.column : roughSizes.channel;
      roughX[x] = across + step / 2;
      across += step;
    }
  let last = 0;
  for (let node = 0; node < rows.length; node++) last = Math.max(last, rows[node] ?? 0);
  const height = 2 * last + 3;
  const roughY = new Float64Array(height);
  let along = 0;
  for (let y = 0; y < height; y++) {
    const step = y % 2 === 1 ? roughSizes.row : roughSizes.channel;
    roughY[y] = along + step / 2;
    along += step;
  }

  const count = chart.nodes.length;
  const left = new Int32Array(count);
  const right = new Int32Array(count);
  const row = new Int32Array(count);
  const middle = new Int32Array(count);
  const cells = new Int32Array(width * height).fill(-1);
  let collisions = 0;
  for (const { index, lane } of chart.nodes) {
    const x = (firstX[lane] ?? 0) + 2 * (columns[index] ?? 0) + 1;
    row[index] = 2 * (rows[index] ?? 0) + 1;
    left[index] = x;
    right[index] = x;
    middle[index] = x;
    const point = (row[index] ?? 0) * width + x;
    if (cells[point] !== -1) collisions++;
    cells[point] = index;
  }
  for (const node of chart.nodes)
    if (node.shape === 'parallel-bar')
      spanBranches(chart, node.index, { width, left, right, row, middle, cells });
  return { width, height, isColumn, laneOf, roughX, roughY, cells, left, right, row, middle, collisions };
}

/** A bar reaches over the columns of its branches, as far as nothing stands in its way. */
const spanBranches = (
  chart: Chart,
  bar: number,
  lattice: Pick<Lattice, 'width' | 'left' | 'right' | 'row' | 'middle' | 'cells'>,
): void => {
  const { source, outgoing, incoming } = chart.nodes[bar] ?? { outgoing: [], incoming: [] };
  const ends = source?.kind === 'fork' ? outgoing : incoming;
  const partner = chart.nodes[chart.nodes[bar]?.partner ?? -1];
  const otherEnds =
    partner === undefined ? [] : source?.kind === 'fork' ? partner.incoming : partner.outgoing;
  const wanted = [
    ...ends.map((edge) => chart.edges[edge]).map((edge) => (source?.kind === 'fork' ? edge?.to : edge?.from)),
    ...otherEnds
      .map((edge) => chart.edges[edge])
      .map((edge) => (source?.kind === 'fork' ? edge?.from : edge?.to)),
  ].map((node) => lattice.middle[node ?? bar] ?? 0);
  const y = lattice.row[bar] ?? 0;
  const free = (x: number): boolean => lattice.cells[y * lattice.width + x] === -1;
  const low = wanted.reduce((a, b) => Math.min(a, b), lattice.middle[bar] ?? 0);
  const high = wanted.reduce((a, b) => Math.max(a, b), lattice.middle[bar] ?? 0);
  for (let x = (lattice.left[bar] ?? 0) - 1; x >= low && free(x); x--) take(lattice, bar, x, y);
  for (let x = (lattice.right[bar] ?? 0) + 1; x <= high && free(x); x++) take(lattice, bar, x, y);
  // A bar ends at the middle of a column, not between two.
  const onColumn = (x: number): boolean => wanted.includes(x) || x === lattice.middle[bar];
  while (!onColumn(lattice.left[bar] ?? 0)) release(lattice, bar, 'left', y);
  while (!onColumn(lattice.right[bar] ?? 0)) release(lattice, bar, 'right', y);
};

const take = (
  lattice: Pick<Lattice, 'width' | 'left' | 'right' | 'cells'>,
  bar: number,
  x: number,
  y: number,
): void => {
  lattice.cells[y * lattice.width + x] = bar;
  lattice.left[bar] = Math.min(lattice.left[bar] ?? x, x);
  lattice.right[bar] = Math.max(lattice.right[bar] ?? x, x);
};

const release = (
  lattice: Pick<Lattice, 'width' | 'left' | 'right' | 'cells'>,
  bar: number,
  side: 'left' | 'right',
  y: number,
): void => {
  const x = lattice[side][bar] ?? 0;
  lattice.cells[y * lattice.width + x] = -1;
  lattice[side][bar] = side === 'left' ? x + 1 : x - 1;
};
