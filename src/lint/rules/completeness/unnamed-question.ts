import { counted } from '../../../diagnostic/counted.ts';
import type { Step } from '../../../syntax/ast.ts';
import { labelOfName, labelOfQuestion } from '../../../syntax/label.ts';
import { flowRule, type RuleFinding } from '../../rule.ts';
import { shortQuote } from '../../wording.ts';
import { hasWord } from '../../words.ts';

export const unnamedQuestion = flowRule({
  name: 'unnamed-question',
  chapter: 'completeness',
  place: 80,
  summary: 'a question, an answer or an event that nobody put into words',
  severity: 'warning',
  sets: ['recommended', 'service'],
  fixKind: 'none',
  explanation: {
    why: 'A diamond with nothing but “?” or “…” in it leaves the choice to whoever stands before it. Two agents decide by two questions, and the customer gets what chance gives him. Charts that come from drawing programs often have such questions.',
    repair: 'Write down what is asked, and the answers that lead to each branch.',
    failing: `flow case "Case"
touchpoint phone "Customer calls"
step look "Look at the case"
choose first? "…" {
  when "Small" -> "Settle it" -> end settled
  otherwise -> "Open a file" -> end opened
}
`,
    passing: `flow case "Case"
touchpoint phone "Customer calls"
step look "Look at the case"
choose first? "How large is the claim?" {
  when "Small" -> "Settle it" -> end settled
  otherwise -> "Open a file" -> end opened
}
`,
  },
  check: (flow) =>
    flow.checked.parts.flatMap(({ item, broken }): readonly RuleFinding[] => {
      if (broken) return [];
      if (item.kind === 'wait') return unnamedEvents(item);
      if (item.kind !== 'if-arm' && item.kind !== 'choose') return [];
      const question = item.kind === 'choose' ? item.question : item.arm.question;
      const text = labelOfQuestion(question, '?');
      const unnamed = (item.kind === 'choose' ? item.cases : []).filter(
        ({ name }) => !hasWord(labelOfName(name)),
      );
      const [first, ...others] = unnamed;
      if (!hasWord(text))
        return [
          {
            span: question.span,
            message: `Nobody says what is asked here: ${shortQuote(text)} has no words in it`,
            related: unnamed.map(({ name }) => ({ span: name.span, message: 'nor what this answer is' })),
            help: 'Write the question as the person says it who has to decide',
          },
        ];
      if (first === undefined) return [];
      return [
        {
          span: first.name.span,
          message: `Nobody says what ${counted(unnamed.length, 'answer')} to ${shortQuote(text)} ${unnamed.length === 1 ? 'is' : 'are'}`,
          related: others.map(({ name }) => ({ span: name.span, message: 'nor this one' })),
          help: 'Write each answer as one would give it',
        },
      ];
    }),
});

/** Events that a wait is for and that have no words in them. */
function unnamedEvents({ name, events }: Step): readonly RuleFinding[] {
  const unnamed = (events?.cases ?? []).filter((event) => !hasWord(labelOfName(event.name)));
  const [first, ...others] = unnamed;
  if (first === undefined) return [];
  return [
    {
      span: first.name.span,
      message: `Nobody says what ${counted(unnamed.length, 'event')} at ${shortQuote(labelOfName(name))} ${unnamed.length === 1 ? 'is' : 'are'}`,
      related: others.map((event) => ({ span: event.name.span, message: 'nor this one' })),
      help: 'Write what happens, as one would tell it',
    },
  ];
}
