import type { CaseLevel } from '../../../analysis/level-limits.ts';
import { type PromisedCase, promisedCases } from '../../../analysis/longest-promise.ts';
import { nodesOnWay } from '../../../analysis/longest-wait.ts';
import { elapsedSeconds } from '../../../language/total-time.ts';
import type { Promised } from '../../../syntax/ast.ts';
import type { Span } from '../../../text/span.ts';
import type { FlowContext } from '../../context.ts';
import { promiseName, type WrittenPromise, writtenPromises } from '../../promise-places.ts';
import { flowRule, type RuleFinding } from '../../rule.ts';
import { shares, spelledWait } from '../../spelled-waits.ts';
import { witness } from '../../witness.ts';
import { nodeName, spelledParts, spelledTotal } from '../../wording.ts';

export const promiseExceeded = flowRule({
  name: 'promise-exceeded',
  chapter: 'service',
  place: 50,
  summary: 'a path that can take longer by `within` than the `promise`',
  severity: 'warning',
  sets: ['recommended', 'service'],
  fixKind: 'none',
  explanation: {
    why: 'Everyone may keep to his limit, and still the customer gets his answer later than he was promised. The promise was broken when the chart was drawn.',
    repair:
      'Shorten the limits that take most of the way, which are shown; or promise what can be kept. A loop counts as often as its `max` says, one without `max` once; of branches side by side the longest counts. Each level is judged by its own limits, and a promise `from` a step `to` another by what lies between them. What `stops clock` is not counted. Working days stay working days.',
    failing: `flow claim "Claim"
promise 5d
touchpoint mail "Customer sends a claim"
step examine "Examine the claim" within 2d
wait expert "Wait for the expert" within 1w
step decide "Decide" within 1d
end decided "Decided"
`,
    passing: `flow claim "Claim"
promise 10d
touchpoint mail "Customer sends a claim"
step examine "Examine the claim" within 2d
wait expert "Wait for the expert" within 1w
step decide "Decide" within 1d
end decided "Decided"
`,
  },
  check: (flow) =>
    writtenPromises(flow).flatMap((promise) => {
      const cases = promisedCases(flow, promise.promise);
      const broken = cases.flatMap((each) =>
        each.worst !== undefined && each.promised > 0 && each.worst.seconds > each.promised
          ? [{ ...each, worst: each.worst }]
          : [],
      );
      const [worst, ...others] = [...broken].sort((a, b) => overrun(b) - overrun(a));
      if (worst === undefined) return [];
      // A level is worth no word where all of them come to the same.
      const isAlike = cases.every((each) => isSame(each, worst));
      return [finding(flow, promise, worst, isAlike ? undefined : others)];
    }),
});

type BrokenCase = PromisedCase & Required<Pick<PromisedCase, 'worst'>>;

/** How many times as long as promised. */
const overrun = ({ worst, promised }: BrokenCase): number => worst.seconds / promised;

const isSame = (one: PromisedCase, other: PromisedCase): boolean =>
  one.promised === other.promised && one.worst?.seconds === other.worst?.seconds;

/** One finding a promise, of the level at which it is exceeded most; without `others` it is about all levels. */
function finding(
  flow: FlowContext,
  { promise, written }: WrittenPromise,
  worst: BrokenCase,
  others: readonly BrokenCase[] | undefined,
): RuleFinding {
  const { waits, within, stopped, stops } = worst;
  const level = others === undefined ? undefined : worst.level;
  const isPromisedTo = promise.withinByLevel.some((each) => each.level === level);
  const begin = promise.from === undefined ? '' : ` from ${nodeName(flow.node(flow.indexOf(promise.from)))}`;
  const last = nodeName(flow.node(worst.worst.node));
  const until = promise.to === undefined ? `until ${last}` : `until ${last} is done`;
  const promised = `${promiseName(promise)}${isPromisedTo ? ` for “${level}”` : ''} is ${spelledParts(within)}`;
  const theCase = level === undefined || isPromisedTo ? 'a case' : `a case of “${level}”`;
  const time = spelledWait(flow, waits, worst.worst.node);
  const pause =
    elapsedSeconds(stopped) > 0
      ? `, not counting ${spelledTotal(stopped, flow.hours())} for which the clock stops`
      : '';
  return {
    span: written.span,
    message: `${promised}, but ${theCase} can take ${time}${begin} ${until}${pause}`,
    related: [
      ...shares(flow, waits, worst.worst.node),
      ...stops.slice(0, mostStops).map((at) => ({
        span: flow.nameSpan(flow.node(at)),
        message: 'the clock stops here',
      })),
      ...(others ?? []).slice(0, mostOthers).map((other) => ({
        span: limitSpan(written, other.level),
        message: `for “${other.level}” it can take ${spelledWait(flow, other.waits, other.worst.node)} in place of ${spelledParts(other.within)}`,
      })),
    ],
    ...witness(flow, nodesOnWay(waits, worst.worst.node)),
    help: 'Shorten the limits on this way, or promise what can be kept',
  };
}

/** The most other levels that are shown at which a promise is exceeded, too, */
const mostOthers = 4;
/** and the most places at which the clock stops. */
const mostStops = 3;

const limitSpan = ({ limits, span }: Promised, level: CaseLevel): Span =>
  (limits.find((limit) => limit.level?.name === level) ?? limits.find((limit) => limit.level === undefined))
    ?.span ?? span;
