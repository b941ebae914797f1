import { components } from '../../graph/components.ts';
import { digraph, reversed } from '../../graph/digraph.ts';
import { reach } from '../../graph/reach.ts';
import type { FlowContext } from '../flow-context.ts';
import { folded } from '../folded-text.ts';
import { type Finding, flowRule } from '../rule.ts';
import { quoted } from '../wording.ts';

export const knownAnswer = flowRule({
  name: 'known-answer',
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
    const reached = flow.reached();
    // Nothing is done at a decision or a bar of `parallel`: answers stay known over these, and over these only.
    const isIdle = (node: number) =>
      reached.has(node) &&
      !flow.leadsAnywhere(node) &&
      ['decision', 'fork', 'join'].includes(flow.node(node).kind);
    return regionsOf(flow, isIdle).flatMap((region) => againIn(flow, region, isIdle));
  },
});

/** The nodes at which nothing is done, in groups between which something is. */
function regionsOf(
  { shape }: FlowContext,
  isIdle: (node: number) => boolean,
): readonly (readonly number[])[] {
  const edges = shape.from.flatMap((from, edge) => {
    const to = shape.to[edge] ?? 0;
    return isIdle(from) && isIdle(to) ? [[from, to] as const, [to, from] as const] : [];
  });
  return components(digraph(shape.size, edges), { nodes: isIdle }).members;
}

/**
 * For each question that a region asks more than once: where it is asked though every way there has asked it since
 * something was done. It isn't known at those that a way from outside of the region gets to past no such question.
 */
function againIn(
  flow: FlowContext,
  region: readonly number[],
  isIdle: (node: number) => boolean,
): readonly Finding[] {
  const { shape } = flow;
  const byQuestion = new Map<string, number[]>();
  for (const at of region) {
    const { kind, decision, label } = flow.node(at);
    if (kind !== 'decision' || decision?.kind === 'retry') continue;
    const text = folded(label);
    byQuestion.set(text, [...(byQuestion.get(text) ?? []), at]);
  }
  const ways = region.filter(
    (at) =>
      flow.entries.includes(at) || (shape.incoming[at] ?? []).some((edge) => !isIdle(shape.from[edge] ?? 0)),
  );
  return [...byQuestion.values()].flatMap((askers) => {
    if (askers.length < 2) return [];
    const asks = new Set(askers);
    const idleEdge = (edge: number) => isIdle(shape.to[edge] ?? 0);
    const unknown = reach(shape, ways, { stopsAt: (node) => asks.has(node), takes: idleEdge });
    return askers
      .filter((at) => !unknown.has(at))
      .map((at) => {
        const back = reach(reversed(shape), [at], { takes: (edge) => isIdle(shape.from[edge] ?? 0) });
        const before = flow.node(back.order.find((node) => node !== at && asks.has(node)) ?? at);
        const { label, nameSpan } = flow.node(at);
        return {
          span: nameSpan,
          message: `${quoted(label)} has been answered already, and nothing was done since`,
          related: [
            { span: before.nameSpan, message: 'it is asked here, with nothing but questions in between' },
          ],
          help: 'Keep the branch that fits the answer already given, or write what is done in between',
        };
      });
  });
}
