import type { RelatedPlace } from '../diagnostic/diagnostic.ts';
import type { FlowContext } from './context.ts';

/** The most places of a way that are shown from its beginning, and as many from its end: no one follows more. */
const mostAtEachEnd = 50;

/**
 * A way through a flow as places to go through one by one, each with the label of what stands there; none for no way.
 */
export function witness(
  flow: FlowContext,
  way: readonly number[],
): { readonly witness?: readonly RelatedPlace[] } {
  const shown =
    way.length > 2 * mostAtEachEnd ? [...way.slice(0, mostAtEachEnd), ...way.slice(-mostAtEachEnd)] : way;
  if (shown.length === 0) return {};
  return {
    witness: shown.map((at) => {
      const { label } = flow.node(at);
      return { span: flow.nameSpan(flow.node(at)), message: label === '' ? 'parallel work' : label };
    }),
  };
}

/** The way round a loop, back to where it began. */
export const roundTrip = (flow: FlowContext, round: readonly number[]) =>
  witness(flow, [...round, ...round.slice(0, 1)]);
