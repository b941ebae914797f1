import { longestRow } from '../../../analysis/longest-row.ts';
import { components } from '../../../graph/components.ts';
import { digraph } from '../../../graph/digraph.ts';
import { handedUpByOf } from '../../../model/node-parts.ts';
import type { FlowContext } from '../../context.ts';
import { flowRule } from '../../rule.ts';
import { listed, shortQuote } from '../../wording.ts';

export const escalationCycle = flowRule({
  name: 'escalation-cycle',
  chapter: 'correctness',
  place: 100,
  summary: 'escalations that come back to a role they left, or stay with it',
  severity: 'error',
  sets: ['recommended', 'service'],
  fixKind: 'none',
  explanation: {
    why: 'An escalation is a promise that someone with more say will look at it. Where it comes back to the one who handed it up, nobody decides, and the customer is passed from desk to desk.',
    repair:
      'Escalate to a role above all that had the case before. Work that goes back down is a `step`, not an `escalate`.',
    failing: `flow dispute "Dispute"
role agent "Agent"
role lead "Team lead"
touchpoint phone "Customer disputes a bill"
step listen "Listen" by agent
escalate decide "Decide on the dispute" by agent to lead
if unclear? "Is the bill unclear?" {
  escalate explain "Explain the bill" by lead to agent
}
end settled "Settled"
`,
    passing: `flow dispute "Dispute"
role agent "Agent"
role lead "Team lead"
touchpoint phone "Customer disputes a bill"
step listen "Listen" by agent
escalate decide "Decide on the dispute" by agent to lead
if unclear? "Is the bill unclear?" {
  step explain "Explain the bill" by agent
}
end settled "Settled"
`,
  },
  check(flow) {
    const steps = flow.process.nodes.flatMap((node, at) => {
      if (node.kind !== 'escalate') return [];
      const by = handedUpByOf(node) ?? lastOwner(flow, at);
      const known = flow.reached().has(at) && !flow.hasErrors(node);
      return known && by !== undefined && node.owner !== undefined ? [{ node, by, to: node.owner }] : [];
    });
    const roles = new Map(
      [...new Set(steps.flatMap(({ by, to }) => [by, to]))].map((role, number) => [role, number]),
    );
    const ladder = digraph(
      roles.size,
      steps.map(({ by, to }) => [roles.get(by) ?? 0, roles.get(to) ?? 0]),
    );
    const { of } = components(ladder);
    const circles = new Map<number, typeof steps>();
    for (const [number, step] of steps.entries()) {
      const circle = of[ladder.from[number] ?? 0] ?? -1;
      if (circle !== of[ladder.to[number] ?? 0]) continue;
      circles.set(circle, [...(circles.get(circle) ?? []), step]);
    }
    return [...circles.values()].flatMap((circle) => {
      const last = circle.at(-1);
      if (last === undefined) return [];
      const label = shortQuote(last.node.label);
      const names = [...new Set(circle.flatMap(({ by, to }) => [by, to]))].map(flow.ownerLabel);
      return [
        {
          span: flow.nameSpan(last.node),
          message:
            names.length < 2
              ? `The escalation ${label} stays with ${names[0]}, who hands it up`
              : `The escalation ${label} hands the case back to ${flow.ownerLabel(last.to)}, who handed it up before`,
          related: circle.slice(0, -1).map(({ node, by, to }) => ({
            span: flow.nameSpan(node),
            message: `here ${flow.ownerLabel(by)} hands it up to ${flow.ownerLabel(to)}`,
          })),
          help:
            names.length < 2
              ? 'Escalate to someone with more say, or make a step of it'
              : `It goes round between ${listed(names)}. Escalate to someone above them, or make a step of what goes back down`,
        },
      ];
    });
  },
});

/** Who has the case before a node: the nearest one who is named, over questions and what else nobody is named for. */
function lastOwner({ shape, node }: FlowContext, at: number): string | undefined {
  const seen = new Set([at]);
  for (const each of seen)
    for (const edge of shape.incoming[each] ?? []) {
      const before = shape.from[edge] ?? 0;
      const { owner, kind } = node(before);
      // Who only answers a question does not have the case.
      if (owner !== undefined && owner !== 'customer' && kind !== 'decision') return owner;
      if (seen.size < longestRow) seen.add(before);
    }
  return undefined;
}
