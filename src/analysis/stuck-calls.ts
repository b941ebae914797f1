import type { FlowContext, ProjectContext } from '../lint/context.ts';
import { flowOf } from '../model/node-parts.ts';

/** The calls to tell of, by the flow they stand in. */
export type StuckCalls = ReadonlyMap<FlowContext, readonly number[]>;

/**
 * The calls that never come back though something stands after them. Where one hangs on another, in a flow that it calls
 * or in a circle of calls, only the one that all hang on is among them: with that mended, the others come back.
 */
export function stuckCalls(
  project: ProjectContext,
  callOrder: readonly (readonly FlowContext[])[],
): StuckCalls {
  const calls = new Map<FlowContext, readonly number[]>();
  /** Flows that would come back but for a call that is told of. */
  const excused = new Set<FlowContext>();
  for (const circle of callOrder)
    for (const flow of circle) {
      const told: number[] = [];
      for (const { at, called } of callsIntoNowhere(flow)) {
        const isToldOf = excused.has(called);
        if (!isToldOf && flow.shape.outgoing[at]?.some((edge) => flow.edge(edge).kind === 'next'))
          told.push(at);
        else if (!isToldOf) continue;
        for (const member of circle.includes(called) ? circle : [flow])
          if (!comesBack(project, member)) excused.add(member);
      }
      if (told.length > 0) calls.set(flow, told);
    }
  return calls;
}

const comesBack = (project: ProjectContext, { process }: FlowContext): boolean =>
  project.comesBack({ id: process.id, path: process.path });

/** The calls of a flow that can be reached and never come back, each with the flow that it calls. */
export function callsIntoNowhere(
  flow: FlowContext,
): readonly { readonly at: number; readonly called: FlowContext }[] {
  const { process, project } = flow;
  return process.nodes.flatMap((node, at) => {
    const called = node.kind === 'call' ? project.flowAt(flowOf(node)) : undefined;
    const isStuck = called !== undefined && !flow.hasErrors(node) && !project.comesBack(flowOf(node));
    return isStuck && flow.reached().has(at) ? [{ at, called }] : [];
  });
}
