import { flowRule } from '../../rule.ts';
import { shortQuote } from '../../wording.ts';

export const problemWithoutRepair = flowRule({
  name: 'problem-without-repair',
  chapter: 'service',
  place: 110,
  summary: 'a `problem` branch that goes straight back to its own step',
  severity: 'warning',
  sets: ['service'],
  fixKind: 'none',
  explanation: {
    why: 'It did not work, so the same is tried again, with nothing changed. The second time it does not work either, and the customer watches.',
    repair:
      'Say what is done about the problem before the step is tried again, or who takes over; with `max` say how often.',
    failing: `flow payment "Payment"
touchpoint shop "Customer pays"
step charge "Charge the card"
  problem "Card is refused" -> charge
end paid "Paid"
`,
    passing: `flow payment "Payment"
touchpoint shop "Customer pays"
step charge "Charge the card"
  problem "Card is refused" -> "Ask for another card" -> charge max 2 then -> end unpaid "Not paid"
end paid "Paid"
`,
  },
  check: (flow) =>
    flow.process.nodes.flatMap((node, at) =>
      flow.reached().has(at)
        ? (flow.shape.outgoing[at] ?? []).flatMap((number) => {
            const edge = flow.edge(number);
            if (edge.kind !== 'problem' || edge.to !== node.id) return [];
            return [
              {
                span: flow.exitSpan(edge),
                message: `After ${shortQuote(edge.label ?? 'the problem')}, ${shortQuote(node.label)} is just tried again: nothing is done about it`,
                help: 'Say what is done first, or who takes over, and how often it is tried with “max”',
              },
            ];
          })
        : [],
    ),
});
