import { hearsCustomer, isInTouch } from '../../../analysis/service-view.ts';
import { predecessors, reversed } from '../../../graph/digraph.ts';
import { reach } from '../../../graph/reach.ts';
import { durationSeconds, hourSeconds } from '../../../language/duration.ts';
import { takesOf } from '../../../model/node-parts.ts';
import { at } from '../../../text/insertion.ts';
import type { FlowContext } from '../../context.ts';
import { flowRule } from '../../rule.ts';
import { listed, shortQuote } from '../../wording.ts';

export const missingTimeLimit = flowRule({
  name: 'missing-time-limit',
  chapter: 'completeness',
  place: 140,
  summary:
    'a step without `within` for which the customer is waiting: between contact and the next `to customer`',
  severity: 'warning',
  sets: ['service'],
  fixKind: 'hint',
  explanation: {
    why: 'From the moment he gets in touch until he hears from you, the customer waits. A step on that way that may take any time makes every promise on it worthless.',
    repair:
      'Set a limit with `within` on each step that lies between the customer’s contact and the step that tells him something. What a system does, or `takes` less than an hour, or is said to take no more than so much (`takes 1h..4h`), needs none. Steps that follow each other are one finding.',
    failing: `flow question "Question"
role agent "Agent"
touchpoint mail "Customer asks"
step search "Search the knowledge base" by agent
step answer "Write the answer" by agent to customer within 1h
end answered "Answered"
`,
    passing: `flow question "Question"
role agent "Agent"
touchpoint mail "Customer asks"
step search "Search the knowledge base" by agent within 30min
step answer "Write the answer" by agent to customer within 1h
end answered "Answered"
`,
  },
  check(flow) {
    const indexes = flow.process.nodes.map((_, index) => index).filter(flow.reached().has);
    const tells = (index: number) => isInTouch(flow, index);
    const hears = (index: number) => hearsCustomer(flow, index) && !tells(index);
    const mayTell = (index: number) => tells(index) || flow.leadsAnywhere(index);
    const afterContact = reach(flow.shape, indexes.filter(hears), { stopsAt: mayTell });
    const beforeNews = reach(reversed(flow.shape), indexes.filter(tells), { stopsAt: hears });
    const limitless = new Set(
      indexes.filter((index) => {
        const node = flow.node(index);
        return (
          (node.kind === 'step' || node.kind === 'escalate') &&
          node.within === undefined &&
          !flow.hasErrors(node) &&
          !saysHowLong(flow, index) &&
          !tells(index) &&
          afterContact.has(index) &&
          beforeNews.has(index)
        );
      }),
    );
    return rowsOf(flow, limitless).map((row) => {
      const [first = 0, ...others] = row;
      const node = flow.node(first);
      return {
        span: flow.nameSpan(node),
        message: `The customer waits while ${listed(row.map((index) => shortQuote(flow.node(index).label)))} ${
          others.length === 0 ? 'is' : 'are'
        } done, and nothing says how long at most`,
        related: others.map((index) => ({ span: flow.nameSpan(flow.node(index)), message: 'nor here' })),
        help: 'Set a limit with “within”',
        fix: {
          kind: 'hint',
          title: 'Set a limit',
          edits: [{ span: at(flow.headSpan(node).end), text: ' within 1h' }],
        },
      };
    });
  },
});

/**
 * True for what the customer does himself, what no person does, and what lasts no longer than it says, or than an hour.
 */
function saysHowLong({ node, ownerKind }: FlowContext, index: number): boolean {
  const { owner } = node(index);
  const takes = takesOf(node(index));
  const longest = takes.at(-1);
  return (
    (owner !== undefined && ownerKind(owner) !== 'role') ||
    takes.length > 1 ||
    (longest !== undefined && durationSeconds(longest) < hourSeconds)
  );
}

/** Steps that follow each other with nothing in between and no other way in, as rows, in the order of the text. */
function rowsOf({ shape }: FlowContext, steps: ReadonlySet<number>): readonly (readonly number[])[] {
  const rows = new Map<number, number[]>();
  for (const step of [...steps].sort((a, b) => a - b)) {
    const [before, another] = predecessors(shape, step);
    const row =
      before === undefined || another !== undefined || before >= step ? undefined : rows.get(before);
    if (row === undefined) rows.set(step, [step]);
    else {
      row.push(step);
      rows.set(step, row);
    }
  }
  return [...new Set(rows.values())];
}
