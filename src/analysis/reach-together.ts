import { reach } from '../graph/reach.ts';
import type { AnalysedFlow } from './analysed-flow.ts';

/**
 * The nodes that a case comes to which goes no further than `stopsAt`, nearest first. What is done at the same time
 * comes together only where each branch can get there, or be over by an end of its own: past a join goes nothing while
 * one of them is stuck. It is enough that one gets there where the first ends the others, and where each is an answer
 * that may not apply. In time proportional to the flow, times the depth to which what is done at the same time is
 * nested.
 */
export function reachTogether(flow: AnalysedFlow, stopsAt: (at: number) => boolean): readonly number[] {
  const { process, ways, entries } = flow;
  const closed = new Set(process.nodes.flatMap(({ kind }, at) => (kind === 'join' ? [at] : [])));
  const isStop = (at: number): boolean => stopsAt(at) || closed.has(at);
  const comesTo = (join: number, start: number): 'join' | 'end' | 'nothing' => {
    const seen = new Set([start]);
    let isOver = false;
    for (const at of seen) {
      if (at === join) return 'join';
      isOver ||= flow.node(at).kind === 'end';
      if (!isStop(at)) for (const edge of ways.outgoing[at] ?? []) seen.add(ways.to[edge] ?? join);
    }
    return isOver ? 'end' : 'nothing';
  };
  // An inner join stands before the one around it, which it may open the way to.
  for (const join of closed) {
    const bar = flow.node(join);
    const fork = flow.indexOf('partner' in bar ? bar.partner : '');
    const branches = (ways.outgoing[fork] ?? []).map((edge) => comesTo(join, ways.to[edge] ?? join));
    const waitsForAll = flow.node(fork).kind === 'fork' && !('first' in bar && bar.first === true);
    if (branches.includes('join') && !(waitsForAll && branches.includes('nothing'))) closed.delete(join);
  }
  return reach(ways, entries, { stopsAt: isStop }).order;
}
