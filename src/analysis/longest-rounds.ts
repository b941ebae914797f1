import { depthFirst } from '../graph/depth-first.ts';
import { type Digraph, reversed } from '../graph/digraph.ts';
import { reach } from '../graph/reach.ts';

/** The most loops that are looked at from the inside, as much time as it takes; all others count as if from outside. */
const mostLoops = 50;

/**
 * How often each edge may lead back, for ways that begin within loops. Seen from there another edge of a loop is the
 * one that leads back, and it may as often as that which does so where customers come in: `usualStarts`. `rounds` says
 * how often each may there.
 */
export function roundsFrom(
  graph: Digraph,
  starts: readonly number[],
  usualStarts: readonly number[],
  rounds: (edge: number) => number,
): (edge: number) => number {
  if (starts.every((start) => usualStarts.includes(start))) return rounds;
  if (![...graph.from.keys()].some((edge) => rounds(edge) > 1)) return rounds;
  const usual = depthFirst(graph, usualStarts);
  const own = depthFirst(graph, starts);
  const isTurned = (edge: number): boolean =>
    usual.place[graph.from[edge] ?? 0] !== -1 && own.place[graph.from[edge] ?? 0] !== -1;
  const counted = [...graph.from.keys()].filter(
    (edge) => isTurned(edge) && usual.isBack(edge) && !own.isBack(edge) && rounds(edge) > 1,
  );
  if (counted.length === 0) return rounds;
  const back = reversed(graph);
  const takes = (edge: number): boolean => !own.isBack(edge);
  const known = new Map<number, number>();
  return (edge) => {
    if (!isTurned(edge) || usual.isBack(edge) || !own.isBack(edge)) return rounds(edge);
    const found = known.get(edge);
    if (found !== undefined || known.size >= mostLoops) return found ?? rounds(edge);
    const forward = reach(graph, [graph.to[edge] ?? 0], { takes });
    const backward = reach(back, [graph.from[edge] ?? 0], { takes });
    const inside = counted.filter(
      (each) => forward.has(graph.from[each] ?? 0) && backward.has(graph.to[each] ?? 0),
    );
    const most = inside.reduce((all, each) => Math.max(all, rounds(each)), rounds(edge));
    known.set(edge, most);
    return most;
  };
}
