import type { Chart } from '../chart.ts';
import type { Deadline } from '../deadline.ts';
import type { Ranked } from './phases.ts';
import { rowAssigner } from './rows.ts';
import { documentSegments, followSegments, stageOrder } from './stage-order.ts';
import { findStrands } from './strands.ts';

/** Ranks nodes below all that lead to them; a stage that leads to another one stands wholly above it. */
export function rank(chart: Chart, deadline: Deadline): Ranked {
  const rules = { after: stageOrder(chart, deadline), segments: undefined };
  return { chart, strands: findStrands(chart), assignRows: rowAssigner(chart, rules) };
}

/**
 * Ranks nodes in the order of the document, stage by stage, so that no two frames can meet: for charts in which
 * they do.
 */
export function rankByDocument(source: Chart): Ranked {
  const segments = documentSegments(source);
  const chart = followSegments(source, segments);
  return { chart, strands: findStrands(chart), assignRows: rowAssigner(chart, { after: [], segments }) };
}
