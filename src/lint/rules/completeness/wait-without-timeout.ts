import { takesOf, withinOf } from '../../../model/node-parts.ts';
import { at } from '../../../text/insertion.ts';
import { flowRule } from '../../rule.ts';
import { timeoutEdits } from '../../timeout-hint.ts';
import { shortQuote } from '../../wording.ts';

export const waitWithoutTimeout = flowRule({
  name: 'wait-without-timeout',
  chapter: 'completeness',
  place: 160,
  summary: 'a `wait` that can last for ever',
  severity: 'warning',
  sets: ['recommended', 'service'],
  fixKind: 'hint',
  explanation: {
    why: 'The letter is lost, the supplier forgets, the customer doesn’t call back: then the case waits for ever, and nobody is told to look at it. The customer believes that something is being done.',
    repair:
      'Say how long at most, with `within`, and what happens when that has passed, with `timeout`. A pause that always has the same length is written with `takes`.',
    failing: `flow spare-part "Spare part"
touchpoint phone "Customer needs a part"
step order "Order the part"
wait part "Wait for the part"
end delivered "Part is delivered"
`,
    passing: `flow spare-part "Spare part"
touchpoint phone "Customer needs a part"
step order "Order the part"
wait part "Wait for the part" within 2w
  timeout -> "Tell the customer, and ask the supplier" -> end late "Part is late"
end delivered "Part is delivered"
`,
  },
  check: (flow) =>
    flow.process.nodes.flatMap((node, index) => {
      // A pause of a fixed length (`takes 14d`) is over by itself.
      const isEndless =
        node.kind === 'wait' &&
        withinOf(node) === undefined &&
        takesOf(node).length === 0 &&
        !flow.hasErrors(node);
      if (!isEndless || !flow.reached().has(index)) return [];
      // A timeout that has no limit is an error of its own.
      if (flow.exits(index).some(({ kind }) => kind === 'timeout')) return [];
      const limit = { span: at(flow.nameSpan(node).end), text: ' within 2d' };
      return [
        {
          span: flow.nameSpan(node),
          message: `${shortQuote(node.label)} can last for ever: nothing says when to stop waiting`,
          help: 'Say how long at most, with “within”, and what is done then, with “timeout”',
          fix: {
            kind: 'hint',
            title: 'Set a limit, and say what is done when it has passed',
            edits: [limit, ...timeoutEdits(flow, index)],
          },
        },
      ];
    }),
});
