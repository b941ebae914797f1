import { longestTo, longestWaits } from '../../../analysis/longest-wait.ts';
import { longestWay } from '../../../graph/longest-path.ts';
import { durationSeconds } from '../../../language/duration.ts';
import { flowRule } from '../../rule.ts';
import { shares, spelledWait } from '../../spelled-waits.ts';
import { witness } from '../../witness.ts';
import { nodeName, spelledParts } from '../../wording.ts';

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
      'Shorten the limits that take most of the way, which are shown; or promise what can be kept. A loop counts as often as its `max` says, one without `max` once; of branches side by side the longest counts.',
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
  check(flow) {
    const promise = flow.checked.flow.properties.find((property) => property.kind === 'promise');
    const limit = promise?.limits.find(({ level }) => level === undefined)?.duration;
    if (promise === undefined || limit === undefined || limit.parts.length === 0) return [];
    const { start, end } = limit.span;
    // What could not be read is an error of its own.
    const isWrong = flow.file.checked.parsed.diagnostics.some(
      ({ severity, span }) => severity === 'error' && span.start >= start && span.start < end,
    );
    if (isWrong) return [];
    const promised = durationSeconds(limit.parts);
    const waits = longestWaits(flow, flow.entries);
    const worst = longestTo(
      waits,
      flow.process.nodes.flatMap((_, at) => (flow.canStop(at) && !flow.leadsAnywhere(at) ? [at] : [])),
    );
    if (worst === undefined || worst.seconds <= promised || promised === 0) return [];
    return [
      {
        span: promise.span,
        message: `The promise is ${spelledParts(limit.parts)}, but a case can take ${spelledWait(waits, worst.node)} until ${nodeName(flow.node(worst.node))}`,
        related: shares(flow, waits, worst.node),
        ...witness(flow, longestWay(flow.shape, waits, worst.node)),
        help: 'Shorten the limits on this way, or promise what can be kept',
      },
    ];
  },
});
