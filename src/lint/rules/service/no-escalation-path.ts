import { everyWay } from '../../../analysis/every-way.ts';
import { reversed } from '../../../graph/digraph.ts';
import { reach } from '../../../graph/reach.ts';
import { flowOf } from '../../../model/node-parts.ts';
import { flowRule } from '../../rule.ts';
import { listed, shortQuote } from '../../wording.ts';

export const noEscalationPath = flowRule({
  name: 'no-escalation-path',
  chapter: 'service',
  place: 10,
  summary: 'a touchpoint from which no escalation or transfer can be reached',
  severity: 'warning',
  sets: ['service'],
  fixKind: 'none',
  explanation: {
    why: 'Some day the agent can’t help, or the customer asks for the supervisor. If the chart has no answer, the agent invents one, or says no for want of a better idea.',
    repair:
      'Say where the case goes when it is beyond the one who has it: `escalate … to` a role with more say, or `transfer` to the flow of another team.',
    failing: `flow complaint "Complaint"
role agent "Agent"
touchpoint phone "Customer complains"
step solve "Offer a solution" by agent
if accepts? "Customer accepts?" -> end solved "Solved"
end refused "Customer leaves"
`,
    passing: `flow complaint "Complaint"
role agent "Agent"
role lead "Team lead"
touchpoint phone "Customer complains"
step solve "Offer a solution" by agent
if accepts? "Customer accepts?" -> end solved "Solved"
escalate decide "Decide on the complaint" by agent to lead
end decided "Decided"
`,
  },
  check(flow) {
    const { process } = flow;
    const up = process.nodes.flatMap((node, at) => {
      const { kind } = node;
      const escalates =
        kind === 'escalate' ||
        kind === 'transfer' ||
        flow.leadsAnywhere(at) ||
        (kind === 'call' && (flow.project.summaryOf(flowOf(node))?.escalates ?? true));
      return escalates ? [at] : [];
    });
    const helped = reach(reversed(everyWay(flow)), up);
    const alone = process.nodes.filter(({ kind }, at) => kind === 'touchpoint' && !helped.has(at));
    const [first, ...others] = alone;
    if (first === undefined) return [];
    return [
      {
        span: flow.nameSpan(first),
        message: `From ${listed(alone.map(({ label }) => shortQuote(label)))} no case can be escalated or handed over`,
        related: others.map((node) => ({ span: flow.nameSpan(node), message: 'from here neither' })),
        help: 'Say where a case goes that the agent can’t solve: “escalate … to” a role, or “transfer” to a flow',
      },
    ];
  },
});
