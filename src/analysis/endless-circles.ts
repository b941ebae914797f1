import { loops, wayRound } from '../graph/components.ts';
import { digraph, reversed } from '../graph/digraph.ts';
import { reach } from '../graph/reach.ts';
import { flowOf } from '../model/node-parts.ts';
import type { Process } from '../model/process.ts';
import type { AnalysedCollection, AnalysedFlow, CircleStep } from './analysed-flow.ts';
import { isInescapable } from './inescapable.ts';
import { reachTogether } from './reach-together.ts';

/**
 * Circles of flows that hand a case round for ever, by `transfer` or by a `call` that never comes back, so that no end
 * of any flow can be reached; by the flow in which each is to be reported, the first of the circle. A circle is left
 * out where a stuck call that leads to it is reported already, or a loop within one of its flows.
 */
export function endlessCircles(collection: AnalysedCollection): ReadonlyMap<Process, readonly CircleStep[]> {
  const flows = collection.flows();
  const numbers = new Map(flows.map(({ process }, number) => [process, number]));
  const leaving = flows.map(handoversOf);
  const edges = leaving.flatMap(({ handovers }, from) =>
    handovers.flatMap(({ at, to }) => {
      const target = to === undefined ? undefined : numbers.get(to.process);
      return target === undefined ? [] : [{ from, at, to: target }];
    }),
  );
  const graph = digraph(
    flows.length,
    edges.map(({ from, to }) => [from, to]),
  );
  const finishing = reach(
    reversed(graph),
    leaving.flatMap(({ ends }, number) => (ends ? [number] : [])),
  );
  const reported = reach(
    graph,
    reportedFlows(collection).flatMap((process) => numbers.get(process) ?? []),
  );
  const circles = loops(graph, { nodes: (number) => !finishing.has(number) }).filter((circle) => {
    const inside = new Set(circle);
    return circle.every((number) => {
      const flow = flows[number];
      const staysInside = graph.outgoing[number]?.every((edge) => inside.has(graph.to[edge] ?? -1));
      return flow !== undefined && staysInside && !reported.has(number) && !hasEndlessLoop(flow);
    });
  });
  return new Map(
    circles.flatMap((circle) => {
      const round = wayRound(graph, circle);
      const handovers = round.flatMap((from, place): readonly CircleStep[] => {
        const to = round[(place + 1) % round.length];
        const edge = edges.find((each) => each.from === from && each.to === to);
        const flow = flows[from];
        return edge === undefined || flow === undefined ? [] : [{ process: flow.process, at: edge.at }];
      });
      const [first] = handovers;
      return first === undefined ? [] : [[first.process, handovers] as const];
    }),
  );
}

/**
 * The flows that a flow hands cases over to for good, and whether a case can be over in it, or go where nobody sees it.
 */
function handoversOf(flow: AnalysedFlow) {
  const { process, collection } = flow;
  const leavesForGood = (at: number): boolean => {
    const { kind } = flow.node(at);
    return kind === 'transfer' || (kind === 'call' && !collection.comesBack(flowOf(flow.node(at))));
  };
  // What never leaves it is in no circle, however it ends.
  if (!process.nodes.some((_, at) => leavesForGood(at))) return { handovers: [], ends: true };
  const ways = reachTogether(flow, leavesForGood);
  const handovers = ways
    .filter(leavesForGood)
    .map((at) => ({ at, to: collection.flowAt(flowOf(flow.node(at))) }));
  const isOver = (at: number): boolean => flow.canStop(at) && !leavesForGood(at);
  return {
    handovers,
    ends:
      process.nodes.some((_, at) => flow.leadsAnywhere(at)) ||
      ways.some(isOver) ||
      handovers.some(({ to }) => to === undefined),
  };
}

/** The flows with a stuck call that is reported, and those that such a call leads to. */
const reportedFlows = (collection: AnalysedCollection): readonly Process[] =>
  [...collection.stuckCalls()].flatMap(([process, calls]) => [
    process,
    ...calls.flatMap((at) => {
      const node = process.nodes[at];
      return collection.flowAt(node === undefined ? undefined : flowOf(node))?.process ?? [];
    }),
  ]);

const hasEndlessLoop = (flow: AnalysedFlow): boolean =>
  flow.loops().some((loop) => isInescapable(flow, loop));
