import type { Fix } from '../../../diagnostic/diagnostic.ts';
import { at, indentationAt, insertBelow, lineBreakNear } from '../../../text/insertion.ts';
import type { FlowContext } from '../../context.ts';
import { flowRule } from '../../rule.ts';
import { shortQuote } from '../../wording.ts';

export const noTouchpoint = flowRule({
  name: 'no-touchpoint',
  chapter: 'completeness',
  place: 10,
  summary: 'a flow that nobody can start: no touchpoint, and no other flow calls it',
  severity: 'error',
  sets: ['recommended', 'service'],
  fixKind: 'hint',
  explanation: {
    why: 'A process begins when a customer gets in touch. If the chart does not say where, an agent can’t tell whether it is meant for the call on his line, and nobody notices the channel on which customers write and no one answers.',
    repair:
      'Write a `touchpoint` for each way in: telephone, email, chat, a form. A flow that is part of another one needs none, once that one has a `call` or `transfer` to it.',
    failing: `flow answer "Answer a call"
step pick-up "Pick up"
step help "Help the customer"
end done "Customer is helped"
`,
    passing: `flow answer "Answer a call"
touchpoint phone "Customer calls"
step pick-up "Pick up"
step help "Help the customer"
end done "Customer is helped"
`,
  },
  check(flow) {
    const { process } = flow;
    const hasWayIn = process.nodes.some(
      ({ kind }, node) => kind === 'touchpoint' || flow.leadsAnywhere(node),
    );
    if (hasWayIn || flow.checked.flow.broken || flow.project.callersOf(process).length > 0) return [];
    return [
      {
        span: flow.origin.flow,
        message: `Nobody can start ${shortQuote(process.title)}: it has no touchpoint, and no flow calls it`,
        help: 'Say how a customer comes in, before the first step',
        ...hint(flow),
      },
    ];
  },
});

/**
 * Shows a touchpoint before the first step, and an end where there is none either; nothing where customers would come
 * in to fail.
 */
function hint({ process, gaps, checked: { flow }, file: { text } }: FlowContext): { readonly fix?: Fix } {
  const ends = process.nodes.filter((node) => node.kind === 'end');
  const hasEnd = process.nodes.some(({ kind }) => kind === 'end' || kind === 'transfer' || kind === 'call');
  const isOpen = gaps.openExits.length > 0 || flow.statements.length === 0;
  if ((!hasEnd && !isOpen) || (ends.length > 0 && ends.every(({ outcome }) => outcome === 'failure')))
    return {};
  const line = 'touchpoint phone "Customer calls"';
  const first = flow.statements[0];
  const after = flow.properties.at(-1)?.span ?? flow.label?.span ?? flow.id.span;
  const end = 'end done "What this path comes to"';
  const last = flow.statements.at(-1);
  const edit =
    first === undefined
      ? insertBelow(text, after, `${line}${lineBreakNear(text)}${end}`)
      : {
          span: at(first.span.start),
          text: line + lineBreakNear(text, first.span.start) + indentationAt(text, first.span.start),
        };
  const edits = [edit, ...(hasEnd || last === undefined ? [] : [insertBelow(text, last.span, end)])];
  return { fix: { kind: 'hint', title: 'Begin with a touchpoint', edits } };
}
