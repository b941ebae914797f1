import { reach } from '../graph/reach.ts';
import type { AnalysedFlow } from './analysed-flow.ts';

/** What is done at the same time as a node, in the other branches of one fork or question around it. */
export interface BranchesBeside {
  /** The first nodes of the other branches. */
  readonly firsts: readonly number[];
  /** True where all branches come together before the case goes on. */
  readonly isAwaited: boolean;
  /** True for the nodes of all the branches, that of the node itself among them. */
  has(node: number): boolean;
}

/** The branches beside a node, for each fork around it. In time proportional to the flow, times its depth of nesting. */
export function branchesBeside(flow: AnalysedFlow, node: number): readonly BranchesBeside[] {
  const { process, shape } = flow;
  return process.nodes.flatMap((fork, at) => {
    if (fork.kind !== 'fork' && !(fork.kind === 'decision' && fork.several === true)) return [];
    const join = fork.partner === undefined ? -1 : flow.indexOf(fork.partner);
    const branches = (shape.outgoing[at] ?? []).map((edge) => {
      const first = shape.to[edge] ?? join;
      return { first, nodes: reach(shape, [first], { stopsAt: (inside) => inside === join }) };
    });
    const has = (of: number): boolean => of !== join && branches.some(({ nodes }) => nodes.has(of));
    if (!has(node)) return [];
    const firsts = branches.flatMap(({ first, nodes }) => (nodes.has(node) || first === join ? [] : [first]));
    return [{ firsts, has, isAwaited: join !== -1 && !('first' in fork && fork.first === true) }];
  });
}
