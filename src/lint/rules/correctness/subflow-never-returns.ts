import { flowOf } from '../../../model/node-parts.ts';
import type { FlowContext } from '../../context.ts';
import { flowRule } from '../../rule.ts';
import { nodeName, shortQuote } from '../../wording.ts';

export const subflowNeverReturns = flowRule({
  name: 'subflow-never-returns',
  chapter: 'correctness',
  place: 90,
  summary: 'a call of a flow that never comes back, with something after it',
  severity: 'error',
  sets: ['recommended', 'service'],
  fixKind: 'none',
  explanation: {
    why: 'What stands after the call is never done: the called flow hands every case over for good, or calls itself without end. Whoever planned the steps behind it believes that they happen.',
    repair:
      'If the case really is over there, write `transfer` in place of `call`, and delete what follows. If it should come back, give the called flow an `end` that can be reached.',
    failing: `flow order "Order"
touchpoint phone "Customer orders"
call payment
step ship "Ship the goods"
end shipped "Shipped"

flow payment "Payment"
step charge "Charge the card"
transfer collection

flow collection "Collection"
step remind "Remind the customer"
end settled "Settled"
`,
    passing: `flow order "Order"
touchpoint phone "Customer orders"
call payment
step ship "Ship the goods"
end shipped "Shipped"

flow payment "Payment"
step charge "Charge the card"
if refused? "Is the card refused?" -> transfer collection
end paid "Paid"

flow collection "Collection"
step remind "Remind the customer"
end settled "Settled"
`,
  },
  check: (flow) =>
    (flow.project.stuckCalls().get(flow.process) ?? []).map((at) => {
      const node = flow.node(at);
      const next = flow.shape.outgoing[at]?.find((edge) => flow.edge(edge).kind === 'next') ?? 0;
      const after = flow.node(flow.shape.to[next] ?? 0);
      const undone =
        after.kind === 'join'
          ? 'the work beside it never comes together'
          : `${nodeName(after)} after it is never done`;
      return {
        span: flow.nameSpan(node),
        message: `${shortQuote(node.label)} never comes back, so ${undone}`,
        related: whyNot(flow.project.flowAt(flowOf(node))),
        help: 'Write “transfer” if the case is over there, or give the called flow an end that can be reached',
      };
    }),
});

/** The place in a called flow where the case leaves for good. */
function whyNot(called: FlowContext | undefined) {
  if (called === undefined) return [];
  const { process, reached, project } = called;
  const culprit =
    process.nodes.find(({ kind }, at) => kind === 'transfer' && reached().has(at)) ??
    process.nodes.find((node) => node.kind === 'call' && !project.comesBack(node.flow));
  if (culprit === undefined) return [];
  const how =
    culprit.kind === 'transfer' ? 'here it hands the case over for good' : 'this call never comes back';
  return [{ path: process.path, span: called.headSpan(culprit), message: how }];
}
