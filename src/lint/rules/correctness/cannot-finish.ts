import { isCaughtByCallers } from '../../../analysis/callers.ts';
import { isInescapable } from '../../../analysis/inescapable.ts';
import { wayRound } from '../../../graph/components.ts';
import { pathTo } from '../../../graph/reach.ts';
import type { Edge } from '../../../model/process.ts';
import type { FlowContext } from '../../context.ts';
import { flowRule, type RuleFinding } from '../../rule.ts';
import { roundTrip, witness } from '../../witness.ts';
import { nodeName, shortQuote, wayOf } from '../../wording.ts';

export const cannotFinish = flowRule({
  name: 'cannot-finish',
  chapter: 'correctness',
  place: 30,
  summary: 'a loop from which no end can be reached',
  severity: 'error',
  sets: ['recommended', 'service'],
  fixKind: 'none',
  explanation: {
    why: 'A case that comes in here never comes out. The customer is asked, passed on and asked again, until he gives up; the case stays open in the books for ever.',
    repair:
      'Find the step at which it should be over one day, and give it a way out: a question with another answer, a `problem`, a `timeout`, or `max 3 then …` on the jump that goes back. A flow that is called may go on until a `problem` or `timeout` of the call ends it.',
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
  check(flow) {
    const circle = flow.project
      .endlessCircles()
      .get(flow.process)
      ?.flatMap(({ process, at }) => {
        const member = flow.project.contextOf(process);
        return member === undefined ? [] : [{ flow: member, at }];
      });
    const endless = flow.loops().filter((loop) => isInescapable(flow, loop));
    // What goes on until a `problem` or `timeout` of the call ends it has its way out there.
    const isCaught = endless.length > 0 && isCaughtByCallers(flow, ['problem', 'timeout']);
    return [
      ...(isCaught ? [] : endless).map((loop) => loopFinding(flow, loop)),
      ...(circle === undefined ? [] : circleFinding(circle)),
    ];
  },
});

/** Reports flows that hand the case round, each with the node at which it does so. */
function circleFinding(
  circle: readonly { readonly flow: FlowContext; readonly at: number }[],
): readonly RuleFinding[] {
  const [first, ...others] = circle;
  if (first === undefined) return [];
  const titles = circle.map(({ flow }) => shortQuote(flow.process.title));
  return [
    {
      span: first.flow.nameSpan(first.flow.node(first.at)),
      message: `Whoever comes to ${titles[0]} never gets out again: no end can be reached`,
      related: others.map(({ flow, at }, place) => ({
        path: flow.file.path,
        span: flow.nameSpan(flow.node(at)),
        message: `${titles[place + 1]} hands the case on to ${titles[place + 2] ?? titles[0]}`,
      })),
      witness: [...circle, first].flatMap(({ flow, at }, place) => {
        const way = pathTo(flow.ways, flow.reached(), at);
        const { witness: places = [] } = witness(flow, place === circle.length ? way.slice(0, 1) : way);
        return places.map((each) => ({ ...each, path: flow.file.path }));
      }),
      help:
        others.length === 0
          ? 'It leads back to its own beginning. Give it an end that can be reached'
          : `The case goes round: ${[...titles, titles[0]].join(' → ')}. Give one of these flows an end that can be reached`,
    },
  ];
}

/** What could be written, with the jump that is there where the loop is closed by one. */
function wayOutOf(flow: FlowContext, back: number | undefined): string {
  const jump = back === undefined ? undefined : flow.edge(back);
  const question = 'a question that leads to an end';
  return jump?.jump === true && jump.kind !== 'retry'
    ? `${question}, or “max 3 then -> end” behind “-> ${written(flow, jump)}”`
    : question;
}

const written = (flow: FlowContext, jump: Edge): string => {
  const { start, end } = flow.exitSpan(jump);
  return flow.file.text.slice(start, end);
};

function loopFinding(flow: FlowContext, loop: readonly number[]): RuleFinding {
  const round = wayRound(flow.ways, loop);
  const [first = 0, last = first] = [round[0], round.at(-1)];
  const back = flow.ways.outgoing[last]?.find((edge) => flow.ways.to[edge] === first);
  const start = flow.node(first);
  return {
    span: flow.nameSpan(start),
    message: `Whoever comes to ${nodeName(start)} never gets out again: no end can be reached`,
    related:
      back === undefined
        ? []
        : [{ span: flow.exitSpan(flow.edge(back)), message: `here it goes back to ${nodeName(start)}` }],
    ...roundTrip(flow, round),
    help: `${
      round.length === 1
        ? 'It leads back to itself. Give it a way out'
        : `It goes round: ${wayOf([...round.map(flow.node), start])}. Give one of these steps a way out`
    }: ${wayOutOf(flow, back)}`,
  };
}
