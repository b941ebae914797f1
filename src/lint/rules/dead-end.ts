import type { OpenExit } from '../../graph/flow-graph.ts';
import { endHint } from '../end-hint.ts';
import type { FlowContext } from '../flow-context.ts';
import { hasNoEnd } from '../missing-end.ts';
import { flowRule } from '../rule.ts';
import { listed, quoted } from '../wording.ts';

export const deadEnd = flowRule({
  name: 'dead-end',
  summary: 'a path that stops without an end',
  severity: 'error',
  sets: ['recommended', 'service'],
  fixKind: 'hint',
  explanation: {
    why: 'Whoever follows this path comes to the bottom of the chart and does not know whether the case is done: one closes it, one keeps it open, one passes it on. Cases are lost just there.',
    repair:
      'Write what this path comes to: an `end` with a name of its own, a jump to where it goes on, or a `transfer` to the flow that takes over. flowc never joins a path to an end that nobody wrote.',
    failing: `flow complaint "Complaint"
touchpoint phone "Customer complains"
step listen "Listen and apologise"
if accepts? "Customer accepts the offer?" {
  end solved "Solved"
}
step manager "Pass the case to the manager"
`,
    passing: `flow complaint "Complaint"
touchpoint phone "Customer complains"
step listen "Listen and apologise"
if accepts? "Customer accepts the offer?" {
  end solved "Solved"
}
step manager "Pass the case to the manager"
end passed-on "The manager calls back"
`,
  },
  check(flow) {
    if (hasNoEnd(flow)) return [];
    const exits = flow.graph.openExits.filter((exit) => isDeadEnd(flow, exit));
    const [first, ...others] = exits;
    if (first === undefined) return [];
    return [
      {
        span: flow.node(flow.indexOf(first.from)).nameSpan,
        message: `The path stops ${listed(exits.map((exit) => where(flow, exit)))}, without an end`,
        related: others.map((exit) => ({
          span: flow.node(flow.indexOf(exit.from)).nameSpan,
          message: `it stops ${where(flow, exit)} too`,
        })),
        help: 'Say what it comes to: an end, a jump to another step, or a transfer',
        ...endHint(flow),
      },
    ];
  },
});

function isDeadEnd(flow: FlowContext, { from, kind }: OpenExit): boolean {
  const at = flow.indexOf(from);
  return flow.reached().has(at) && !flow.leadsAnywhere(at) && !(kind === 'next' && flow.isEnd(at));
}

function where({ node, indexOf }: FlowContext, { from, kind, label }: OpenExit): string {
  const from_ = quoted(node(indexOf(from)).label);
  switch (kind) {
    case 'next':
      return `after ${from_}`;
    case 'problem':
      return `after the problem ${quoted(label ?? '')} at ${from_}`;
    case 'timeout':
      return `when the time for ${from_} has passed`;
    default:
      return `after the answer ${quoted(label ?? kind)} to ${from_}`;
  }
}
