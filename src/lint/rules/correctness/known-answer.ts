import { longestRow } from '../../../analysis/longest-row.ts';
import type { NodeKind } from '../../../model/process.ts';
import type { FlowContext } from '../../context.ts';
import { folded } from '../../folded-text.ts';
import { flowRule, type RuleFinding } from '../../rule.ts';
import { shortQuote } from '../../wording.ts';
import { hasLetter } from '../../words.ts';

export const knownAnswer = flowRule({
  name: 'known-answer',
  chapter: 'correctness',
  place: 70,
  summary: 'a question asked again though nothing was done since it was answered',
  severity: 'warning',
  sets: ['recommended', 'service'],
  fixKind: 'none',
  explanation: {
    why: 'Customers hate nothing more than to be asked twice. And one of the two answers can never come: what stands behind it is never done.',
    repair:
      'Drop the second question and keep the branch that fits the answer already given. If something should happen in between that may change the answer, write it as a step.',
    failing: `flow booking "Booking"
touchpoint phone "Customer wants to change a booking"
if paid? "Is the ticket paid?" {
  if flexible? "Does the fare allow changes?" {
    if paid-already? "Is the ticket paid?" -> "Change the booking" -> end changed "Changed"
  }
}
end kept "Booking stays as it is"
`,
    passing: `flow booking "Booking"
touchpoint phone "Customer wants to change a booking"
if paid? "Is the ticket paid?" {
  if flexible? "Does the fare allow changes?" -> "Change the booking" -> end changed "Changed"
}
end kept "Booking stays as it is"
`,
  },
  check(flow) {
    const byQuestion = Map.groupBy(
      flow.process.nodes.flatMap((node, at) => {
        const isAsked = node.kind === 'decision' && node.decision.kind !== 'retry' && flow.reached().has(at);
        // Two questions that nobody put into words are not known to be the same.
        return isAsked && hasLetter(node.label) ? [at] : [];
      }),
      // With its question mark or without, it is the same question.
      // Another person who is asked may well answer otherwise.
      (at) => `${flow.node(at).owner ?? ''} ${folded(flow.node(at).label.replace(/\s*[?？؟;]$/, ''))}`,
    );
    return [...byQuestion.values()].flatMap((askers) =>
      askers.length < 2 ? [] : askers.flatMap((at) => answeredBefore(flow, at, new Set(askers))),
    );
  },
});

/**
 * The finding where every way to a question has asked it since something was done. Looks back over decisions and bars
 * of `parallel`, at which nothing is done, until each way has come to the same question; not further than people ever
 * ask in a row.
 */
function answeredBefore(
  flow: FlowContext,
  asker: number,
  askers: ReadonlySet<number>,
): readonly RuleFinding[] {
  const { shape } = flow;
  const seen = new Set([asker]);
  let nearest: number | undefined;
  for (const at of seen) {
    const isOpen = flow.entries.includes(at) || flow.leadsAnywhere(at) || seen.size > longestRow;
    if (isOpen || !isIdle.has(flow.node(at).kind)) return [];
    for (const edge of shape.incoming[at] ?? []) {
      const from = shape.from[edge] ?? 0;
      if (!flow.reached().has(from) || from === asker) continue;
      if (askers.has(from)) nearest ??= from;
      else seen.add(from);
    }
  }
  if (nearest === undefined) return [];
  const node = flow.node(asker);
  return [
    {
      span: flow.nameSpan(node),
      message: `${shortQuote(node.label)} has been answered already, and nothing was done since`,
      related: [
        {
          span: flow.nameSpan(flow.node(nearest)),
          message: 'it is asked here, with nothing but questions in between',
        },
      ],
      help: 'Keep the branch that fits the answer already given, or write what is done in between',
    },
  ];
}

const isIdle: ReadonlySet<NodeKind> = new Set(['decision', 'fork', 'join']);
