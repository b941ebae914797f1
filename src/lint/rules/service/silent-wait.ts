import { type CaseLevel, levelsOf } from '../../../analysis/level-limits.ts';
import { longestOfLevels } from '../../../analysis/longest-level.ts';
import { countsTime } from '../../../analysis/longest-promise.ts';
import { longestRow } from '../../../analysis/longest-row.ts';
import { longestTo, longestWaits, nodesOnWay } from '../../../analysis/longest-wait.ts';
import { isInTouch } from '../../../analysis/service-view.ts';
import { toldMeanwhile } from '../../../analysis/told-meanwhile.ts';
import { predecessors, successors } from '../../../graph/digraph.ts';
import type { FlowContext } from '../../context.ts';
import { flowRule } from '../../rule.ts';
import { shares, spelledWait } from '../../spelled-waits.ts';
import { witness } from '../../witness.ts';
import { nodeName, shortQuote, spelledDuration, theCustomer } from '../../wording.ts';

export const silentWait = flowRule({
  name: 'silent-wait',
  chapter: 'service',
  place: 70,
  summary: 'more than 3 days between two messages to the customer',
  severity: 'warning',
  sets: ['service'],
  fixKind: 'none',
  options: {
    within: { kind: 'duration', default: '3d', summary: 'the longest time between two messages' },
  },
  explanation: {
    why: 'After a few days of silence customers believe that they were forgotten, and call. That call costs more than the message that would have saved it, and the agent who takes it knows nothing either.',
    repair:
      'Tell the customer in between how it stands, even if there is nothing new: a step `to customer` on this way. What is done `with customer` is a message too; a wait `by customer` is his turn, and so is one between a message and the question that his answer decides. A working day counts as a day. What tells him `meanwhile` counts, and what `stops clock` is his turn.',
    failing: `flow repair "Repair"
role agent "Agent"
role shop "Workshop"
touchpoint phone "Customer reports a fault"
step date "Tell the customer what happens" by agent to customer within 10min
step mend "Mend it" by shop within 8d
step ready "Tell the customer that it is ready" by agent to customer within 1d
end mended "Mended"
`,
    passing: `flow repair "Repair"
role agent "Agent"
role shop "Workshop"
touchpoint phone "Customer reports a fault"
step date "Tell the customer what happens" by agent to customer within 10min
step examine "Find the fault" by shop within 2d
step cost "Tell the customer what it costs" by agent to customer within 1d
step mend "Mend it" by shop within 2d
step ready "Tell the customer that it is ready" by agent to customer within 1d
end mended "Mended"
`,
  },
  check(flow, { within }) {
    const { ways } = flow;
    const indexes = flow.process.nodes.flatMap((_, at) => (flow.reached().has(at) ? [at] : []));
    const telling = indexes.filter((at) => isInTouch(flow, at) && !flow.isBeside(at));
    const counts = (at: number): boolean => countsTime(flow, at) && !isForAnswer(flow, at);
    const contactsAt = (level: CaseLevel): readonly number[] => {
      const gap = toldMeanwhile(flow, level);
      // What the customer does, he knows of; while it is his turn, nobody leaves him waiting.
      return indexes.filter(
        (at) =>
          isInTouch(flow, at) || flow.node(at).owner === 'customer' || (gap(at) ?? within + 1) <= within,
      );
    };
    const found = longestOfLevels(flow, (level) => {
      const contacts = contactsAt(level);
      const isContact = new Set(contacts);
      const starts = [...new Set(contacts.flatMap((at) => successors(ways, at)))].sort((a, b) => a - b);
      const waits = longestWaits(flow, starts, {
        level,
        stopsAt: (at) => isContact.has(at) || flow.leadsAnywhere(at),
        counts,
        most: toldMeanwhile(flow, level),
        countsDays: true,
      });
      const worst = longestTo(waits, telling);
      return worst && { waits, worst };
    });
    if (found === undefined || found.worst.seconds <= within) return [];
    const { waits, worst, level } = found;
    const way = nodesOnWay(waits, worst.node);
    const [start = worst.node] = way;
    const before = contactsAt(level ?? levelsOf(flow.process)[0]).find((at) =>
      successors(ways, at).includes(start),
    );
    const openWait = way.find(
      (at) => counts(at) && flow.node(at).kind === 'wait' && flow.node(at).owner === undefined,
    );
    const node = flow.node(worst.node);
    return [
      {
        span: flow.nameSpan(node),
        message: `${theCustomer(level)} can hear nothing for ${spelledWait(flow, waits, worst.node)} before ${shortQuote(node.label)}`,
        related: [
          ...(before === undefined || before === worst.node
            ? []
            : [{ span: flow.nameSpan(flow.node(before)), message: 'the message before it' }]),
          ...shares(flow, waits, worst.node),
        ],
        ...witness(flow, way),
        help: `Tell the customer in between how it stands; ${spelledDuration(within)} of silence are the most${
          openWait === undefined
            ? ''
            : `. If it is the customer who is waited for at ${nodeName(flow.node(openWait))}, write “by customer” there`
        }`,
      },
    ];
  },
});

/**
 * True for a wait between a message and a question, with nothing but questions before it, that nobody of the house is
 * named for: the customer was asked something, and what is waited for is his answer. Its `timeout` says what is done
 * when he gives none.
 */
function isForAnswer(flow: FlowContext, wait: number): boolean {
  const { kind, owner } = flow.node(wait);
  const exits = (flow.shape.outgoing[wait] ?? []).map(flow.edge);
  const next = exits.find((edge) => edge.kind === 'next');
  if (kind !== 'wait' || owner !== undefined || flow.entries.includes(wait)) return false;
  const isAsked = next !== undefined && flow.node(flow.indexOf(next.to)).kind === 'decision';
  // Events are answers too.
  if (!isAsked && !exits.some((edge) => edge.kind === 'when')) return false;
  if (!exits.some((edge) => edge.kind === 'timeout')) return false;
  const seen = new Set([wait]);
  for (const at of seen)
    for (const before of predecessors(flow.ways, at)) {
      if (isInTouch(flow, before)) continue;
      if (flow.node(before).kind !== 'decision' || seen.size > longestRow) return false;
      seen.add(before);
    }
  return true;
}
