import type { Chart } from '../chart.ts';

/** A stretch of the chart that stands straight in one column: each node is the main way on from the one before. */
export interface Strand {
  readonly index: number;
  readonly nodes: readonly number[];
  readonly lane: number;
  /** The strand from which it branches off, and the node in it; undefined where a path starts. */
  readonly parent: { readonly strand: number; readonly node: number } | undefined;
}

/** Strands in the order in which they are best placed: a strand, then what branches off it, from its foot upwards. */
export interface Strands {
  readonly list: readonly Strand[];
  /** The strand of each node. */
  readonly of: Int32Array;
}

/**
 * Cuts a chart into strands. The first follows the main way from the first touchpoint; what branches off starts strands
 * of its own, which end where their way on is taken already, or leads into another swimlane or frame.
 */
export function findStrands(chart: Chart): Strands {
  const list: Strand[] = [];
  const of = new Int32Array(chart.nodes.length).fill(-1);
  const start = (first: number, parent: Strand['parent']): Strand => {
    const head = chart.nodes[first];
    const lane = head?.lane ?? 0;
    const nodes: number[] = [];
    for (let node: number | undefined = first; node !== undefined; ) {
      nodes.push(node);
      of[node] = list.length;
      const next: number | undefined = mainTarget(chart, node);
      const fits: boolean = next !== undefined && of[next] === -1 && chart.nodes[next]?.lane === lane;
      node = fits ? next : undefined;
    }
    const strand = { index: list.length, nodes, lane, parent };
    list.push(strand);
    return strand;
  };

  const roots = [
    ...chart.order.filter((node) => chart.nodes[node]?.source.kind === 'touchpoint'),
    ...chart.order,
  ].sort((a, b) => rank(chart, a) - rank(chart, b));
  for (const root of roots) {
    if (of[root] !== -1) continue;
    const stack = [start(root, undefined)].map((strand) => ({
      strand,
      at: strand.nodes.length - 1,
      exit: 0,
    }));
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const node = top.strand.nodes[top.at];
      if (node === undefined) {
        stack.pop();
        continue;
      }
      const edge = chart.edges[chart.nodes[node]?.outgoing[top.exit++] ?? -1];
      if (edge === undefined) {
        top.at--;
        top.exit = 0;
      } else if (!edge.back && of[edge.to] === -1) {
        const strand = start(edge.to, { strand: top.strand.index, node });
        stack.push({ strand, at: strand.nodes.length - 1, exit: 0 });
      }
    }
  }
  return { list, of };
}

/** Touchpoints first, in document order; then whatever else nothing leads to. */
const rank = (chart: Chart, node: number): number => {
  const { source, incoming } = chart.nodes[node] ?? {};
  const group =
    source?.kind === 'touchpoint' ? 0 : incoming?.every((edge) => chart.edges[edge]?.back) === true ? 1 : 2;
  return group * chart.nodes.length + node;
};

const mainTarget = (chart: Chart, node: number): number | undefined => {
  const edge = chart.nodes[node]?.outgoing.find((index) => chart.edges[index]?.main);
  return edge === undefined ? undefined : chart.edges[edge]?.to;
};
