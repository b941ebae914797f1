import { type CaseLevel, levelsOf, valueAt, withinAt } from '../../../analysis/level-limits.ts';
import { hearsCustomer, isInTouch } from '../../../analysis/service-view.ts';
import { attributesOf } from '../../../check/parts-of-flow.ts';
import { predecessors, reversed } from '../../../graph/digraph.ts';
import { reach } from '../../../graph/reach.ts';
import { type Duration, durationSeconds, hourSeconds } from '../../../language/duration.ts';
import type { Escalation, Step } from '../../../model/process.ts';
import { at } from '../../../text/insertion.ts';
import type { TextEdit } from '../../../text/text-edit.ts';
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
      'Set a limit with `within` on each step that lies between the customer’s contact and the step that tells him something. What a system does, or `takes` less than an hour, or is said to take no more than so much (`takes 1h..4h`), needs none; nor what stands in a stage with a limit. Steps that follow each other are one finding.',
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
    const afterContact = reach(flow.ways, indexes.filter(hears), { stopsAt: mayTell });
    const beforeNews = reach(reversed(flow.ways), indexes.filter(tells), { stopsAt: hears });
    const limitless = new Set(
      indexes.filter((index) => {
        const node = flow.node(index);
        return (
          (node.kind === 'step' || node.kind === 'escalate') &&
          levelsWithoutLimit(flow, node).length > 0 &&
          !flow.hasErrors(node) &&
          !needsNoLimit(flow, index) &&
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
        } done, and nothing says how long at most${forSomeLevels(flow, row)}`,
        related: others.map((index) => ({ span: flow.nameSpan(flow.node(index)), message: 'nor here' })),
        help: 'Set a limit with “within”',
        fix: {
          kind: 'hint',
          title: 'Set a limit',
          edits: [limitEdit(flow, first)],
        },
      };
    });
  },
});

/** The levels for whose cases nothing says how long a step may take: neither it nor a stage around it. */
function levelsWithoutLimit(
  { process, stagesAround }: FlowContext,
  node: Step | Escalation,
): readonly CaseLevel[] {
  const stages = stagesAround(node.stage);
  return levelsOf(process).filter(
    (level) =>
      [node, ...stages].every((limited) => withinAt(limited, level) === undefined) &&
      !saysHowLong(valueAt(node.takes, node.takesByLevel, level)),
  );
}

/** What limits are missing for, where others are there. */
function forSomeLevels(flow: FlowContext, row: readonly number[]): string {
  const missing = new Set(
    row.flatMap((index) => {
      const node = flow.node(index);
      return node.kind === 'step' || node.kind === 'escalate' ? levelsWithoutLimit(flow, node) : [];
    }),
  );
  const all = levelsOf(flow.process);
  if (missing.size === all.length) return '';
  return ` for ${listed(all.flatMap((level) => (level !== undefined && missing.has(level) ? [`“${level}”`] : [])))}`;
}

/** Shows a limit behind a step, or behind those that it has for other levels. */
function limitEdit(flow: FlowContext, index: number): TextEdit {
  const item = flow.item(index);
  const attributes = item === undefined ? [] : attributesOf(item);
  const within = attributes.find(({ kind }) => kind === 'within');
  return within === undefined
    ? { span: at(flow.headSpan(flow.node(index)).end), text: ' within 1h' }
    : { span: at(within.span.end), text: ', 1h' };
}

/** True for what the customer does himself, and what no person does. */
function needsNoLimit({ node, ownerKind }: FlowContext, index: number): boolean {
  const { owner } = node(index);
  return owner !== undefined && ownerKind(owner) !== 'role';
}

/** True where it is said how long at most something takes, or that it is less than an hour. */
const saysHowLong = (takes: readonly Duration[]): boolean =>
  takes.length > 1 || takes.some((longest) => durationSeconds(longest) < hourSeconds);

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
