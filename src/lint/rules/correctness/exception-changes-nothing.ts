import { counted } from '../../../diagnostic/counted.ts';
import { decisionOf } from '../../../model/node-parts.ts';
import type { Edge } from '../../../model/process.ts';
import type { FlowContext } from '../../context.ts';
import { flowRule, type RuleFinding } from '../../rule.ts';
import { nodeName, shortQuote } from '../../wording.ts';

export const exceptionChangesNothing = flowRule({
  name: 'exception-changes-nothing',
  chapter: 'correctness',
  place: 80,
  summary: 'a `timeout` or `problem` that leads where the path goes on anyway',
  severity: 'warning',
  sets: ['recommended', 'service'],
  fixKind: 'none',
  explanation: {
    why: 'Statements follow each other, so what stands below is done in every case: the review that was meant for late cases is made of those that are in time too. Or the late case goes on as if nothing had happened, and the customer pays for it.',
    repair:
      'Lead what is done in time past the step that is only for the others, with `->` behind it, or put that step into the branch: `timeout { escalate … }`. If both are to go the same way, say what is done first; where really nothing is done, `timeout { }` says so.',
    failing: `flow claim "Claim"
role clerk "Clerk"
role lead "Team lead"
touchpoint mail "Customer sends a claim"
step decide "Decide on the claim" by clerk within 2d
  timeout -> late
escalate late "Review what is late" by clerk to lead
step tell "Tell the customer" by lead to customer
end told "Told"
`,
    passing: `flow claim "Claim"
role clerk "Clerk"
role lead "Team lead"
touchpoint mail "Customer sends a claim"
step decide "Decide on the claim" by clerk within 2d
  timeout {
    escalate late "Review what is late" by clerk to lead
  }
step tell "Tell the customer" by lead to customer
end told "Told"
`,
  },
  check: (flow) =>
    flow.process.nodes.flatMap((_, at) => {
      if (!flow.reached().has(at) || flow.leadsAnywhere(at)) return [];
      const edges = (flow.shape.outgoing[at] ?? []).map(flow.edge);
      const next = edges.find(({ kind, jump }) => kind === 'next' && !jump);
      if (next === undefined) return [];
      return [...edges, ...retriesOf(flow, at)].flatMap((edge) =>
        edge !== next && edge.jump && edge.to === next.to ? finding(flow, at, next, edge) : [],
      );
    }),
});

/** What leads on when a statement was begun again as often as `max` allows. */
const retriesOf = (flow: FlowContext, at: number): readonly Edge[] =>
  (flow.shape.incoming[at] ?? [])
    .filter((edge) => flow.edge(edge).kind === 'retry')
    .flatMap((edge) => flow.shape.outgoing[flow.shape.from[edge] ?? 0] ?? [])
    .map(flow.edge)
    .filter(({ kind }) => kind !== 'retry');

function finding(flow: FlowContext, at: number, next: Edge, edge: Edge): readonly RuleFinding[] {
  const when = whenTaken(flow, edge);
  if (when === undefined) return [];
  const target = flow.node(flow.indexOf(next.to));
  return [
    {
      span: flow.exitSpan(edge),
      message: `${nodeName(flow.node(at))} goes on to ${nodeName(target)} in any case: ${when}, and when all is well`,
      related: [{ span: flow.nameSpan(target), message: 'it comes next anyway' }],
      help: `If ${nodeName(target)} is only for such cases, put it into the branch, or lead the others past it with “->”${
        edge.kind === 'timeout' || edge.kind === 'problem'
          ? '; if nothing else is to be done, write “{ }” in place of the arrow'
          : ''
      }`,
    },
  ];
}

function whenTaken(flow: FlowContext, edge: Edge): string | undefined {
  if (edge.kind === 'timeout') return 'when its time has passed';
  if (edge.kind === 'problem') return `after the problem ${shortQuote(edge.label ?? '')}`;
  const decision = decisionOf(flow.node(flow.indexOf(edge.from)));
  return decision?.kind === 'retry' ? `after ${counted(decision.max, 'more try', 'more tries')}` : undefined;
}
