import type { Fix } from '../../../diagnostic/diagnostic.ts';
import type { Branch, Choose } from '../../../syntax/ast.ts';
import { labelOfName, labelOfQuestion } from '../../../syntax/label.ts';
import { flowRule } from '../../rule.ts';
import { shortQuote } from '../../wording.ts';

export const singleAnswer = flowRule({
  name: 'single-answer',
  chapter: 'completeness',
  place: 30,
  summary: 'a decision with one way out, or none; a wait for events without one',
  severity: 'warning',
  sets: ['recommended', 'service'],
  fixKind: 'unsafe',
  explanation: {
    why: 'A question with one answer decides nothing. Most often the other answers were forgotten, and whoever gets one of them doesn’t know how to go on.',
    repair:
      'Write the other answers, or `otherwise`. If there really is only one, the question can go: `flowc lint --fix=unsafe` keeps what stands behind it.',
    failing: `flow delivery "Delivery"
touchpoint phone "Customer asks for delivery"
choose how "How should it come?" {
  when "By post" -> "Hand the parcel to the post"
}
end sent "Sent"
`,
    passing: `flow delivery "Delivery"
touchpoint phone "Customer asks for delivery"
choose how "How should it come?" {
  when "By post" -> "Hand the parcel to the post"
  when "By courier" -> "Call the courier"
}
end sent "Sent"
`,
  },
  check: (flow) =>
    flow.checked.parts.flatMap(({ item, broken }) => {
      if (broken) return [];
      if (item.kind === 'wait' && item.events?.cases.length === 0)
        return [
          {
            span: item.name.span,
            message: `${shortQuote(labelOfName(item.name))} does not say what it waits for`,
            help: 'Write the events, each with “when”; or write it without braces',
          },
        ];
      if (item.kind !== 'choose') return [];
      const branches = [...item.cases, ...(item.otherwise === undefined ? [] : [item.otherwise])];
      const [only] = branches;
      if (only === undefined)
        return [
          {
            span: item.question.span,
            message: `${shortQuote(labelOfQuestion(item.question, '?'))} has no answers`,
            help: 'Write them, each with “when”, and “otherwise” for all others',
          },
        ];
      if (branches.length !== 1) return [];
      const [when] = item.cases;
      const answer = when === undefined ? '“otherwise”' : shortQuote(labelOfName(when.name));
      const { id } = item.question;
      const isTarget = id !== undefined && flow.process.edges.some(({ to, jump }) => jump && to === id.name);
      return [
        {
          span: item.question.span,
          message: `${shortQuote(labelOfQuestion(item.question, '?'))} has one answer only: ${answer}`,
          help:
            item.all === undefined
              ? 'Write the other answers, or “otherwise” for all of them'
              : 'Write the other answers; or ask with “if” whether it applies',
          ...(isTarget || only.branch === undefined || item.all !== undefined
            ? {}
            : { fix: unwrapped(item, only.branch, flow.file.text) }),
        },
      ];
    }),
});

/** What stands behind the only answer, in place of the question. */
function unwrapped(choose: Choose, branch: Branch, text: string): Fix {
  const span =
    branch.kind === 'chain' ? branch.span : { start: branch.span.start + 1, end: branch.span.end - 1 };
  return {
    kind: 'unsafe',
    title: 'Drop the question',
    edits: [{ span: choose.span, text: text.slice(span.start, span.end).trim() }],
  };
}
