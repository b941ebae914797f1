import { type CaseLevel, valueAt, withinAt } from '../../../analysis/level-limits.ts';
import { attributesOf } from '../../../check/parts-of-flow.ts';
import { type Duration, durationSeconds } from '../../../language/duration.ts';
import type { Activity } from '../../../model/process.ts';
import type { Attribute } from '../../../syntax/ast.ts';
import type { Span } from '../../../text/span.ts';
import type { FlowContext } from '../../context.ts';
import { flowRule, type RuleFinding } from '../../rule.ts';
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
      'Measure how long it takes, then correct the one that is wrong: a limit that can be kept, or work that is made shorter. With three durations it is the middle one that counts as usual. Each level is compared with its own.',
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
      if (flow.hasErrors(node) || !('takes' in node)) return [];
      const found = levelsAt(node).flatMap((level) => findingAt(flow, node, at, level));
      // What holds for all levels is said once.
      return found.slice(0, 1);
    }),
});

/** The cases whose times can differ: those of levels that are named at a node, and all others. */
const levelsAt = ({ takesByLevel, withinByLevel }: Activity): readonly CaseLevel[] => [
  ...new Set([
    undefined,
    ...takesByLevel.map(({ level }) => level),
    ...withinByLevel.map(({ level }) => level),
  ]),
];

function findingAt(flow: FlowContext, node: Activity, at: number, level: CaseLevel): readonly RuleFinding[] {
  const takes = valueAt(node.takes, node.takesByLevel, level);
  if (takes.length === 0) return [];
  const hours = flow.hours();
  const seconds = (duration: Duration | undefined): number =>
    Math.round(durationSeconds(duration ?? [], hours));
  const item = flow.item(at);
  const attributes = item === undefined ? [] : attributesOf(item);
  const span = timeSpan(attributes, 'takes', level) ?? flow.nameSpan(node);
  const forLevel = level === undefined ? '' : ` for “${level}”`;
  const order = takes.findIndex(
    (duration, number) => number > 0 && seconds(duration) < seconds(takes[number - 1]),
  );
  if (order > 0)
    return [
      {
        span,
        message: `The times of ${shortQuote(node.label)}${forLevel} do not rise: ${spelled(takes[order - 1])}, then ${spelled(takes[order])}`,
        help: 'Write the durations from the shortest to the longest',
      },
    ];
  const usual = takes[takes.length === 1 ? 0 : 1];
  const takesUsually = takes.length === 2 ? 'can usually take' : 'usually takes';
  const within = withinAt(node, level);
  if (within === undefined || seconds(within) === 0 || seconds(usual) <= seconds(within)) return [];
  const limit = timeSpan(attributes, 'within', level);
  return [
    {
      span,
      message: `${shortQuote(node.label)} ${takesUsually} ${spelled(usual)}${forLevel}, but should be done within ${spelled(within)}`,
      related: limit === undefined ? [] : [{ span: limit, message: 'the limit' }],
      help: 'Set a limit that can be kept, or find out how the work can be made shorter',
    },
  ];
}

/** The time that is written for a level, or else for all; the whole attribute where it has only one. */
function timeSpan(
  attributes: readonly Attribute[],
  kind: 'takes' | 'within',
  level: CaseLevel,
): Span | undefined {
  for (const attribute of attributes) {
    if (attribute.kind !== kind) continue;
    const times = attribute.kind === 'takes' ? attribute.times : attribute.limits;
    const own = times.find((time) => time.level?.name === level) ?? times.find((time) => !time.level);
    return times.length === 1 || own === undefined ? attribute.span : own.span;
  }
  return undefined;
}

const spelled = (duration: Duration | undefined): string =>
  duration === undefined ? '' : spelledParts(duration);
