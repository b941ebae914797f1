import type { RelatedPlace } from '../diagnostic/diagnostic.ts';
import { type LongestPaths, longestPaths, longestWay } from '../graph/longest-path.ts';
import type { FlowContext } from './flow-context.ts';
import { limitOf, roundsOf } from './service-view.ts';
import { counted, nodeName, spelledDuration } from './wording.ts';

/** The longest ways by `within`, in seconds, from some nodes to all others, or to where `stopsAt` ends them. */
export const longestWaits = (
  flow: FlowContext,
  starts: readonly number[],
  stopsAt: (at: number) => boolean = () => false,
): LongestPaths =>
  longestPaths(flow.shape, {
    starts,
    stopsAt,
    weight: (at) => limitOf(flow, at),
    rounds: (edge) => roundsOf(flow, edge),
  });

/** Of some nodes the one to which the way is longest, and how long, in seconds; the first of equal ones. */
export function longestTo(waits: LongestPaths, nodes: readonly number[]) {
  let worst: { readonly node: number; readonly seconds: number } | undefined;
  for (const node of nodes) {
    const seconds = waits.total[node] ?? -1;
    if (seconds >= 0 && seconds > (worst?.seconds ?? -1)) worst = { node, seconds };
  }
  return worst;
}

/** What takes longest on the way to a node, at most five places, in the order of the way. */
export function shares(flow: FlowContext, waits: LongestPaths, to: number): readonly RelatedPlace[] {
  const parts = longestWay(flow.shape, waits, to).flatMap((at) => {
    const own = limitOf(flow, at);
    const node = flow.node(at);
    const rounds = (waits.loops.get(at) ?? []).filter(({ once }) => once > 0);
    return [
      ...(own === 0 ? [] : [{ seconds: own, span: node.nameSpan, message: `up to ${spelledDuration(own)}` }]),
      ...rounds.map(({ edge, rounds: times, once }) => ({
        seconds: once * times,
        span: flow.edge(edge).span,
        message: `going back to ${nodeName(node)} ${times === 1 ? 'once' : counted(times, 'time')} adds ${spelledDuration(once * times)}`,
      })),
    ];
  });
  const least = parts.map(({ seconds }) => seconds).sort((a, b) => b - a)[4] ?? 0;
  return parts
    .filter(({ seconds }) => seconds >= least)
    .slice(0, 5)
    .map(({ span, message }) => ({ span, message }));
}
