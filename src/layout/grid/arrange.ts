import type { Chart } from '../chart.ts';
import type { Deadline } from '../deadline.ts';
import { edgeEnds } from './edge-ends.ts';
import { addFrameRuns } from './frame-runs.ts';
import { frameFaults } from './frames.ts';
import { buildLattice } from './lattice.ts';
import { orderChannels } from './order-channels.ts';
import { placeStrands } from './place-strands.ts';
import { routeEdges, routingOrder } from './route-edges.ts';
import { weights } from './route-weights.ts';
import { mayStandBeside, type RowRules, rowAssigner, usualGaps } from './rows.ts';
import { findRuns } from './runs.ts';
import type { Strand, Strands } from './strands.ts';

/** Which column of its lane each node stands in, counted from 0, and how many each lane has. */
export interface Columns {
  readonly columns: Int32Array;
  readonly columnsOfLane: Int32Array;
}

/** What a column weighs, beside the length of the lines that it makes longer. */
const columnWeight = 14;
const rowWeight = 4;
/** A search that could try less than this is not worth its while. */
const fewestTries = 60;
const collisionWeight = 5000;

/** Where everything stands: rows by node, columns by strand. */
export interface Arrangement {
  readonly rows: Int32Array;
  /** In what order, from left to right in its lane; equal for strands that share a column. */
  readonly places: Float64Array;
}

/**
 * Moves strands, and all that branches off them, to other columns, and side branches to the row of their source or below
 * it, as long as that makes the chart better: tried on the lattice, with all edges routed. `work` bounds how many edges
 * are routed in all.
 */
export function arrange(
  chart: Chart,
  strands: Strands,
  rules: RowRules,
  work: number,
  deadline: Deadline,
): Arrangement {
  const ends = edgeEnds(chart);
  let gaps = usualGaps(chart);
  const assignRows = rowAssigner(chart, rules);
  const firstRows = assignRows(gaps);
  let best: Arrangement = { rows: firstRows, places: placeStrands(chart, firstRows, strands, deadline) };
  let left = work;
  if (chart.edges.length > work / fewestTries) return best;
  let sequence = { rows: firstRows, order: routingOrder(chart, firstRows) };
  let twice = false;
  // Of a round's tries, in their order: what each costs at least, however carefully its edges are routed; 0 if that is not known.
  let floors: number[] = [];
  let knownFloors: readonly number[] = [];
  const costOf = (arranged: () => Arrangement, limit: number): number => {
    left -= chart.edges.length;
    const floor = knownFloors[floors.length] ?? 0;
    if (floor >= limit) {
      floors.push(floor);
      return floor;
    }
    const { rows, places } = arranged();
    const { columns, columnsOfLane } = countColumns(chart, strands, places);
    const lattice = buildLattice(chart, rows, columns, columnsOfLane);
    let cost = collisionWeight * (lattice.collisions + frameFaults(chart, lattice, deadline));
    for (const count of columnsOfLane) cost += columnWeight * count;
    cost += rowWeight * lattice.height;
    if (cost >= limit) {
      floors.push(cost);
      return cost;
    }
    if (sequence.rows !== rows) sequence = { rows, order: routingOrder(chart, rows) };
    const routed = routeEdges(chart, ends, lattice, sequence.order, deadline, {
      limit: limit - cost,
      twice,
    });
    cost += routed.cost;
    floors.push(routed.routes.length === 0 ? cost : 0);
    if (cost >= limit) return cost;
    const { runs } = addFrameRuns(chart, lattice, findRuns(chart, lattice, routed.routes, deadline));
    const channels = orderChannels(lattice, runs, 2, deadline);
    const more = Math.max(0, channels.crossings - routed.tangles);
    return cost + weights.crossing * more + weights.conflict * channels.conflicts;
  };
  let bestCost = costOf(() => best, Number.POSITIVE_INFINITY);
  const isBetter = (arranged: () => Arrangement): boolean => {
    const cost = costOf(arranged, bestCost);
    if (cost >= bestCost - 0.01) return false;
    best = arranged();
    bestCost = cost;
    knownFloors = [];
    return true;
  };

  const branches = branchesOf(strands);
  // To have each edge look for its way once tells well enough at first; what is best then has to stand a closer look.
  for (let better = true; left > 0 && (better || !twice); ) {
    if (!better) {
      twice = true;
      bestCost = costOf(() => best, Number.POSITIVE_INFINITY);
      // Nothing has changed in the last round, so the next one begins with the same tries.
      knownFloors = floors;
    }
    floors = [];
    better = false;
    for (const strand of strands.list)
      for (const places of moves(strands, branches, best.places, strand.index))
        if (left > 0 && isBetter(() => ({ rows: best.rows, places }))) better = true;
    for (const edge of chart.edges)
      for (const gap of edge.main || edge.back ? [] : [0, 1, 2]) {
        if (left <= 0 || gap === gaps[edge.index] || (gap === 0 && !mayStandBeside(chart, edge))) continue;
        const changed = gaps.slice();
        changed[edge.index] = gap;
        if (!isBetter(() => ({ rows: assignRows(changed), places: best.places }))) continue;
        gaps = changed;
        better = true;
      }
    for (const strand of strands.list) {
      const below = belowSource(chart, strands, branches, best.places, strand);
      if (left <= 0 || below === undefined) continue;
      const changed = gaps.slice();
      changed[below.edge] = 1;
      if (!isBetter(() => ({ rows: assignRows(changed), places: below.places }))) continue;
      gaps = changed;
      better = true;
    }
  }
  return best;
}

