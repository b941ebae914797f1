import { toldSinceWork } from '../flow-summary.ts';
import { flowRule } from '../rule.ts';
import { witness } from '../witness.ts';
import { quoted, wayOf } from '../wording.ts';

export const customerNotTold = flowRule({
  name: 'customer-not-told',
  summary: 'a path that reaches a success end with no `to customer` since the last work',
  severity: 'warning',
  sets: ['service'],
  fixKind: 'none',
  explanation: {
    why: 'For you the case is done; the customer doesn’t know, and goes on waiting. He calls to ask, or finds out by chance.',
    repair: 'End with a step `to customer`: what was done, and what he can do if it did not help.',
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
    const told = toldSinceWork(flow);
    return flow.graph.nodes.flatMap((node, at) => {
      if (node.outcome !== 'success' || !flow.reached().has(at) || told.before(at)) return [];
      const way = told.counterExample(at);
      const work = flow.node(way[0] ?? at);
      return [
        {
          span: node.nameSpan,
          message: `${quoted(node.label)} can be reached without telling the customer what came of ${quoted(work.label)}`,
          related: [{ span: work.nameSpan, message: 'the last work on this way' }],
          ...witness(flow, way),
          help: `Add a step “to customer” on the way ${wayOf(way.map(flow.node))}`,
        },
      ];
    });
  },
});
