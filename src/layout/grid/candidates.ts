import type { Chart } from '../chart.ts';
import { searchLimits } from '../weights.ts';
import { mayStandBeside } from './rows.ts';
import type { Strand, Strands } from './strands.ts';

/** The places of everything: rows by node, columns by strand. */
export interface Arrangement {
  readonly rows: Int32Array;
  /** In what order, from left to right in its lane; equal for strands that share a column. */
  readonly places: Float64Array;
  /** For each edge: how many rows its target stands below its source at least. */
  readonly gaps: Uint8Array;
}

/** A change of an arrangement that is worth a try. Its rows are worked out where `places` alone say too little. */
export interface Candidate {
  /** Names the change among all those of its base. */
  readonly key: string;
  /** The arrangement that it changes. */
  readonly base: Arrangement;
  readonly places: Float64Array;
  readonly gaps: Uint8Array;
}

/**
 * Lists what the search tries in a round: other columns for each strand, other rows for each side branch, then each
 * strand straight below its source. `current` is asked as the round goes on, so that what was found better is what
 * is changed next.
 */
export function* candidates(
  chart: Chart,
  strands: Strands,
  branches: readonly (readonly number[])[],
  current: () => Arrangement,
): Generator<Candidate> {
  for (const { index } of strands.list) {
    const base = current();
    let move = 0;
    for (const places of moves(strands, branches, base.places, index))
      yield { key: `move ${index} ${move++}`, base, places, gaps: current().gaps };
  }
  for (const edge of chart.edges)
    for (const gap of edge.main || edge.back ? [] : [0, 1, 2]) {
      const base = current();
      if (gap === base.gaps[edge.index] || (gap === 0 && !mayStandBeside(chart, edge))) continue;
      const gaps = base.gaps.with(edge.index, gap);
      yield { key: `gap ${edge.index} ${gap}`, base, places: base.places, gaps };
    }
  for (const strand of strands.list) {
    const base = current();
    const below = belowSource(chart, strands, branches, base.places, strand);
    if (below === undefined) continue;
    const gaps = base.gaps.with(below.edge, 1);
    yield { key: `below ${strand.index}`, base, places: below.places, gaps };
  }
}

/** For each strand all that branches off it, however far, in its own lane; itself first. */
export const branchesOf = (strands: Strands): readonly (readonly number[])[] => {
  const all = strands.list.map(({ index }) => [index]);
  for (let index = strands.list.length - 1; index > 0; index--) {
    const strand = strands.list[index];
    const parent = strands.list[strand?.parent?.strand ?? -1];
    if (parent !== undefined && parent.lane === strand?.lane) all[parent.index]?.push(...(all[index] ?? []));
  }
  return all;
};

const reach = searchLimits.columnsAround;

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
 * Places where a strand, with its branches, goes straight on below its source, and the edge that then leads down:
 * where the main way on leads to another lane or back, so that nothing stands there.
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
