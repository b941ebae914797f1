import { attributesOf } from '../../../check/parts-of-flow.ts';
import { type Duration, durationSeconds } from '../../../language/duration.ts';
import { takesOf, withinOf } from '../../../model/node-parts.ts';
import { flowRule } from '../../rule.ts';
import { shortQuote, spelledParts } from '../../wording.ts';

export const takesExceedsWithin = flowRule({
  name: 'takes-exceeds-within',
  chapter: 'correctness',
  place: 120,
  summary: 'a usual duration over the step’s own limit, or the least over the most',
  severity: 'warning',
  sets: ['recommended', 'service'],
  fixKind: 'none',
  explanation: {
    why: 'The limit is broken on an ordinary day, by people who do all right. They learn that limits don’t matter, and the customer learns it too.',
    repair:
      'Measure how long it takes, then correct the one that is wrong: a limit that can be kept, or work that is made shorter. With three durations it is the middle one that counts as usual.',
    failing: `flow claim "Claim"
touchpoint mail "Customer sends a claim"
step examine "Examine the claim" takes 3d within 2d
end decided "Decided"
`,
    passing: `flow claim "Claim"
touchpoint mail "Customer sends a claim"
step examine "Examine the claim" takes 1d within 2d
end decided "Decided"
`,
  },
  check: (flow) =>
    flow.process.nodes.flatMap((node, at) => {
      if (flow.hasErrors(node) || takesOf(node).length === 0) return [];
      const item = flow.item(at);
      const attributes = item === undefined ? [] : attributesOf(item);
      const takes = attributes.find(({ kind }) => kind === 'takes')?.span ?? flow.nameSpan(node);
      const within = attributes.find(({ kind }) => kind === 'within')?.span;
      const order = takesOf(node).findIndex(
        (duration, number) => number > 0 && seconds(duration) < seconds(takesOf(node)[number - 1]),
      );
      if (order > 0)
        return [
          {
            span: takes,
            message: `The times of ${shortQuote(node.label)} do not rise: ${spelled(takesOf(node)[order - 1])}, then ${spelled(takesOf(node)[order])}`,
            help: 'Write the durations from the shortest to the longest',
          },
        ];
      const usual = takesOf(node)[takesOf(node).length === 1 ? 0 : 1];
      const takesUsually = takesOf(node).length === 2 ? 'can usually take' : 'usually takes';
      const limit = seconds(withinOf(node));
      if (withinOf(node) === undefined || limit === 0 || seconds(usual) <= limit) return [];
      return [
        {
          span: takes,
          message: `${shortQuote(node.label)} ${takesUsually} ${spelled(usual)}, but should be done within ${spelled(withinOf(node))}`,
          related: within === undefined ? [] : [{ span: within, message: 'the limit' }],
          help: 'Set a limit that can be kept, or find out how the work can be made shorter',
        },
      ];
    }),
});

const seconds = (duration: Duration | undefined): number => durationSeconds(duration ?? []);
const spelled = (duration: Duration | undefined): string =>
  duration === undefined ? '' : spelledParts(duration);
