import { flowKey } from '../model/flow-key.ts';
import type { Process } from '../model/process.ts';
import { analyseFlow } from './analyse-flow.ts';
import type { AnalysedCollection, AnalysedFlow, AnalysisInput, FlowSummary } from './analysed-flow.ts';
import { calledFirst, flowsThatComeBack } from './call-order.ts';
import { endlessCircles } from './endless-circles.ts';
import { summarise } from './flow-summary.ts';
import { lazy } from './lazy.ts';
import { stuckCalls } from './stuck-calls.ts';

/** The view of processes that call each other which all analyses begin with; see `AnalysedCollection`. */
export function analyse(input: readonly AnalysisInput[]): AnalysedCollection {
  const callers = callersByFlow(input);
  const views = new Map(
    input.map((each) => [each.process, lazy((): AnalysedFlow => analyseFlow(each, collection))]),
  );
  const byKey = lazy(() => {
    const found = new Map<string, () => AnalysedFlow>();
    for (const [process, view] of views) {
      const key = flowKey(process);
      if (!found.has(key)) found.set(key, view);
    }
    return found;
  });
  const callOrder = lazy(() => calledFirst(collection));
  const returning = lazy(() => flowsThatComeBack(callOrder()));
  const summaries = new Map<Process, FlowSummary>();
  let isSummarising = false;
  const summariseAll = lazy(() => {
    // Each sees those made before it: of the flows that it calls.
    isSummarising = true;
    for (const flow of callOrder().flat()) summaries.set(flow.process, summarise(flow));
    isSummarising = false;
  });
  const collection: AnalysedCollection = {
    flows: lazy(() => [...views.values()].map((view) => view())),
    flowAt: (flow) => (flow === undefined ? undefined : byKey().get(flowKey(flow))?.()),
    analysisOf: (process) => views.get(process)?.(),
    callersOf: (flow) => callers.get(flowKey(flow)) ?? [],
    comesBack: (flow) => {
      const called = collection.flowAt(flow);
      return called === undefined || returning().has(called.process);
    },
    stuckCalls: lazy(() => stuckCalls(collection, callOrder())),
    endlessCircles: lazy(() => endlessCircles(collection)),
    summaryOf: (flow) => {
      const called = collection.flowAt(flow);
      if (!isSummarising) summariseAll();
      return called === undefined ? undefined : summaries.get(called.process);
    },
  };
  return collection;
}

/** For each flow that is called or transferred to, by its key, the processes that do so. */
function callersByFlow(input: readonly AnalysisInput[]): ReadonlyMap<string, readonly Process[]> {
  const callers = new Map<string, Process[]>();
  for (const { process } of input)
    for (const key of new Set(
      process.nodes.flatMap((node) => ('flow' in node ? [flowKey(node.flow)] : [])),
    )) {
      const known = callers.get(key);
      if (known === undefined) callers.set(key, [process]);
      else known.push(process);
    }
  return callers;
}
