import { everyWay } from '../../../analysis/every-way.ts';
import { isPerson } from '../../../analysis/flow-summary.ts';
import { reach } from '../../../graph/reach.ts';
import { flowOf } from '../../../model/node-parts.ts';
import { flowRule } from '../../rule.ts';
import { listed, shortQuote } from '../../wording.ts';

export const noHumanExit = flowRule({
  name: 'no-human-exit',
  chapter: 'service',
  place: 90,
  summary: 'an automated way in that never reaches a person',
  severity: 'warning',
  sets: ['service'],
  fixKind: 'none',
  explanation: {
    why: 'Whoever doesn’t fit what the machine knows is stuck with it. Customers who can’t reach a person leave, and tell others why.',
    repair:
      'Lead out of it to a person: a question of the bot with the answer “talk to someone”, a `problem` when it finds nothing, a limit of tries.',
    failing: `flow bot "Chatbot"
system chatbot "Chatbot"
touchpoint chat "Customer opens the chat"
step ask "Ask what it is about" by chatbot
step answer "Show the article that fits" by chatbot to customer
end answered "Answered"
`,
    passing: `flow bot "Chatbot"
system chatbot "Chatbot"
role agent "Agent"
touchpoint chat "Customer opens the chat"
step ask "Ask what it is about" by chatbot
  problem "No article fits" -> "Help the customer in person" by agent -> end helped "Helped"
step answer "Show the article that fits" by chatbot to customer
end answered "Answered"
`,
  },
  check(flow) {
    const { process } = flow;
    const isAutomated = (at: number) => flow.ownerKind(flow.node(at).owner ?? '') === 'system';
    const mayHavePerson = (at: number) => {
      const { kind } = flow.node(at);
      return (
        isPerson(flow, at) ||
        kind === 'transfer' ||
        kind === 'escalate' ||
        flow.leadsAnywhere(at) ||
        (kind === 'call' && (flow.project.summaryOf(flowOf(flow.node(at)))?.hasPerson ?? true))
      );
    };
    const every = everyWay(flow);
    const isNode = (at: number) => at < process.nodes.length;
    const alone = process.nodes.flatMap((node, at) => {
      if (node.kind !== 'touchpoint') return [];
      const machine = reach(flow.ways, [at]).order.find(isAutomated);
      return machine === undefined || reach(every, [at]).order.filter(isNode).some(mayHavePerson)
        ? []
        : [{ node, machine: flow.node(machine) }];
    });
    const [first, ...others] = alone;
    if (first === undefined) return [];
    return [
      {
        span: flow.nameSpan(first.node),
        message: `Who comes in at ${listed(alone.map(({ node }) => shortQuote(node.label)))} meets a machine, and never a person`,
        related: [
          ...others.map(({ node }) => ({ span: flow.nameSpan(node), message: 'here too' })),
          {
            span: flow.nameSpan(first.machine),
            message: `${flow.ownerLabel(first.machine.owner ?? '')} does this, and what follows`,
          },
        ],
        help: 'Lead to a person when the machine does not understand, or when the customer asks for one',
      },
    ];
  },
});
