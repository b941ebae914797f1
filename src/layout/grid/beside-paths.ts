import type { Chart } from '../chart.ts';

/**
 * What may come at any time or is done beside the work, and all that only they lead to. Such paths stand beside the
 * work as touchpoints do: at the top of the chart, or of the frame of their stage, and the work goes on as if they were
 * not there.
 */
export interface BesidePaths {
  /** By node. */
  readonly holds: readonly boolean[];
  /** Edges by which they come back to the work, by index. */
  readonly returns: readonly number[];
}

/** Finds such paths; undefined in a chart that has none. */
export function besidePaths(chart: Chart): BesidePaths | undefined {
  const entries = chart.nodes.filter(({ shape }) => shape === 'entry').map(({ index }) => index);
  if (entries.length === 0) return undefined;
  const isEntry = new Set(entries);
  const others = chart.nodes.filter(({ index }) => !isEntry.has(index));
  const starts = others.filter(
    ({ index, source, incoming }) =>
      source.kind === 'touchpoint' || incoming.every((edge) => chart.edges[edge]?.from === index),
  );
  // Work that nothing comes in to begins where nothing but jumps leads to.
  const start = others.find(({ incoming }) => incoming.every((edge) => chart.edges[edge]?.source.jump));
  const work = starts.length > 0 || start === undefined ? starts : [start];
  const inWork = reached(
    chart,
    work.map(({ index }) => index),
  );
  const fromEntries = reached(chart, entries);
  const holds = chart.nodes.map((_, index) => fromEntries[index] === true && inWork[index] !== true);
  const returns = chart.edges.filter(
    ({ from, to, back }) => !back && holds[from] === true && holds[to] !== true,
  );
  return { holds, returns: returns.map(({ index }) => index) };
}

const reached = (chart: Chart, from: readonly number[]): readonly boolean[] => {
  const seen = chart.nodes.map(() => false);
  const open = [...from];
  for (const node of from) seen[node] = true;
  for (let node = open.pop(); node !== undefined; node = open.pop())
    for (const edge of chart.nodes[node]?.outgoing ?? []) {
      const to = chart.edges[edge]?.to;
      if (to === undefined || seen[to] === true) continue;
      seen[to] = true;
      open.push(to);
    }
  return seen;
};

/** A copy of a chart in which some of its edges, by index, count as ones that go back. */
export function turnedBack(chart: Chart, edges: readonly number[]): Chart {
  if (edges.length === 0) return chart;
  const turned = new Set(edges);
  return {
    ...chart,
    edges: chart.edges.map((edge) => (turned.has(edge.index) ? { ...edge, back: true, main: false } : edge)),
  };
}

/**
 * Pairs of nodes of which the second stands no higher than the first: the beginning of a stage's work, and what may
 * come at any time in that stage. `rows` are those of nodes where only edges count.
 */
export function stageTops(
  chart: Chart,
  { holds }: BesidePaths,
  rows: Int32Array,
): readonly (readonly [number, number])[] {
  return chart.nodes.flatMap(({ index, shape, stage }): readonly (readonly [number, number])[] => {
    if (shape !== 'entry' || stage === undefined) return [];
    let top: number | undefined;
    for (const node of chart.order)
      if (holds[node] !== true && isWithin(chart, node, stage))
        top = top === undefined || (rows[node] ?? 0) < (rows[top] ?? 0) ? node : top;
    return top === undefined ? [] : [[top, index]];
  });
}

/**
 * Pairs of nodes of which the second stands below the first: the last of what is beside the work of a stage, and what
 * follows that stage, so that the stage's frame ends before it.
 */
export function stageBottoms(chart: Chart, { holds }: BesidePaths): readonly (readonly [number, number])[] {
  const stages = new Set(
    chart.nodes.flatMap(({ shape, stage }) => (shape === 'entry' && stage !== undefined ? [stage] : [])),
  );
  const forward = chart.edges.filter(({ back, from }) => !back && holds[from] !== true);
  return [...stages].flatMap((stage) => {
    const last = chart.nodes.filter(
      ({ index, outgoing }) =>
        holds[index] === true &&
        isWithin(chart, index, stage) &&
        outgoing.every((edge) => {
          const { to, back } = chart.edges[edge] ?? { to: 0, back: true };
          return back || holds[to] !== true || !isWithin(chart, to, stage);
        }),
    );
    const next = new Set(
      forward.flatMap(({ from, to }) =>
        isWithin(chart, from, stage) && !isWithin(chart, to, stage) ? [to] : [],
      ),
    );
    return last.flatMap(({ index }) => [...next].map((to) => [index, to] as const));
  });
}

const isWithin = (chart: Chart, node: number, stage: number): boolean => {
  for (let at = chart.nodes[node]?.stage; at !== undefined; at = chart.stages[at]?.parent)
    if (at === stage) return true;
  return false;
};
