import { isStaff } from '../../../analysis/owners-at.ts';
import { depthFirst } from '../../../graph/depth-first.ts';
import { flowRule } from '../../rule.ts';
import { witness } from '../../witness.ts';
import { shortQuote } from '../../wording.ts';

export const handoverPingPong = flowRule({
  name: 'handover-ping-pong',
  chapter: 'service',
  place: 40,
  summary: 'a case that goes A → B → A on steps that follow each other',
  severity: 'info',
  sets: ['service'],
  fixKind: 'none',
  explanation: {
    why: 'The case goes to somebody for one step and comes straight back. It waits twice, and the first one has to read it again; the customer waits with it.',
    repair:
      'Let the first one do the step too, or help each other at the same time (`with`); or let the second one finish what is left.',
    failing: `flow discount "Discount"
role agent "Agent"
role finance "Finance"
touchpoint phone "Customer asks for a discount"
step note "Note the wish" by agent
step stamp "Stamp the form" by finance
step tell "Tell the customer" by agent
end told "Told"
`,
    passing: `flow discount "Discount"
role agent "Agent"
role finance "Finance"
touchpoint phone "Customer asks for a discount"
step note "Note the wish" by agent
step decide "Decide" by agent with finance
step tell "Tell the customer" by agent
end told "Told"
`,
  },
  check(flow) {
    const { ways } = flow;
    const staff = (at: number) => {
      const { owner, kind } = flow.node(at);
      return kind === 'step' && owner !== undefined && isStaff(flow.ownerKind(owner)) ? owner : undefined;
    };
    const reported = new Set<number>();
    const walk = depthFirst(ways, flow.entries);
    // Going back because of a problem is what repairs it, and what is begun again goes to the same people again.
    const isUsual = (edge: number) =>
      !['problem', 'timeout'].includes(flow.edge(edge).kind) && !walk.isBack(edge);
    return flow.process.nodes.flatMap((node, at) => {
      const owner = staff(at);
      if (owner === undefined || !flow.reached().has(at)) return [];
      const before = new Map<string, number>();
      for (const edge of (ways.incoming[at] ?? []).filter(isUsual)) {
        const from = ways.from[edge] ?? 0;
        const other = staff(from);
        if (other !== undefined && other !== owner && !before.has(other)) before.set(other, from);
      }
      const back = (ways.outgoing[at] ?? [])
        .filter(isUsual)
        .map((edge) => ways.to[edge] ?? 0)
        .find((to) => before.has(staff(to) ?? ''));
      const from = back === undefined ? undefined : before.get(staff(back) ?? '');
      // Going to and fro twice is two times there and back, not three.
      if (back === undefined || from === undefined || reported.has(from)) return [];
      reported.add(at);
      const other = flow.ownerLabel(staff(back) ?? '');
      return [
        {
          span: flow.nameSpan(node),
          message: `The case goes from ${other} to ${flow.ownerLabel(owner)} for ${shortQuote(node.label)}, and straight back`,
          related: [
            { span: flow.nameSpan(flow.node(from)), message: `${other} has it before` },
            { span: flow.nameSpan(flow.node(back)), message: 'and has it again' },
          ],
          ...witness(flow, [from, at, back]),
          help: 'Let one of them do all three steps, or let them work on it together (“with”)',
        },
      ];
    });
  },
});
