import { hasNoEnd } from '../../../analysis/missing-end.ts';
import { endHint } from '../../end-hint.ts';
import { flowRule } from '../../rule.ts';
import { nodeName, shortQuote } from '../../wording.ts';

export const noEnd = flowRule({
  name: 'no-end',
  chapter: 'completeness',
  place: 20,
  summary: 'a flow without an end',
  severity: 'error',
  sets: ['recommended', 'service'],
  fixKind: 'hint',
  explanation: {
    why: 'Nobody can tell when a case is done, nor how it went. Without an end there is nothing to count, nothing to promise, and no moment at which the customer hears how it came out.',
    repair:
      'Write at least one `end`, best with a name and with `as success` or `as failure`: what the customer has in his hand when this process is over.',
    failing: `flow question "Technical question"
touchpoint phone "Customer asks"
step search "Search the knowledge base"
step answer "Answer the question"
`,
    passing: `flow question "Technical question"
touchpoint phone "Customer asks"
step search "Search the knowledge base"
step answer "Answer the question"
end answered "Question answered" as success
`,
  },
  check(flow) {
    const { process } = flow;
    const isEmpty = process.nodes.length === 0;
    // That nobody starts it says enough about an empty flow.
    if (!hasNoEnd(flow) || (isEmpty && flow.project.callersOf(process).length === 0)) return [];
    return [
      {
        span: flow.origin.flow,
        message: `The flow ${shortQuote(process.title)} has no end`,
        related: flow.gaps.openExits.slice(0, 1).map(({ from }) => {
          const node = flow.node(flow.indexOf(from));
          return { span: flow.nameSpan(node), message: `the path stops after ${nodeName(node)}` };
        }),
        help: 'Write how it comes out, with “end”, and “as success” or “as failure”',
        ...endHint(flow),
      },
    ];
  },
});
