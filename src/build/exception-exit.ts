import { afterDuration } from '../language/words.ts';
import type { Exception } from '../syntax/ast.ts';
import { cover, type Span } from '../text/span.ts';
import type { DraftExit, ProcessDraft } from './draft.ts';
import { nodeLabel } from './simple-nodes.ts';

/** The way out that a `problem` or `timeout` takes. `rank` counts those of the node from 1; 0 is the usual way. */
export function exceptionExit(
  draft: ProcessDraft,
  from: number,
  rank: number,
  exception: Exception,
): DraftExit {
  const { kind, keyword, percent } = exception;
  const content = draft.nodes[from]?.content;
  const within = content !== undefined && 'within' in content ? content.within : undefined;
  const problem = exception.kind === 'problem' ? exception.name : undefined;
  const label =
    problem !== undefined ? nodeLabel(draft, problem) : within && afterDuration(within, draft.words);
  return {
    from,
    rank,
    kind,
    span: [problem?.span, percent?.span].reduce<Span>(
      (span, part) => (part === undefined ? span : cover(span, part)),
      keyword,
    ),
    ...(label === undefined ? {} : { label }),
    ...(percent === undefined ? {} : { probability: percent.value }),
  };
}
