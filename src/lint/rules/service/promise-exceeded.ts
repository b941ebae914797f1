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
      const broken = promisedCases(flow, promise.promise).flatMap((each) =>
        each.worst !== undefined && each.promised > 0 && each.worst.seconds > each.promised
          ? [{ ...each, worst: each.worst }]
          : [],
      );
      const [worst, ...others] = [...broken].sort((a, b) => overrun(b) - overrun(a));
      return worst === undefined ? [] : [finding(flow, promise, worst, others)];
    }),
});

type BrokenCase = PromisedCase & Required<Pick<PromisedCase, 'worst'>>;

/** How many times as long as promised. */
const overrun = ({ worst, promised }: BrokenCase): number => worst.seconds / promised;

function finding(
  flow: FlowContext,
  { promise, written }: WrittenPromise,
  worst: BrokenCase,
  others: readonly BrokenCase[],
): RuleFinding {
  const { waits, level, within, stopped, stops } = worst;
  const last = nodeName(flow.node(worst.worst.node));
  const begin = promise.from === undefined ? '' : ` from ${nodeName(flow.node(flow.indexOf(promise.from)))}`;
  const until = promise.to === undefined ? `until ${last}` : `until ${last} is done`;
  const forLevel = level === undefined ? '' : ` for “${level}”`;
  const time = spelledWait(flow, waits, worst.worst.node);
  const pause = spelledTotal(stopped, flow.hours());
  return {
    span: written.span,
    message: `${promiseName(promise)} is ${spelledParts(within)}${forLevel}, but a case can take ${time}${begin} ${until}${
      elapsedSeconds(stopped) > 0 ? `, not counting ${pause} for which the clock stops` : ''
    }`,
    related: [
      ...shares(flow, waits, worst.worst.node),
      ...stops.slice(0, mostStops).map((at) => ({
        span: flow.nameSpan(flow.node(at)),
        message: 'the clock stops here',
      })),
      ...others.map((other) => ({
        span: limitSpan(written, other.level),
        message: `${spelledParts(other.within)} for “${other.level ?? ''}” can become ${spelledWait(flow, other.waits, other.worst.node)}`,
      })),
    ],
    ...witness(flow, nodesOnWay(waits, worst.worst.node)),
    help: 'Shorten the limits on this way, or promise what can be kept',
  };
}

/** The most places at which the clock stops that are shown. */
const mostStops = 3;

const limitSpan = ({ limits, span }: Promised, level: CaseLevel): Span =>
  (limits.find((limit) => limit.level?.name === level) ?? limits.find((limit) => limit.level === undefined))
    ?.span ?? span;
