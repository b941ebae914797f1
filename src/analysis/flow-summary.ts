import { mustHold } from '../graph/must-hold.ts';
import { noTime, type TotalTime } from '../language/total-time.ts';
import { flowOf } from '../model/node-parts.ts';
import type { AnalysedFlow, FlowSummary } from './analysed-flow.ts';
import { type CaseLevel, levelsOf } from './level-limits.ts';
import { longestTo, longestWaits, waitStarts, waitTo } from './longest-wait.ts';
import { isStaff } from './owners-at.ts';
import { isInTouch, isWork } from './service-view.ts';

/** Sums up a flow whose callees have been summarised; a callee in a circle of calls counts as nothing. */
export function summarise(flow: AnalysedFlow): FlowSummary {
  const { process } = flow;
  const reached = flow.reached();
  const indexes = [...reached.order].sort((a, b) => a - b);
  const summaryOf = (at: number) =>
    flow.node(at).kind === 'call' ? flow.collection.summaryOf(flowOf(flow.node(at))) : undefined;
  const longest = longestByLevel(
    flow,
    indexes.filter((at) => flow.canStop(at)),
  );
  const told = toldSinceWork(flow);
  const owners = indexes.flatMap((at) => {
    const { owner, kind } = flow.node(at);
    const has = owner !== undefined && kind !== 'decision' && kind !== 'touchpoint' && !flow.isBeside(at);
    return has && isStaff(flow.ownerKind(owner)) ? [owner] : [];
  });
  const [first] = owners;
  const lastOwner = owners.at(-1);
  return {
    levels: [...longest.keys()],
    longestAt: (level) => longest.get(level) ?? longest.get(undefined) ?? noTime,
    toldAtEnd: indexes.every(
      (at) => process.nodes[at]?.kind !== 'end' || told.before(at) || isInTouch(flow, at),
    ),
    escalates: indexes.some(
      (at) => ['escalate', 'transfer'].includes(flow.node(at).kind) || summaryOf(at)?.escalates === true,
    ),
    hasPerson: indexes.some((at) => isPerson(flow, at) || summaryOf(at)?.hasPerson === true),
    ...(first === undefined || lastOwner === undefined ? {} : { owners: { first, last: lastOwner } }),
  };
}

/** The longest way to any of some nodes, for each level of the flow and for cases of no level. */
function longestByLevel(flow: AnalysedFlow, nodes: readonly number[]): ReadonlyMap<CaseLevel, TotalTime> {
  const levels = new Set<CaseLevel>([undefined, ...levelsBelow(flow)]);
  return new Map(
    [...levels].map((level) => {
      const waits = longestWaits(flow, waitStarts(flow), { level });
      const last = longestTo(waits, nodes);
      const unknown = nodes.some((at) => waits.isUnknown(at));
      return [level, { ...(last === undefined ? noTime : waitTo(waits, last.node)), unknown }];
    }),
  );
}

/** The levels that a flow names, and those of the flows that it calls, as far as these were summed up. */
const levelsBelow = (flow: AnalysedFlow): readonly CaseLevel[] => [
  ...levelsOf(flow.process),
  ...flow.process.nodes.flatMap((node) =>
    node.kind === 'call' ? (flow.collection.summaryOf(node.flow)?.levels ?? []) : [],
  ),
];

/** The fact “the customer has been told something since the last work”, at every node. */
export function toldSinceWork(flow: AnalysedFlow) {
  const effect = (at: number) => {
    const node = flow.node(at);
    const { kind } = node;
    // What was not read whole may have told the customer.
    if (flow.hasErrors(node) || isInTouch(flow, at)) return 'sets';
    if (kind === 'call')
      return (flow.collection.summaryOf(flowOf(node))?.toldAtEnd ?? true) ? 'sets' : 'clears';
    return isWork(flow, at) && !flow.leadsAnywhere(at) ? 'clears' : 'keeps';
  };
  const cleared = [...flow.reached().order].filter((at) => effect(at) === 'clears');
  return mustHold(flow.ways, cleared, [], effect);
}

/** True for what someone of the service does, not a system and not the customer. */
export function isPerson({ node, ownerKind }: AnalysedFlow, at: number): boolean {
  const { owner } = node(at);
  return owner !== undefined && isStaff(ownerKind(owner));
}
