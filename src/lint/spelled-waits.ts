import { type LongestWaits, waitTo } from '../analysis/longest-wait.ts';
import { limitOf } from '../analysis/service-view.ts';
import { counted } from '../diagnostic/counted.ts';
import type { RelatedPlace } from '../diagnostic/diagnostic.ts';
import { longestWay } from '../graph/longest-path.ts';
import { elapsedSeconds, noTime } from '../language/total-time.ts';
import { withinOf } from '../model/node-parts.ts';
import type { FlowContext } from './context.ts';
import { nodeName, spelledParts, spelledTotal } from './wording.ts';

/** How long the longest way to a node lasts, in words. */
export const spelledWait = (waits: LongestWaits, node: number): string => spelledTotal(waitTo(waits, node));

/** What takes longest on the way to a node, at most five places, in the order of the way. */
export function shares(
  flow: FlowContext,
  waits: LongestWaits,
  to: number,
  counts: (at: number) => boolean = () => true,
): readonly RelatedPlace[] {
  const parts = longestWay(flow.shape, waits, to).flatMap((at) => {
    const limit = counts(at) ? limitOf(flow, at) : noTime;
    const own = elapsedSeconds(limit);
    const node = flow.node(at);
    const within = withinOf(node);
    const spelled = within === undefined ? spelledTotal(limit) : spelledParts(within);
    const rounds = (waits.loops.get(at) ?? []).filter(({ once }) => once > 0);
    return [
      ...(own === 0 ? [] : [{ seconds: own, span: flow.nameSpan(node), message: `up to ${spelled}` }]),
      ...rounds.map(({ edge, rounds: times, once, share }) => ({
        seconds: once * times,
        span: flow.exitSpan(flow.edge(edge)),
        message: `going back to ${nodeName(node)} ${times === 1 ? 'once' : counted(times, 'time')} adds ${spelledTotal(waits.timeOf(once * times, share * times))}`,
      })),
    ];
  });
  const least = parts.map(({ seconds }) => seconds).sort((a, b) => b - a)[4] ?? 0;
  return parts
    .filter(({ seconds }) => seconds >= least)
    .slice(0, 5)
    .map(({ span, message }) => ({ span, message }));
}
