import { predecessors } from '../graph/digraph.ts';
import type { AnalysedFlow } from './analysed-flow.ts';

/**
 * True for a question straight behind waits: its answers are what may come, and until one of them comes it is waited
 * on.
 */
export function asksWhatCame({ shape, node, reached }: AnalysedFlow, question: number): boolean {
  const before = predecessors(shape, question).filter(reached().has);
  return before.length > 0 && before.every((from) => node(from).kind === 'wait');
}
