import { durationSeconds } from '../../syntax/duration.ts';
import { flowRule } from '../rule.ts';
import { timeoutEdits } from '../timeout-hint.ts';
import { quoted, spelledParts } from '../wording.ts';

export const lateWithoutAction = flowRule({
  name: 'late-without-action',
  summary: 'a `within` of an hour or more and no `timeout`',
  severity: 'warning',
  sets: ['service'],
  fixKind: 'hint',
  options: {
    from: {
      kind: 'duration',
      default: '1h',
      summary: 'the shortest limit that must say what happens when it has passed',
    },
  },
  explanation: {
    why: 'A limit with no consequence is a wish. When it has passed nobody acts, and the customer is the one who finds out, by waiting.',
    repair: 'Say with `timeout` what is done when the time has passed: tell the customer, remind, escalate.',
    failing: `flow claim "Claim"
touchpoint mail "Customer sends a claim"
step examine "Examine the claim" within 2d
end decided "Decided"
`,
    passing: `flow claim "Claim"
role lead "Team lead"
touchpoint mail "Customer sends a claim"
step examine "Examine the claim" by lead within 2d
  timeout -> "Take the claim over" by lead -> end late "Decided late"
end decided "Decided"
`,
  },
  check: (flow, { from }) =>
    flow.graph.nodes.flatMap((node, index) => {
      const limit = durationSeconds(node.within?.parts ?? []);
      if (node.within === undefined || limit < from || node.recovered || !flow.reached().has(index))
        return [];
      if (flow.exits(index).some(({ kind }) => kind === 'timeout')) return [];
      const item = flow.item(index);
      if (
        item !== undefined &&
        'exceptions' in item &&
        item.exceptions.some(({ kind }) => kind === 'timeout')
      )
        return [];
      const edits = timeoutEdits(flow, index);
      return [
        {
          span: node.within.span,
          message: `Nothing is done when ${quoted(node.label)} is not finished within ${spelledParts(node.within)}`,
          help: 'Say with “timeout” what is done then: tell the customer, remind, escalate',
          ...(edits.length === 0
            ? {}
            : { fix: { kind: 'hint' as const, title: 'Say what is done then', edits } }),
        },
      ];
    }),
});
