import type { When } from '../../../syntax/ast.ts';
import { labelOfName } from '../../../syntax/label.ts';
import { folded } from '../../folded-text.ts';
import { flowRule, type RuleFinding } from '../../rule.ts';
import { shortQuote } from '../../wording.ts';
import { hasWord } from '../../words.ts';

export const duplicateAnswer = flowRule({
  name: 'duplicate-answer',
  chapter: 'correctness',
  place: 50,
  summary: 'two branches of a decision, or of a wait for events, with one label',
  severity: 'error',
  sets: ['recommended', 'service'],
  fixKind: 'none',
  explanation: {
    why: 'Two agents who get the same answer go two different ways, and both are right by the chart. So one customer gets his money back and the next one doesn’t.',
    repair: 'Say what tells the two answers apart, or make one branch of them.',
    failing: `flow fault "Report a fault"
touchpoint phone "Customer reports a fault"
choose urgency "How urgent is it?" {
  when "Urgent" -> "Send an engineer today"
  when "urgent" -> "Call back within the hour"
  otherwise -> "Put it into the queue"
}
end reported "Fault is reported"
`,
    passing: `flow fault "Report a fault"
touchpoint phone "Customer reports a fault"
choose urgency "How urgent is it?" {
  when "Danger to life" -> "Send an engineer today"
  when "Urgent" -> "Call back within the hour"
  otherwise -> "Put it into the queue"
}
end reported "Fault is reported"
`,
  },
  check: (flow) =>
    flow.checked.parts.flatMap(({ item }) => {
      const cases =
        item.kind === 'choose' ? item.cases : item.kind === 'wait' ? item.events?.cases : undefined;
      if (cases === undefined) return [];
      const first = new Map<string, When>();
      return cases.flatMap((branch): readonly RuleFinding[] => {
        const text = folded(labelOfName(branch.name));
        const before = first.get(text);
        if (before === undefined) first.set(text, branch);
        // What has no words is what `unnamed-question` tells.
        if (before === undefined || !hasWord(text)) return [];
        const label = shortQuote(labelOfName(branch.name));
        return [
          {
            span: branch.name.span,
            message:
              item.kind === 'choose'
                ? `${label} is an answer to ${shortQuote(labelOfName(item.question))} already`
                : `${label} is waited for here already`,
            related: [{ span: before.name.span, message: 'the first time' }],
            help: 'Say what tells the two apart, or make one branch of them',
          },
        ];
      });
    }),
});
