import type { Node } from '../model/process.ts';

/** True for what begins beside the way of a case: nothing leads to it, and customers do not come in there. */
export const isSideEntry = ({ kind }: Pick<Node, 'kind'>): boolean =>
  kind === 'anytime' || kind === 'late' || kind === 'meanwhile';
