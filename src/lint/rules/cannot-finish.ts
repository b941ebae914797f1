import { wayRound } from '../../graph/components.ts';
import type { FlowContext } from '../flow-context.ts';
import { isInescapable } from '../inescapable.ts';
import { type Finding, flowRule } from '../rule.ts';
import { roundTrip } from '../witness.ts';
import { quoted, wayOf } from '../wording.ts';

export const cannotFinish = flowRule({
  name: 'cannot-finish',
  summary: 'a loop from which no end can be reached',
  severity: 'error',
  sets: ['recommended', 'service'],
  fixKind: 'none',
  explanation: {
    why: 'A case that comes in here never comes out. The customer is asked, passed on and asked again, until he gives up; the case stays open in the books for ever.',
    repair:
      'Find the step at which it should be over one day, and give it a way out: a question with another answer, a `problem`, a `timeout`, or `max 3 then …` on the jump that goes back.',
    failing: `flow support "Support"
touchpoint phone "Customer calls"
step ask "Ask what is wrong"
if known? "Do we know the answer?" {
  end helped "Customer is helped"
}
step search "Search the knowledge base"
step colleague "Ask a colleague"
-> search
`,
    passing: `flow support "Support"
touchpoint phone "Customer calls"
step ask "Ask what is wrong"
if known? "Do we know the answer?" {
  end helped "Customer is helped"
}
step search "Search the knowledge base"
step colleague "Ask a colleague"
if found? "Found it?" -> end helped-later "Customer is helped"
-> search max 3 then -> end given-up "Pass on to an expert"
`,
  },
  check: (flow) =>
    flow
      .loops()
      .filter((loop) => isInescapable(flow, loop))
      .map((loop) => finding(flow, loop)),
});

function finding(flow: FlowContext, loop: readonly number[]): Finding {
  const round = wayRound(flow.shape, loop);
  const labels = round.map((node) => flow.node(node).label);
  const [first = 0, last = first] = [round[0], round.at(-1)];
  const back = flow.shape.outgoing[last]?.find((edge) => flow.shape.to[edge] === first);
  const start = flow.node(first);
  return {
    span: start.nameSpan,
    message: `Whoever comes to ${quoted(start.label)} never gets out again: no end can be reached`,
    related:
      back === undefined
        ? []
        : [{ span: flow.edge(back).span, message: `here it goes back to ${quoted(start.label)}` }],
    ...roundTrip(flow, round),
    help:
      labels.length === 1
        ? 'It leads back to itself. Give it a way out'
        : `It goes round: ${wayOf([...labels, start.label])}. Give one of these steps a way out`,
  };
}
