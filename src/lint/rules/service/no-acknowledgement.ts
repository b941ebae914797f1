import { isToldByCallers } from '../../../analysis/callers.ts';
import { longestOfLevels } from '../../../analysis/longest-level.ts';
import { longestTo, longestWaits, nodesOnWay } from '../../../analysis/longest-wait.ts';
import { isInTouch } from '../../../analysis/service-view.ts';
import { toldMeanwhile } from '../../../analysis/told-meanwhile.ts';
import { at, indentationAt, lineBreakNear } from '../../../text/insertion.ts';
import type { TextEdit } from '../../../text/text-edit.ts';
import type { FlowContext } from '../../context.ts';
import { flowRule } from '../../rule.ts';
import { shares, spelledWait } from '../../spelled-waits.ts';
import { witness } from '../../witness.ts';
import { shortQuote, spelledDuration, theCustomer } from '../../wording.ts';

export const noAcknowledgement = flowRule({
  name: 'no-acknowledgement',
  chapter: 'service',
  place: 60,
  summary: 'a first `to customer` that can come later than 1 day after the touchpoint',
  severity: 'warning',
  sets: ['service'],
  fixKind: 'hint',
  options: {
    within: { kind: 'duration', default: '1d', summary: 'how soon the customer must hear something' },
  },
  explanation: {
    why: 'A customer who hears nothing for a day does not know whether you got his message. He sends it again, or calls; now there are two cases, and one angry customer.',
    repair:
      'Tell him at once that it came in and what happens next: a step `to customer` soon after the touchpoint, by a system if you like. A step `with customer` does as well, and a flow that others lead to can rely on what was said there. One working day counts as a day. What tells him `meanwhile` in time does too.',
    failing: `flow claim "Claim"
role clerk "Clerk"
touchpoint mail "Customer sends a claim"
step examine "Examine the claim" by clerk within 3d
step tell "Tell the decision" by clerk to customer within 1h
end decided "Decided"
`,
    passing: `flow claim "Claim"
role clerk "Clerk"
touchpoint mail "Customer sends a claim"
step received "Tell the customer that it came in" by clerk to customer within 2h
step examine "Examine the claim" by clerk within 3d
step tell "Tell the decision" by clerk to customer within 1h
end decided "Decided"
`,
  },
  check(flow, { within }) {
    const indexes = flow.process.nodes.map((_, index) => index);
    const touchpoints = indexes.filter((index) => flow.node(index).kind === 'touchpoint');
    const tells = (index: number) => isInTouch(flow, index);
    const telling = indexes.filter(tells);
    if (telling.length === 0) return [];
    const found = longestOfLevels(flow, (level) => {
      const gap = toldMeanwhile(flow, level);
      const waits = longestWaits(flow, touchpoints, {
        level,
        stopsAt: (index) => tells(index) || flow.leadsAnywhere(index) || (gap(index) ?? within + 1) <= within,
        most: gap,
        countsDays: true,
      });
      const worst = longestTo(waits, telling);
      return worst && { waits, worst };
    });
    if (found === undefined || found.worst.seconds <= within || isToldByCallers(flow)) return [];
    const { waits, worst, level } = found;
    const node = flow.node(worst.node);
    const [first] = touchpoints;
    return [
      {
        span: flow.nameSpan(node),
        message: `${theCustomer(level)} can hear nothing until ${shortQuote(node.label)}, ${spelledWait(flow, waits, worst.node)} after getting in touch`,
        related: shares(flow, waits, worst.node),
        ...witness(flow, nodesOnWay(waits, worst.node)),
        help: `Tell the customer within ${spelledDuration(within)} that it came in, and what happens next`,
        ...(first === undefined
          ? {}
          : {
              fix: {
                kind: 'hint' as const,
                title: 'Tell the customer at once',
                edits: [told(flow, first)],
              },
            }),
      },
    ];
  },
});

/** Shows a step right behind a touchpoint, or first in its block. */
function told({ file: { text }, ...flow }: FlowContext, touchpoint: number): TextEdit {
  const step = '"Tell the customer that it came in" to customer within 1h';
  const item = flow.item(touchpoint);
  const branch = item?.kind === 'touchpoint' ? item.branch : undefined;
  if (branch?.kind === 'chain') return { span: at(branch.span.start), text: `-> ${step} ` };
  if (branch === undefined)
    return { span: at(flow.headSpan(flow.node(touchpoint)).end), text: ` -> ${step}` };
  const { start } = branch.span;
  const inside = `${lineBreakNear(text, start)}${indentationAt(text, start)}  step ${step}`;
  return {
    span: at(start + 1),
    text: /^[ \t\r]*(?:#[^\n]*)?\n/.test(text.slice(start + 1)) ? inside : ` step ${step}`,
  };
}
