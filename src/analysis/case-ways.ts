import { type Digraph, digraphOf } from '../graph/digraph.ts';
import type { Edge, Process } from '../model/process.ts';

/**
 * The ways that a case goes. Edges have the numbers that they have in the process; behind them come those of ways that
 * nobody wrote. `graph` has no edges to what is done meanwhile at its nodes, though they keep their numbers.
 */
export interface CaseWays {
  readonly graph: Digraph;
  /** The ways that nobody wrote: from a limit that has passed to what is done `late`. */
  readonly unwritten: readonly Edge[];
}

/** The ways of a process with this shape, and with those to what is done `late`; see `lateWays`. */
export function caseWays(
  { nodes, edges }: Pick<Process, 'nodes' | 'edges'>,
  shape: Digraph,
  late: readonly (readonly [from: number, to: number])[],
): CaseWays {
  const hasBeside = edges.some(({ kind }) => kind === 'meanwhile');
  if (!hasBeside && late.length === 0) return { graph: shape, unwritten: [] };
  const whole = digraphOf(
    shape.size,
    [...shape.from, ...late.map(([from]) => from)],
    [...shape.to, ...late.map(([, to]) => to)],
  );
  const onlyWays = (atNodes: readonly (readonly number[])[]): readonly (readonly number[])[] =>
    atNodes.map((at) => at.filter((edge) => edges[edge]?.kind !== 'meanwhile'));
  return {
    graph: { ...whole, outgoing: onlyWays(whole.outgoing), incoming: onlyWays(whole.incoming) },
    unwritten: late.map(([from, to]): Edge => {
      const [first = '', second = ''] = [nodes[from]?.id, nodes[to]?.id];
      return { id: `${first}>${second}`, from: first, to: second, kind: 'timeout', jump: false };
    }),
  };
}
