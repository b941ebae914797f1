import { mustHold } from '../graph/must-hold.ts';
import { flowOf } from '../model/node-parts.ts';
import type { EdgeKind } from '../model/process.ts';
import type { AnalysedFlow } from './analysed-flow.ts';
import { isInTouch } from './service-view.ts';

/** A place from which a flow is called, or a case handed over to it. */
export interface CallSite {
  readonly flow: AnalysedFlow;
  readonly at: number;
}

/** All places in other flows that lead to this one and can be reached. */
export function callSitesOf(flow: AnalysedFlow): readonly CallSite[] {
  const { collection } = flow;
  return collection.callersOf(flow.process).flatMap((process) => {
    const caller = collection.flowAt(process);
    if (caller === undefined || caller.process === flow.process) return [];
    return process.nodes.flatMap((node, at) =>
      flowOf(node) !== undefined &&
      caller.reached().has(at) &&
      collection.flowAt(flowOf(node))?.process === flow.process
        ? [{ flow: caller, at }]
        : [],
    );
  });
}

/**
 * True for a flow that others call, each time with an exit of one of these kinds: what it does not bring to a good end
 * by itself is their business. A `transfer` has no exit, so nobody is there who could do something.
 */
export function isCaughtByCallers(flow: AnalysedFlow, kinds: readonly EdgeKind[]): boolean {
  const sites = callSitesOf(flow);
  return (
    sites.length > 0 &&
    sites.every((site) => site.flow.exits(site.at).some(({ kind }) => kinds.includes(kind)))
  );
}

/**
 * True for a flow that cases come to from others in which the customer has heard something before, whatever the way.
 */
export function isToldByCallers(flow: AnalysedFlow): boolean {
  const sites = callSitesOf(flow);
  return sites.length > 0 && sites.every(({ flow: caller, at }) => isToldBefore(caller, at));
}

function isToldBefore(flow: AnalysedFlow, at: number): boolean {
  const tells = (node: number): boolean => isInTouch(flow, node) || flow.leadsAnywhere(node);
  return mustHold(flow.ways, [], flow.entries, (node) => (tells(node) ? 'sets' : 'keeps')).before(at);
}
