import { flowRule } from '../../rule.ts';
import { shortQuote } from '../../wording.ts';

export const tooManyAnswers = flowRule({
  name: 'too-many-answers',
  chapter: 'clarity',
  place: 30,
  summary: 'a decision with more than 7 branches, or a wait for more events',
  severity: 'info',
  sets: ['recommended', 'service'],
  fixKind: 'none',
  options: {
    max: { kind: 'count', default: 7, least: 2, summary: 'how many branches a decision may have' },
  },
  explanation: {
    why: 'Nobody keeps more than about seven answers in mind. In a telephone menu customers press zero; agents choose what they always choose.',
    repair: 'Ask in two steps: first the kind, then which one of it.',
    failing: `flow menu "Telephone menu"
touchpoint phone "Customer calls"
choose topic "What is it about?" {
  when "Order" -> "Take the order"
  when "Bill" -> "Explain the bill"
  when "Fault" -> "Take the fault report"
  when "Move" -> "Note the new address"
  when "Contract" -> "Explain the contract"
  when "Praise" -> "Say thank you"
  when "Complaint" -> "Listen"
  otherwise -> "Put the customer through to a person"
}
end served "Served"
`,
    passing: `flow menu "Telephone menu"
touchpoint phone "Customer calls"
choose topic "What is it about?" {
  when "Something new" -> "Take the order"
  when "Something I have" -> "Look the contract up"
  otherwise -> "Put the customer through to a person"
}
end served "Served"
`,
  },
  check: (flow, { max }) =>
    flow.process.nodes.flatMap((node, at) => {
      if ((node.kind !== 'decision' && node.kind !== 'wait') || flow.hasErrors(node)) return [];
      const exits = flow.exits(at);
      const isWait = node.kind === 'wait';
      const answers = isWait ? exits.filter(({ kind }) => kind === 'when').length : exits.length;
      if (answers <= max) return [];
      return [
        {
          span: flow.nameSpan(node),
          message: `${shortQuote(node.label)} ${isWait ? `waits for ${answers} events` : `has ${answers} answers`}, more than anyone keeps in mind`,
          help: isWait
            ? 'Wait for fewer: make one event of those after which the same is done'
            : 'Ask in two steps: first the kind, then which one of it',
        },
      ];
    }),
});
