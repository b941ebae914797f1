import type { Flow } from '../syntax/ast.ts';
import type { Span } from '../text/span.ts';

/**
 * The stretch of text that counts as a flow's: from its first word to that of the next flow, as a cursor in the empty
 * lines after a flow is still about this one.
 */
export function flowSpan(flows: readonly Flow[], at: number): Span {
  return {
    start: flows[at]?.span.start ?? 0,
    end: flows[at + 1]?.span.start ?? Number.POSITIVE_INFINITY,
  };
}

/** The index of the flow that an offset is about: before the first flow it is the first; none where there are none. */
export function nearestFlow(flows: readonly Flow[], offset: number): number | undefined {
  if (flows.length === 0) return undefined;
  return Math.max(
    0,
    flows.findLastIndex((flow) => flow.span.start <= offset),
  );
}
