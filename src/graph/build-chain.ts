import type { Chain, ChainLink, Jump, Retry } from '../syntax/ast.ts';
import { cover } from '../text/span.ts';
import { addNode, type Draft, type Exit, isFull, nextExit, type Place } from './draft.ts';
import { addCall, addEnd, addInlineStep, addTransfer, addUnreadable } from './simple-nodes.ts';
import { countedTimes } from './words.ts';

/** Builds what arrows lead to, one after the other; a chain may be as long as the file. Gives the open exits after it. */
export function buildChain(
  draft: Draft,
  chain: Chain,
  incoming: readonly Exit[],
  place: Place,
): readonly Exit[] {
  // An arrow that leads to nothing is one whose target could not be read.
  if (chain.links.length === 0)
    return [nextExit(draft, addUnreadable(draft, chain, incoming, { ...place, recovered: true }))];
  let open = incoming;
  const waiting: ChainLink[] = [];
  const push = (links: readonly ChainLink[]) => {
    for (let at = links.length - 1; at >= 0; at -= 1) {
      const link = links[at];
      if (link !== undefined) waiting.push(link);
    }
  };
  push(chain.links);
  for (let link = waiting.pop(); link !== undefined && !isFull(draft); link = waiting.pop()) {
    const { target } = link;
    switch (target.kind) {
      case 'jump':
        if (target.retry === undefined) {
          draft.jumps.push({ jump: target, exits: open });
          open = [];
        } else {
          open = buildRetry(draft, target, target.retry, open, place);
          push(target.retry.chain.links);
        }
        break;
      case 'inline-step':
        open = [nextExit(draft, addInlineStep(draft, target, open, place))];
        break;
      case 'call':
        open = [nextExit(draft, addCall(draft, target, open, place))];
        break;
      case 'end':
        addEnd(draft, target, open, place);
        open = [];
        break;
      case 'transfer':
        addTransfer(draft, target, open, place);
        open = [];
        break;
    }
  }
  return open;
}

/** `-> id max 3 then`: the decision “3 times?”. Yes: on with the chain, the usual way out; no: back once more. */
function buildRetry(
  draft: Draft,
  jump: Jump,
  { max }: Retry,
  incoming: readonly Exit[],
  place: Place,
): readonly Exit[] {
  const span = cover(jump.id.span, max.span);
  const decision = addNode(draft, place, incoming, {
    kind: 'decision',
    label: countedTimes(max.value, draft.words),
    span,
    nameSpan: max.span,
    decision: { kind: 'retry', max: max.value },
  });
  const { yes, no } = draft.words;
  draft.jumps.push({ jump, exits: [{ from: decision, rank: 1, kind: 'retry', label: no, span }] });
  return [{ from: decision, rank: 0, kind: 'yes', label: yes, span }];
}
