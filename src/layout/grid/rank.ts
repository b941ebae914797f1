import type { Chart } from '../chart.ts';
import type { Deadline } from '../deadline.ts';
import { type BesidePaths, besidePaths, stageBottoms, stageTops, turnedBack } from './beside-paths.ts';
import type { Ranked } from './phases.ts';
import { type RowRules, rowAssigner, usualGaps } from './rows.ts';
import { documentSegments, followSegments, stageOrder } from './stage-order.ts';
import { findStrands } from './strands.ts';

/** Ranks nodes below all that lead to them; a stage that leads to another one stands wholly above it. */
export function rank(source: Chart, deadline: Deadline): Ranked {
  const beside = besidePaths(source);
  const work = turnedBack(source, beside?.returns ?? []);
  const order = { after: stageOrder(work, deadline), segments: undefined };
  if (beside === undefined) return rankBy(source, order);
  const notAbove = stageTops(work, beside, usualRows(work, order));
  const rules = { ...order, after: [...order.after, ...stageBottoms(work, beside)], notAbove };
  return rankBy(withReturns(source, beside, usualRows(work, rules)), rules);
}

/**
 * Ranks nodes in the order of the document, stage by stage, so that no two frames can meet: for charts in which
 * they do.
 */
export function rankByDocument(source: Chart): Ranked {
  return rankBySegments(source, besidePaths(source), []);
}

/**
 * Ranks as `rankByDocument`, but that what stands beside the work of the whole flow begins at the top. Undefined where
 * there is nothing of that.
 */
export function rankByWork(source: Chart): Ranked | undefined {
  const beside = besidePaths(source);
  const free = source.nodes.filter(
    ({ index, stage }) => stage === undefined && beside?.holds[index] === true,
  );
  if (free.length === 0) return undefined;
  return rankBySegments(
    source,
    beside,
    free.map(({ index }) => index),
  );
}

/** `free` are the nodes that stand beside all segments. */
function rankBySegments(source: Chart, beside: BesidePaths | undefined, free: readonly number[]): Ranked {
  const segments = documentSegments(source, free);
  const chart = followSegments(source, segments);
  const rules = { after: [], segments };
  if (beside === undefined) return rankBy(chart, rules);
  const work = turnedBack(chart, beside.returns);
  return rankBy(withReturns(chart, beside, usualRows(work, rules)), rules);
}

const rankBy = (chart: Chart, rules: RowRules): Ranked => ({
  chart,
  strands: findStrands(chart),
  assignRows: rowAssigner(chart, rules),
});

const usualRows = (chart: Chart, rules: RowRules): Int32Array => rowAssigner(chart, rules)(usualGaps(chart));

/**
 * A copy of a chart in which what comes back from beside the work goes forward only where the work goes on below it
 * anyway: else it would push the work down. `rows` are those without what comes back.
 */
const withReturns = (chart: Chart, { returns }: BesidePaths, rows: Int32Array): Chart =>
  turnedBack(
    chart,
    returns.filter((index) => {
      const { from, to } = chart.edges[index] ?? { from: 0, to: 0 };
      return (rows[from] ?? 0) >= (rows[to] ?? 0);
    }),
  );
