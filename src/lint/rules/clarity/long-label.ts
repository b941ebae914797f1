import { flowRule } from '../../rule.ts';
import { shortQuote } from '../../wording.ts';
import { labelsOnChart } from '../../written-labels.ts';

export const longLabel = flowRule({
  name: 'long-label',
  chapter: 'clarity',
  place: 80,
  summary: 'a label of more than 80 characters',
  severity: 'info',
  sets: ['recommended', 'service'],
  fixKind: 'none',
  options: {
    max: { kind: 'count', default: 80, least: 1, summary: 'how many characters a label may have' },
  },
  explanation: {
    why: 'An agent reads it while the customer speaks. What is too long to take in at a glance is not read, and its symbol pushes all others off the page.',
    repair:
      'Say what is done in a few words, and put the rest into a `note`, or the words to use into `say`.',
    failing: `flow question "Question"
touchpoint phone "Customer asks"
step answer "Answer the question in a friendly way, repeat the main point, and ask whether everything is clear now"
end answered "Answered"
`,
    passing: `flow question "Question"
touchpoint phone "Customer asks"
step answer "Answer the question" note "Repeat the main point, and ask whether all is clear now"
end answered "Answered"
`,
  },
  check(flow, { max }) {
    return labelsOnChart(flow.checked).flatMap(({ value: label, span }) => {
      const length = label.length > max ? [...label].length : 0;
      if (length <= max) return [];
      return [
        {
          span,
          message: `${shortQuote(label)} has ${length} characters, too many to take in at a glance`,
          help: `Say it in ${max} or fewer, and put the rest into a “note”`,
        },
      ];
    });
  },
});
