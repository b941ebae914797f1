import { levelsOf, withinAt } from '../../../analysis/level-limits.ts';
import { attributesOf } from '../../../check/parts-of-flow.ts';
import { counted } from '../../../diagnostic/counted.ts';
import { type Duration, durationSeconds } from '../../../language/duration.ts';
import type { Node, Stage } from '../../../model/process.ts';
import { cover, type Span } from '../../../text/span.ts';
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
      'Say with `timeout` what is done when the time has passed: tell the customer, remind, escalate; or once with `late`, for all limits of the flow or of a stage. All such limits of a flow are one finding, at the first of them.',
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
    const late = limitsWithoutAction(flow, from);
    const [first, ...others] = late;
    if (first === undefined) return [];
    const edits = first.node === undefined ? [] : timeoutEdits(flow, first.node);
    const more =
      others.length === 0 ? '' : `, nor at ${counted(others.length, 'more time limit')} of this flow`;
    return [
      {
        span: first.span,
        message: `Nothing is done when ${shortQuote(first.label)} is not finished within ${spelledParts(first.within)}${more}`,
        related: others.slice(0, mostShown).map(({ label, span }) => ({
          span,
          message: `nor when ${shortQuote(label)} is late`,
        })),
        help: 'Say with “timeout” what is done then, or with “late” for all limits of the flow or stage: tell the customer, remind, escalate',
        ...(edits.length === 0
          ? {}
          : { fix: { kind: 'hint' as const, title: 'Say what is done then', edits } }),
      },
    ];
  },
});

/** The most others that are shown one by one; they are counted in the message. */
const mostShown = 4;

/** A limit, of a node or of a stage, with its longest time. */
interface OpenLimit {
  readonly label: string;
  readonly within: Duration;
  readonly span: Span;
  readonly node?: number;
}

/**
 * The limits of `from` seconds or more that have no timeout and are in the scope of no `late`, in the order of the
 * text.
 */
function limitsWithoutAction(flow: FlowContext, from: number): readonly OpenLimit[] {
  const { process } = flow;
  const lates = new Set(process.nodes.flatMap(({ kind, stage }) => (kind === 'late' ? [stage] : [])));
  const hasLate = (stage: string | undefined): boolean =>
    lates.has(undefined) || flow.stagesAround(stage).some(({ id }) => lates.has(id));
  const longest = (of: Stage | Node): Duration | undefined => {
    const all = levelsOf(process).flatMap((level) => {
      const within = withinAt(of, level);
      return within === undefined ? [] : [within];
    });
    const [most] = all.sort((a, b) => durationSeconds(b, flow.hours()) - durationSeconds(a, flow.hours()));
    return most !== undefined && durationSeconds(most, flow.hours()) >= from ? most : undefined;
  };
  const nodes = process.nodes.flatMap((node, index): readonly OpenLimit[] => {
    const within = longest(node);
    if (within === undefined || flow.hasErrors(node) || !flow.reached().has(index)) return [];
    const isActedOn = flow.exits(index).some(({ kind }) => kind === 'timeout') || writesTimeout(flow, index);
    if (isActedOn || hasLate(node.stage)) return [];
    return [{ label: node.label, within, span: limitSpan(flow, index), node: index }];
  });
  const stages = process.stages.flatMap((stage): readonly OpenLimit[] => {
    const within = longest(stage);
    const span = flow.origin.stages.get(stage.id);
    return within === undefined || span === undefined || hasLate(stage.id)
      ? []
      : [{ label: stage.label, within, span }];
  });
  return [...nodes, ...stages].sort((a, b) => a.span.start - b.span.start);
}

/** True for what has a timeout that leads to a name which is none. */
function writesTimeout(flow: FlowContext, index: number): boolean {
  const item = flow.item(index);
  return item !== undefined && 'exceptions' in item && item.exceptions.some(({ kind }) => kind === 'timeout');
}

/** The times behind “within”, where they are written. */
const limitSpan = (flow: FlowContext, index: number): Span => {
  const item = flow.item(index);
  const attributes = item === undefined ? [] : attributesOf(item);
  const within = attributes.find((attribute) => attribute.kind === 'within');
  const [first] = within?.limits ?? [];
  return first === undefined
    ? flow.nameSpan(flow.node(index))
    : cover(first.span, within?.limits.at(-1)?.span ?? first.span);
};
