import { components } from '../graph/components.ts';
import { digraph } from '../graph/digraph.ts';
import type { Process } from '../model/process.ts';
import type { AnalysedCollection, AnalysedFlow } from './analysed-flow.ts';
import { reachTogether } from './reach-together.ts';

/** All flows, those that are called before those that call them; a circle of calls is one group. */
export function calledFirst(collection: AnalysedCollection): readonly (readonly AnalysedFlow[])[] {
  const flows = collection.flows();
  const numbers = new Map(flows.map(({ process }, number) => [process, number]));
  const calls = flows.flatMap(({ process }, from) =>
    process.nodes.flatMap((node) => {
      const called = node.kind === 'call' ? collection.flowAt(node.flow) : undefined;
      const to = called === undefined ? undefined : numbers.get(called.process);
      return to === undefined ? [] : [[from, to] as const];
    }),
  );
  return components(digraph(flows.length, calls)).members.map((members) =>
    members.flatMap((member) => flows[member] ?? []),
  );
}

/**
 * The least set of flows that can come back to a caller: some path comes to an end past calls that come back. Called
 * flows are looked at before their callers; a circle of calls until nothing changes. A flow that can't finish for a
 * fault of its own (a loop, no end written) counts as coming back: the fault is reported there, not at every call.
 */
export function flowsThatComeBack(callOrder: readonly (readonly AnalysedFlow[])[]): ReadonlySet<Process> {
  const comingBack = new Set<Process>();
  for (const circle of callOrder)
    for (let before = -1; before !== comingBack.size; ) {
      before = comingBack.size;
      for (const flow of circle)
        if (!comingBack.has(flow.process) && canComeBack(flow, comingBack)) comingBack.add(flow.process);
    }
  return comingBack;
}

function canComeBack(flow: AnalysedFlow, comingBack: ReadonlySet<Process>): boolean {
  const { process, collection } = flow;
  const open = new Set(flow.gaps.openExits.map(({ from }) => from));
  if (process.nodes.some((_, at) => flow.leadsAnywhere(at))) return true;
  const isStuck = (at: number): boolean => {
    const node = flow.node(at);
    const target = node.kind === 'call' ? collection.flowAt(node.flow) : undefined;
    return target !== undefined && !comingBack.has(target.process);
  };
  const ends = (at: number): boolean => flow.node(at).kind === 'end' || open.has(flow.node(at).id);
  if (reachTogether(flow, isStuck).some((at) => ends(at) && !isStuck(at))) return true;
  return !reachTogether(flow, () => false).some((at) => ends(at) || flow.node(at).kind === 'transfer');
}
