import { attributesOf } from '../../../check/parts-of-flow.ts';
import { counted } from '../../../diagnostic/counted.ts';
import { durationSeconds } from '../../../language/duration.ts';
import { withinOf } from '../../../model/node-parts.ts';
import type { Span } from '../../../text/span.ts';
import type { FlowContext } from '../../context.ts';
import { flowRule } from '../../rule.ts';
import { timeoutEdits } from '../../timeout-hint.ts';
import { shortQuote, spelledParts } from '../../wording.ts';

export const lateWithoutAction = flowRule({
  name: 'late-without-action',
  chapter: 'completeness',
  place: 150,
  summary: 'limits of an hour or more (`within`) and no `timeout`, once a flow',
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
    repair:
      'Say with `timeout` what is done when the time has passed: tell the customer, remind, escalate. All such limits of a flow are one finding, at the first of them.',
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
  check(flow, { from }) {
    const late = flow.process.nodes.flatMap((node, index) => {
      const within = withinOf(node);
      const limit = durationSeconds(within ?? []);
      if (within === undefined || limit < from || flow.hasErrors(node) || !flow.reached().has(index))
        return [];
      if (flow.exits(index).some(({ kind }) => kind === 'timeout')) return [];
      const item = flow.item(index);
      if (
        item !== undefined &&
        'exceptions' in item &&
        item.exceptions.some(({ kind }) => kind === 'timeout')
      )
        return [];
      return [{ node, index, within, span: limitSpan(flow, index) }];
    });
    const [first, ...others] = late;
    if (first === undefined) return [];
    const edits = timeoutEdits(flow, first.index);
    const more =
      others.length === 0 ? '' : `, nor at ${counted(others.length, 'more time limit')} of this flow`;
    return [
      {
        span: first.span,
        message: `Nothing is done when ${shortQuote(first.node.label)} is not finished within ${spelledParts(first.within)}${more}`,
        related: others.slice(0, mostShown).map(({ node, span }) => ({
          span,
          message: `nor when ${shortQuote(node.label)} is late`,
        })),
        help: 'Say with “timeout” what is done then: tell the customer, remind, escalate',
        ...(edits.length === 0
          ? {}
          : { fix: { kind: 'hint' as const, title: 'Say what is done then', edits } }),
      },
    ];
  },
});

/** The most others that are shown one by one; they are counted in the message. */
const mostShown = 4;

/** The duration behind “within”, where it is written. */
const limitSpan = (flow: FlowContext, index: number): Span => {
  const item = flow.item(index);
  const attributes = item === undefined ? [] : attributesOf(item);
  const within = attributes.find((attribute) => attribute.kind === 'within');
  return within?.limits[0]?.span ?? flow.nameSpan(flow.node(index));
};
