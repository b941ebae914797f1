import { successors } from '../../graph/digraph.ts';
import { longestWay } from '../../graph/longest-path.ts';
import { longestTo, longestWaits, shares } from '../longest-wait.ts';
import { flowRule } from '../rule.ts';
import { tellsCustomer } from '../service-view.ts';
import { witness } from '../witness.ts';
import { quoted, spelledDuration } from '../wording.ts';

export const silentWait = flowRule({
  name: 'silent-wait',
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
      'Tell the customer in between how it stands, even if there is nothing new: a step `to customer` on this way.',
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
    const { shape } = flow;
    const telling = flow.graph.nodes.flatMap((_, at) =>
      tellsCustomer(flow, at) && flow.reached().has(at) ? [at] : [],
    );
    const starts = [...new Set(telling.flatMap((at) => successors(shape, at)))].sort((a, b) => a - b);
    const waits = longestWaits(flow, starts, (at) => tellsCustomer(flow, at) || flow.leadsAnywhere(at));
    const worst = longestTo(waits, telling);
    if (worst === undefined || worst.seconds <= within) return [];
    const [start = worst.node] = longestWay(shape, waits, worst.node);
    const before = telling.find((at) => successors(shape, at).includes(start));
    const node = flow.node(worst.node);
    return [
      {
        span: node.nameSpan,
        message: `The customer can hear nothing for ${spelledDuration(worst.seconds)} before ${quoted(node.label)}`,
        related: [
          ...(before === undefined || before === worst.node
            ? []
            : [{ span: flow.node(before).nameSpan, message: 'the message before it' }]),
          ...shares(flow, waits, worst.node),
        ],
        ...witness(flow, longestWay(shape, waits, worst.node)),
        help: `Tell the customer in between how it stands; ${spelledDuration(within)} of silence are the most`,
      },
    ];
  },
});
