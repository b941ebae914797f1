import type { LongestWaits } from '../analysis/longest-wait.ts';
import { limitOf, workingDaysIn } from '../analysis/service-view.ts';
import { counted } from '../diagnostic/counted.ts';
import type { RelatedPlace } from '../diagnostic/diagnostic.ts';
import { longestWay } from '../graph/longest-path.ts';
import { withinOf } from '../model/node-parts.ts';
import type { FlowContext } from './context.ts';
import { nodeName, spelledParts, spelledSum } from './wording.ts';

/** How long the longest way to a node lasts, in words. */
export const spelledWait = (waits: LongestWaits, node: number): string =>
  spelledSum(waits.total[node] ?? 0, waits.share[node] ?? 0, waits.workingDay);

/** What takes longest on the way to a node, at most five places, in the order of the way. */
export function shares(
  flow: FlowContext,
  waits: LongestWaits,
  to: number,
  counts: (at: number) => boolean = () => true,
): readonly RelatedPlace[] {
  const parts = longestWay(flow.shape, waits, to).flatMap((at) => {
    const own = counts(at) ? limitOf(flow, at) : 0;
    const node = flow.node(at);
    const within = withinOf(node);
    const spelled = within === undefined ? spelledSum(own, workingDaysIn(flow, at)) : spelledParts(within);
    const rounds = (waits.loops.get(at) ?? []).filter(({ once }) => once > 0);
    return [
      ...(own === 0 ? [] : [{ seconds: own, span: flow.nameSpan(node), message: `up to ${spelled}` }]),
      ...rounds.map(({ edge, rounds: times, once, share }) => ({
        seconds: once * times,
        span: flow.exitSpan(flow.edge(edge)),
        message: `going back to ${nodeName(node)} ${times === 1 ? 'once' : counted(times, 'time')} adds ${spelledSum(once * times, share * times, waits.workingDay)}`,
      })),
    ];
  });
  const least = parts.map(({ seconds }) => seconds).sort((a, b) => b - a)[4] ?? 0;
  return parts
    .filter(({ seconds }) => seconds >= least)
    .slice(0, 5)
    .map(({ span, message }) => ({ span, message }));
}
