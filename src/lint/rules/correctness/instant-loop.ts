import { isInescapable } from '../../../analysis/inescapable.ts';
import { loops, wayRound } from '../../../graph/components.ts';
import { flowRule } from '../../rule.ts';
import { roundTrip } from '../../witness.ts';
import { shortQuote, wayOf } from '../../wording.ts';

export const instantLoop = flowRule({
  name: 'instant-loop',
  chapter: 'correctness',
  place: 40,
  summary: 'a loop of questions only, in which no one does anything',
  severity: 'error',
  sets: ['recommended', 'service'],
  fixKind: 'none',
  explanation: {
    why: 'The same questions are asked over and over, and as nothing happens in between they get the same answers. Someone at a screen would notice; a bot keeps asking the customer for ever.',
    repair:
      'Write what is done before the question is asked again: a step that changes something, or a `wait` until something comes.',
    failing: `flow delivery "Delivery"
touchpoint mail "Customer asks where the parcel is"
step track "Track the parcel"
if arrived? "Has it arrived?" -> end found "Parcel is there"
-> arrived
`,
    passing: `flow delivery "Delivery"
touchpoint mail "Customer asks where the parcel is"
step track "Track the parcel"
if arrived? "Has it arrived?" -> end found "Parcel is there"
-> track max 5 then -> end lost "Parcel is lost"
`,
  },
  check(flow) {
    const inLoops = new Set(flow.loops().flat());
    if (inLoops.size === 0) return [];
    const isQuestion = (node: number) => flow.node(node).kind === 'decision';
    // Nothing is done at a join, where all answers that apply come together.
    const isIdle = (node: number) =>
      inLoops.has(node) && (isQuestion(node) || flow.node(node).kind === 'join');
    return loops(flow.ways, { nodes: isIdle })
      .filter((loop) => !isInescapable(flow, loop))
      .map((loop) => {
        const round = wayRound(flow.ways, loop).filter(isQuestion);
        const questions = round.map(flow.node);
        const [first = 0, ...others] = round;
        return {
          span: flow.nameSpan(flow.node(first)),
          message: `${shortQuote(flow.node(first).label)} is asked again, though nobody has done anything since`,
          related: others.map((node) => ({
            span: flow.nameSpan(flow.node(node)),
            message: 'this question is all that lies between',
          })),
          ...roundTrip(flow, round),
          help: `It goes round: ${wayOf([...questions, ...questions.slice(0, 1)])}. Write what is done before asking again`,
        };
      });
  },
});
