import { hasNoEnd } from '../../../analysis/missing-end.ts';
import type { OpenExit } from '../../../model/gaps.ts';
import type { FlowContext } from '../../context.ts';
import { endHint } from '../../end-hint.ts';
import { flowRule } from '../../rule.ts';
import { listed, nodeName, shortQuote } from '../../wording.ts';

export const deadEnd = flowRule({
  name: 'dead-end',
  chapter: 'correctness',
  place: 20,
  summary: 'a path that stops without an end',
  severity: 'error',
  sets: ['recommended', 'service'],
  fixKind: 'hint',
  explanation: {
    why: 'Whoever follows this path comes to the bottom of the chart and does not know whether the case is done: one closes it, one keeps it open, one passes it on. Cases are lost just there.',
    repair:
      'Write what this path comes to: an `end` with a name of its own, a jump to where it goes on, or a `transfer` to the flow that takes over. flowc never joins a path to an end that nobody wrote.',
    failing: `flow complaint "Complaint"
touchpoint phone "Customer complains"
step listen "Listen and apologise"
if accepts? "Customer accepts the offer?" {
  end solved "Solved"
}
step manager "Pass the case to the manager"
`,
    passing: `flow complaint "Complaint"
touchpoint phone "Customer complains"
step listen "Listen and apologise"
if accepts? "Customer accepts the offer?" {
  end solved "Solved"
}
step manager "Pass the case to the manager"
end passed-on "The manager calls back"
`,
  },
  check(flow) {
    if (hasNoEnd(flow)) return [];
    const exits = flow.gaps.openExits.filter((exit) => isDeadEnd(flow, exit));
    const nodes = [...Map.groupBy(exits, ({ from }) => flow.indexOf(from))];
    const [first, ...others] = nodes;
    if (first === undefined) return [];
    return [
      {
        span: flow.nameSpan(flow.node(first[0])),
        message: `The path stops ${listed(nodes.map(([at, open]) => where(flow, at, open)))}, without an end`,
        related: others.map(([at, open]) => ({
          span: flow.nameSpan(flow.node(at)),
          message: `it stops ${where(flow, at, open)} too`,
        })),
        help: 'Say what it comes to: an end, a jump to another step, or a transfer',
        ...endHint(flow),
      },
    ];
  },
});

function isDeadEnd(flow: FlowContext, { from, kind }: OpenExit): boolean {
  const at = flow.indexOf(from);
  return flow.reached().has(at) && !flow.leadsAnywhere(at) && !(kind === 'next' && flow.isEnd(at));
}

function where(flow: FlowContext, at: number, open: readonly OpenExit[]): string {
  const { kind } = flow.node(at);
  const step = nodeName(flow.node(at));
  if (kind === 'decision')
    return open.length > 1 && open.length === flow.exits(at).length
      ? `whatever the answer to ${step}`
      : `after the answer ${listed(open.map((exit) => shortQuote(exit.label ?? exit.kind)))} to ${step}`;
  const ways = open.map((exit) => {
    switch (exit.kind) {
      case 'problem':
        return `after the problem ${shortQuote(exit.label ?? '')}`;
      case 'timeout':
        return exit.name === undefined ? 'when its time has passed' : `after ${shortQuote(exit.name)}`;
      case 'when':
        return `after ${shortQuote(exit.label ?? '')}`;
      default:
        return 'when it is done';
    }
  });
  return open.every((exit) => exit.kind === 'next') ? `after ${step}` : `at ${step}, ${listed(ways)}`;
}
