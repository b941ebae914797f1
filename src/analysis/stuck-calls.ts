import { flowOf } from '../model/node-parts.ts';
import type { Process } from '../model/process.ts';
import type { AnalysedCollection, AnalysedFlow, StuckCalls } from './analysed-flow.ts';

/**
 * The calls that never come back though something stands after them. Where one hangs on another, in a flow that it
 * calls or in a circle of calls, only the one that all hang on is among them: with that mended, the others come back.
 */
export function stuckCalls(
  collection: AnalysedCollection,
  callOrder: readonly (readonly AnalysedFlow[])[],
): StuckCalls {
  const calls = new Map<Process, readonly number[]>();
  /** Flows that would come back but for a call that is reported. */
  const excused = new Set<Process>();
  const excuse = (flows: readonly AnalysedFlow[]): void => {
    for (const { process } of flows) if (!collection.comesBack(process)) excused.add(process);
  };
  for (const circle of callOrder)
    for (const flow of circle) {
      const reported: number[] = [];
      for (const { at, called } of callsIntoNowhere(flow)) {
        const isReported = excused.has(called.process);
        if (!isReported && !goesOn(flow, at)) continue;
        if (!isReported) reported.push(at);
        excuse(circle.includes(called) ? circle : [flow]);
      }
      if (reported.length > 0) calls.set(flow.process, reported);
    }
  return calls;
}

/** True where something stands behind a node. */
const goesOn = (flow: AnalysedFlow, at: number): boolean =>
  flow.shape.outgoing[at]?.some((edge) => flow.edge(edge).kind === 'next') === true;

/** The calls of a flow that can be reached and never come back, each with the flow that it calls. */
export function callsIntoNowhere(
  flow: AnalysedFlow,
): readonly { readonly at: number; readonly called: AnalysedFlow }[] {
  const { process, collection } = flow;
  return process.nodes.flatMap((node, at) => {
    const called = node.kind === 'call' ? collection.flowAt(flowOf(node)) : undefined;
    const isStuck = called !== undefined && !flow.hasErrors(node) && !collection.comesBack(flowOf(node));
    return isStuck && flow.reached().has(at) ? [{ at, called }] : [];
  });
}
