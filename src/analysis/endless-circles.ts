import { loops, wayRound } from '../graph/components.ts';
import { digraph, reversed } from '../graph/digraph.ts';
import { reach } from '../graph/reach.ts';
import type { FlowContext, ProjectContext } from '../lint/context.ts';
import { flowOf } from '../model/node-parts.ts';
import { isInescapable } from './inescapable.ts';
import { reachTogether } from './reach-together.ts';

/** One flow of a circle, and the node at which it hands the case on to the next one. */
export interface Handover {
  readonly flow: FlowContext;
  readonly at: number;
}

/**
 * Circles of flows that hand a case round for ever, by `transfer` or by a `call` that never comes back, so that no end of
 * any flow can be reached; by the flow in which each is to be told of, the first of the circle. A circle is left out
 * where a stuck call that leads to it is told of already, or a loop within one of its flows.
 */
export function endlessCircles(project: ProjectContext): ReadonlyMap<FlowContext, readonly Handover[]> {
  const flows = project.flows();
  const numbers = new Map(flows.map((flow, number) => [flow, number]));
  const leaving = flows.map(handoversOf);
  const edges = leaving.flatMap(({ handovers }, from) =>
    handovers.flatMap(({ at, to }) => {
      const target = to === undefined ? undefined : numbers.get(to);
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
  const told = reach(
    graph,
    toldOfFlows(project).flatMap((flow) => numbers.get(flow) ?? []),
  );
  const circles = loops(graph, { nodes: (number) => !finishing.has(number) }).filter((circle) => {
    const inside = new Set(circle);
    return circle.every((number) => {
      const flow = flows[number];
      const staysInside = graph.outgoing[number]?.every((edge) => inside.has(graph.to[edge] ?? -1));
      return flow !== undefined && staysInside && !told.has(number) && !hasEndlessLoop(flow);
    });
  });
  return new Map(
    circles.flatMap((circle) => {
      const round = wayRound(graph, circle);
      const handovers = round.flatMap((from, place): readonly Handover[] => {
        const to = round[(place + 1) % round.length];
        const edge = edges.find((each) => each.from === from && each.to === to);
        const flow = flows[from];
        return edge === undefined || flow === undefined ? [] : [{ flow, at: edge.at }];
      });
      const [first] = handovers;
      return first === undefined ? [] : [[first.flow, handovers] as const];
    }),
  );
}

/** Where a flow hands cases over for good, and whether a case can be over in it, or go where nobody sees it. */
function handoversOf(flow: FlowContext) {
  const { process, project } = flow;
  const leavesForGood = (at: number): boolean => {
    const { kind } = flow.node(at);
    return kind === 'transfer' || (kind === 'call' && !project.comesBack(flowOf(flow.node(at))));
  };
  // What never leaves it is in no circle, however it ends.
  if (!process.nodes.some((_, at) => leavesForGood(at))) return { handovers: [], ends: true };
  const ways = reachTogether(flow, leavesForGood);
  const handovers = ways
    .filter(leavesForGood)
    .map((at) => ({ at, to: project.flowAt(flowOf(flow.node(at))) }));
  const isOver = (at: number): boolean => flow.canStop(at) && !leavesForGood(at);
  return {
    handovers,
    ends:
      process.nodes.some((_, at) => flow.leadsAnywhere(at)) ||
      ways.some(isOver) ||
      handovers.some(({ to }) => to === undefined),
  };
}

/** The flows with a stuck call that is told of, and those that such a call leads to. */
const toldOfFlows = (project: ProjectContext): readonly FlowContext[] =>
  [...project.stuckCalls()].flatMap(([flow, calls]) => [
    flow,
    ...calls.flatMap((at) => project.flowAt(flowOf(flow.node(at))) ?? []),
  ]);

const hasEndlessLoop = (flow: FlowContext): boolean => flow.loops().some((loop) => isInescapable(flow, loop));
