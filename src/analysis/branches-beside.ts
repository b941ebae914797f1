import { type Reached, reach } from '../graph/reach.ts';
import { isForking } from '../model/node-parts.ts';
import type { AnalysedFlow } from './analysed-flow.ts';

/** What is done at the same time as a node, in the other branches of one fork or question around it. */
export interface BranchesBeside {
  /** The other branches, each from its first node on, without the join. */
  readonly others: readonly Reached[];
  /** The first nodes of the other branches. */
  readonly firsts: readonly number[];
  /** True where all branches come together before the case goes on. */
  readonly isAwaited: boolean;
  /** True where the first branch that is done ends the others. */
  readonly isRace: boolean;
  /** True for the nodes of all the branches, that of the node itself among them. */
  has(node: number): boolean;
}

/** The branches beside a node, for each fork around it; in time proportional to the flow times its depth of nesting. */
export function branchesBeside(flow: AnalysedFlow, node: number): readonly BranchesBeside[] {
  const { process, shape } = flow;
  return process.nodes.flatMap((fork, at) => {
    if (!isForking(fork)) return [];
    const join = fork.partner === undefined ? -1 : flow.indexOf(fork.partner);
    const branches = (shape.outgoing[at] ?? []).flatMap((edge) => {
      const first = shape.to[edge] ?? join;
      return first === join ? [] : [reach(shape, [first], { takes: (each) => shape.to[each] !== join })];
    });
    const has = (of: number): boolean => branches.some((branch) => branch.has(of));
    if (!has(node)) return [];
    const others = branches.filter((branch) => !branch.has(node));
    const isRace = fork.kind === 'fork' && fork.first === true;
    return [
      {
        others,
        firsts: others.flatMap(({ order: [first] }) => first ?? []),
        has,
        isRace,
        isAwaited: join !== -1 && !isRace,
      },
    ];
  });
}