/** For each strand all that branches off it, however far, in its own lane; itself first. */
const branchesOf = (strands: Strands): readonly (readonly number[])[] => {
  const all = strands.list.map(({ index }) => [index]);
  for (let index = strands.list.length - 1; index > 0; index--) {
    const strand = strands.list[index];
    const parent = strands.list[strand?.parent?.strand ?? -1];
    if (parent !== undefined && parent.lane === strand?.lane) all[parent.index]?.push(...(all[index] ?? []));
  }
  return all;
};

/** How many columns to the left and to the right a strand looks for a better one. */
const reach = 3;

/** Other places for a strand: an existing column, or a new one between two, alone or with its branches; or mirrored. */
function* moves(
  strands: Strands,
  branches: readonly (readonly number[])[],
  places: Float64Array,
  strand: number,
): Generator<Float64Array> {
  const lane = strands.list[strand]?.lane;
  const own = places[strand] ?? 0;
  const used = [
    ...new Set(strands.list.filter((other) => other.lane === lane).map(({ index }) => places[index] ?? 0)),
  ].sort((a, b) => a - b);
  const at = used.indexOf(own);
  const group = branches[strand] ?? [];
  const moved = (members: readonly number[], change: (place: number) => number): Float64Array => {
    const copy = places.slice();
    for (const member of members) copy[member] = change(copy[member] ?? 0);
    return copy;
  };
  for (let step = -reach; step <= reach; step++) {
    const column = used[at + step];
    const next = used[at + step + 1];
    if (column !== undefined && step !== 0) {
      yield moved([strand], () => column);
      if (group.length > 1) yield moved(group, (place) => place + column - own);
    }
    if (at + step < -1 || at + step >= used.length) continue;
    const low = column ?? (next ?? 0) - 2;
    const high = next ?? (column ?? 0) + 2;
    const between = (low + high) / 2;
    yield moved([strand], () => between);
    if (group.length > 1) {
      const width = (high - low) / 4;
      yield moved(group, (place) => between + ((place - own) / 100) * width);
    }
  }
  if (group.length > 0) {
    const parent = strands.list[strand]?.parent;
    const axis = parent !== undefined ? (places[parent.strand] ?? 0) : own;
    yield moved(group, (place) => 2 * axis - place);
    if (group.length > 1) yield moved(group.slice(1), (place) => 2 * own - place);
  }
}

/**
 * Places where a strand, with its branches, goes straight on below its source, and the edge that then leads down: where the
 * main way on leads to another lane or back, so that nothing stands there.
 */
const belowSource = (
  chart: Chart,
  strands: Strands,
  branches: readonly (readonly number[])[],
  places: Float64Array,
  { index, lane, parent, nodes }: Strand,
): { readonly places: Float64Array; readonly edge: number } | undefined => {
  const source = strands.list[parent?.strand ?? -1];
  if (source === undefined || parent === undefined) return undefined;
  if (source.lane !== lane || source.nodes.at(-1) !== parent.node) return undefined;
  const edge = chart.nodes[parent.node]?.outgoing.find((exit) => chart.edges[exit]?.to === nodes[0]);
  if (edge === undefined) return undefined;
  const way = (places[source.index] ?? 0) - (places[index] ?? 0);
  const moved = places.slice();
  for (const member of branches[index] ?? []) moved[member] = (moved[member] ?? 0) + way;
  return { places: moved, edge };
};

/** Numbers the columns of each lane from 0; those that no strand stands in are dropped. */
export function countColumns(chart: Chart, strands: Strands, places: Float64Array): Columns {
  const lanes = Math.max(1, chart.lanes.length);
  const used: number[][] = Array.from({ length: lanes }, () => []);
  strands.list.forEach(({ lane, index }) => {
    used[lane]?.push(places[index] ?? 0);
  });
  const distinct = used.map((list) => {
    const sorted = Float64Array.from(list).sort();
    return sorted.filter((place, at) => at === 0 || place !== sorted[at - 1]);
  });
  const columns = new Int32Array(chart.nodes.length);
  for (const { nodes, lane, index } of strands.list) {
    const column = Math.max(0, distinct[lane]?.indexOf(places[index] ?? 0) ?? 0);
    for (const node of nodes) columns[node] = column;
  }
  return { columns, columnsOfLane: Int32Array.from(distinct, ({ length }) => Math.max(1, length)) };
}
