import type { AnalysedFlow } from '../../../analysis/analysed-flow.ts';
import { callSitesOf } from '../../../analysis/callers.ts';
import { tellsCustomer } from '../../../analysis/service-view.ts';
import { predecessors, reversed, successors } from '../../../graph/digraph.ts';
import { reach } from '../../../graph/reach.ts';
import { outcomeOf } from '../../../model/node-parts.ts';
import { flowRule } from '../../rule.ts';
import { shortQuote } from '../../wording.ts';

export const noFollowUp = flowRule({
  name: 'no-follow-up',
  chapter: 'service',
  place: 100,
  summary: 'a request after whose answer nothing is done to learn if it helped',
  severity: 'info',
  sets: ['service'],
  fixKind: 'none',
  explanation: {
    why: 'You believe that the case is solved because nobody calls any more. Perhaps the customer has given up. Without asking, the same fault is answered a hundred times and never mended.',
    repair:
      'Ask after the answer: a question right behind it (“Did that help?”), a step `by customer` such as a rating, or a `wait` of some days and a message. One such way to a success is enough.',
    failing: `flow question "Question"
role agent "Agent"
touchpoint mail "Customer asks"
step answer "Answer the question" by agent to customer
end answered "Answered" as success
`,
    passing: `flow question "Question"
role agent "Agent"
touchpoint mail "Customer asks"
step answer "Answer the question" by agent to customer
if helped? "Did that help?" -> end answered "Answered" as success
end open "Not answered" as failure
`,
  },
  check(flow) {
    const end = unaskedEnd(flow);
    if (end === undefined) return [];
    // It is enough that one flow asks, this one or one that hands the request on to it.
    const callers = new Set(callSitesOf(flow).map((site) => site.flow));
    if ([...callers].some(asksWhetherItHelped)) return [];
    const node = flow.node(end);
    return [
      {
        span: flow.nameSpan(node),
        message: `Nobody learns whether it helped: ${shortQuote(node.label)} follows the answer, and nothing is asked`,
        help: 'Ask after the answer, let the customer rate it, or wait some days and get in touch',
      },
    ];
  },
});

/** The first success end of a flow that answers its customers and asks none of them; nothing for all other flows. */
function unaskedEnd(flow: AnalysedFlow): number | undefined {
  const reached = flow.reached();
  const indexes = flow.process.nodes.map((_, at) => at).filter((at) => reached.has(at) && !flow.isBeside(at));
  const end = indexes.find((at) => outcomeOf(flow.node(at)) === 'success');
  const isAnswered = indexes.some((at) => tellsCustomer(flow, at));
  if (end === undefined || !isAnswered || indexes.some(flow.leadsAnywhere)) return undefined;
  return learningPlaces(flow).length > 0 ? undefined : end;
}

const asksWhetherItHelped = (flow: AnalysedFlow): boolean =>
  learningPlaces(flow).some((at) => flow.node(at).kind !== 'transfer');

/**
 * The nodes behind an answer at which somebody learns whether it helped, or hands the case on, on a way to a success.
 */
function learningPlaces(flow: AnalysedFlow): readonly number[] {
  const { process, ways } = flow;
  const reached = flow.reached();
  const indexes = process.nodes.map((_, at) => at).filter((at) => reached.has(at) && !flow.isBeside(at));
  const tells = (at: number) => tellsCustomer(flow, at);
  const successes = indexes.filter((at) => outcomeOf(flow.node(at)) === 'success');
  const after = reach(
    ways,
    indexes.filter(tells).flatMap((at) => successors(ways, at)),
  );
  const waits = after.order.filter((at) => flow.node(at).kind === 'wait');
  const later = reach(ways, waits);
  const toSuccess = reach(reversed(ways), successes);
  const learns = (at: number) => {
    const { kind, owner } = flow.node(at);
    return (
      owner === 'customer' ||
      kind === 'call' ||
      kind === 'transfer' ||
      (tells(at) && kind !== 'end' && later.has(at)) ||
      (kind === 'decision' && predecessors(ways, at).some(tells))
    );
  };
  return after.order.filter((at) => learns(at) && (toSuccess.has(at) || flow.node(at).kind === 'transfer'));
}
