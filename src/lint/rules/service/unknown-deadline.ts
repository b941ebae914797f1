import type { CaseLevel } from '../../../analysis/level-limits.ts';
import { promisedCases } from '../../../analysis/longest-promise.ts';
import type { FlowContext } from '../../context.ts';
import { promiseName, writtenPromises } from '../../promise-places.ts';
import { flowRule, type RuleFinding } from '../../rule.ts';
import { listed, nodeName, shortQuote } from '../../wording.ts';

export const unknownDeadline = flowRule({
  name: 'unknown-deadline',
  chapter: 'service',
  place: 55,
  summary: 'a deadline on the way of a promise of which nothing says how long it is',
  severity: 'info',
  sets: ['recommended', 'service'],
  fixKind: 'none',
  explanation: {
    why: 'What was promised can be kept or not: as long as nobody says how far off this deadline is, nobody can know. The sums of the limits on this way are “at least so much”.',
    repair:
      'Say with `within` how long at most until the deadline. If it is the customer who is waited for, `stops clock` takes this time out of the promise.',
    failing: `flow permit "Permit"
promise 4w
touchpoint counter "Citizen applies"
wait office "Wait for the other office"
  timeout "Resubmission date" -> "Ask again" -> end asked "Asked again"
step decide "Decide" within 1w
end decided "Decided"
`,
    passing: `flow permit "Permit"
promise 4w
touchpoint counter "Citizen applies"
wait office "Wait for the other office" within 2w
  timeout "Resubmission date" -> "Ask again" -> end asked "Asked again"
step decide "Decide" within 1w
end decided "Decided"
`,
  },
  check(flow) {
    const found = new Map<number, { readonly promises: Set<string>; readonly levels: Set<CaseLevel> }>();
    const levels = new Set<CaseLevel>();
    for (const { promise } of writtenPromises(flow))
      for (const { level, unknown } of promisedCases(flow, promise)) {
        levels.add(level);
        for (const at of unknown) {
          const known = found.get(at) ?? { promises: new Set(), levels: new Set() };
          known.promises.add(promiseName(promise).replace('The', 'the'));
          known.levels.add(level);
          found.set(at, known);
        }
      }
    return [...found]
      .sort(([a], [b]) => a - b)
      .map(([at, { promises, levels: unknownFor }]) => {
        const only = unknownFor.size < levels.size ? [...unknownFor].flatMap((level) => level ?? []) : [];
        return finding(flow, at, [...promises], only);
      });
  },
});

function finding(
  flow: FlowContext,
  at: number,
  promises: readonly string[],
  levels: readonly string[],
): RuleFinding {
  const node = flow.node(at);
  const exit = flow.exits(at).find(({ kind, name }) => kind === 'timeout' && name !== undefined);
  const deadline = exit?.name ?? ('until' in node ? node.until : undefined);
  const forLevels = levels.length === 0 ? '' : ` for ${listed(levels.map(shortQuote))}`;
  const why =
    deadline === undefined
      ? 'something in it has no length'
      : `nothing says how far off ${shortQuote(deadline)} is`;
  return {
    span: exit === undefined ? flow.nameSpan(node) : flow.exitSpan(exit),
    message: `Nobody knows how long ${nodeName(node)} lasts${forLevels}, as ${why}: so ${listed(promises)} cannot be judged`,
    help: 'Say how long at most, with “within”; or take it out of the promise, with “stops clock”',
  };
}
