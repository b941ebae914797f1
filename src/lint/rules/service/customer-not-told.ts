import { untoldEnds } from '../../../analysis/untold-ends.ts';
import { flowRule } from '../../rule.ts';
import { witness } from '../../witness.ts';
import { listed, shortQuote, wayOf } from '../../wording.ts';

export const customerNotTold = flowRule({
  name: 'customer-not-told',
  chapter: 'service',
  place: 80,
  summary: 'a path that reaches a success end with no `to customer` since the last work',
  severity: 'warning',
  sets: ['service'],
  fixKind: 'none',
  explanation: {
    why: 'For you the case is done; the customer doesn’t know, and goes on waiting. He calls to ask, or finds out by chance.',
    repair:
      'End with a step `to customer`: what was done, and what he can do if it did not help. A last step `with customer` does as well, and one step may stand behind the message: it is what that told of, or wraps up. All such ends of a flow are one finding.',
    failing: `flow refund "Refund"
role clerk "Clerk"
touchpoint mail "Customer wants the money back"
step pay "Pay the money back" by clerk
end paid "Paid" as success
`,
    passing: `flow refund "Refund"
role clerk "Clerk"
touchpoint mail "Customer wants the money back"
step pay "Pay the money back" by clerk
step tell "Tell the customer when it arrives" by clerk to customer
end paid "Paid" as success
`,
  },
  check(flow) {
    const ends = untoldEnds(flow).map(({ end, way }) => ({
      node: flow.node(end),
      way,
      work: flow.node(way[0] ?? end),
    }));
    const [first, ...others] = ends;
    if (first === undefined) return [];
    const { node, way, work } = first;
    const also = others.map((other) => shortQuote(other.node.label));
    return [
      {
        span: flow.nameSpan(node),
        message: `${shortQuote(node.label)} can be reached without telling the customer what came of ${shortQuote(work.label)}${
          also.length === 0 ? '' : `, and so can ${listed(also)}`
        }`,
        related: [
          { span: flow.nameSpan(work), message: 'the last work on this way' },
          ...others.map((other) => ({
            span: flow.nameSpan(other.node),
            message: `he is not told what came of ${shortQuote(other.work.label)} here`,
          })),
        ],
        ...witness(flow, way),
        help: `Add a step “to customer” on the way ${wayOf(way.map(flow.node))}`,
      },
    ];
  },
});
