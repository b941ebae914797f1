import { flowRule } from '../../rule.ts';
import { showsNothing } from '../../shows-nothing.ts';
import { writtenLabels } from '../../written-labels.ts';

export const emptyLabel = flowRule({
  name: 'empty-label',
  chapter: 'completeness',
  place: 60,
  summary: 'a label that shows nothing',
  severity: 'warning',
  sets: ['recommended', 'service'],
  fixKind: 'none',
  explanation: {
    why: 'In the picture it is an empty box, or a line without a word: whoever follows the chart does not know what to do there, and those who hear it hear nothing.',
    repair:
      'Write between the quotes what is done. Where there is a name, the quotes can go: the chart shows the name then.',
    failing: `flow order "Order"
touchpoint phone "Customer orders"
step check " "
end sent "Order sent"
`,
    passing: `flow order "Order"
touchpoint phone "Customer orders"
step check "Check the stock"
end sent "Order sent"
`,
  },
  check: (flow) =>
    writtenLabels(flow.checked)
      // Questions, answers and events that say nothing are what `unnamed-question` tells.
      .filter(({ value, of }) => !['question', 'answer', 'event'].includes(of) && showsNothing(value))
      .map(({ span, of, hasName }) => ({
        span,
        message: `The label of this ${of} shows nothing`,
        help: hasName
          ? 'Write what it is between the quotes, or leave them away: then its name is shown'
          : 'Write what it is between the quotes',
      })),
});
