import { countedTimes } from '../language/words.ts';
import type { Jump, Retry } from '../syntax/ast.ts';
import { cover } from '../text/span.ts';
import { addNode, type DraftExit, type DraftPlace, noAttributes, type ProcessDraft } from './draft.ts';

/** `-> id max 3 then`: the decision “3 times?”. Yes: on with the chain, the usual way out; no: back once more. */
export function buildRetry(
  draft: ProcessDraft,
  jump: Jump,
  { max }: Retry,
  incoming: readonly DraftExit[],
  place: DraftPlace,
): DraftExit[] {
  const span = cover(jump.id.span, max.span);
  const decision = addNode(
    draft,
    place,
    incoming,
    {
      ...noAttributes,
      kind: 'decision',
      label: countedTimes(max.value, draft.words),
      decision: { kind: 'retry', max: max.value },
    },
    { head: span, name: max.span },
  );
  const { yes, no } = draft.words;
  draft.jumps.push({ jump, exits: [{ from: decision, rank: 1, kind: 'retry', label: no, span }] });
  return [{ from: decision, rank: 0, kind: 'yes', label: yes, span }];
}
