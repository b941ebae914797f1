import { reach } from '../graph/reach.ts';
import type { AnalysedFlow } from './analysed-flow.ts';

/**
 * The nodes that a case comes to which goes no further than `stopsAt`, nearest first. What is done at the same time
 * comes together only where each branch can get there: past a join goes nothing while one of them is stuck. In time
 * proportional to the flow, times the depth to which what is done at the same time is nested.
 */
export function reachTogether(flow: AnalysedFlow, stopsAt: (at: number) => boolean): readonly number[] {
  const { process, ways, entries } = flow;
  const closed = new Set(process.nodes.flatMap(({ kind }, at) => (kind === 'join' ? [at] : [])));
  const isStop = (at: number): boolean => stopsAt(at) || closed.has(at);
  const comesTo = (join: number, start: number): boolean => {
    const seen = new Set([start]);
    for (const at of seen) {
      if (at === join) return true;
      if (!isStop(at)) for (const edge of ways.outgoing[at] ?? []) seen.add(ways.to[edge] ?? join);
    }
    return false;
  };
  // An inner join stands before the one around it, which it may open the way to.
  for (const join of closed) {
    const bar = flow.node(join);
    const fork = flow.indexOf('partner' in bar ? bar.partner : '');
    if ((ways.outgoing[fork] ?? []).every((edge) => comesTo(join, ways.to[edge] ?? join)))
      closed.delete(join);
  }
  return reach(ways, entries, { stopsAt: isStop }).order;
}
