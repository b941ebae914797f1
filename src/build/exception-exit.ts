import type { Duration } from '../language/duration.ts';
import type { AtLevel } from '../model/process-properties.ts';
import { timeoutLabel, timingLabel } from '../model/time-label.ts';
import type { Exception, MeanwhileException } from '../syntax/ast.ts';
import { cover, type Span } from '../text/span.ts';
import type { DraftExit, NodeContent, ProcessDraft } from './draft.ts';
import { timingOf } from './limits.ts';
import { nodeLabel } from './simple-nodes.ts';

/** The way out that a `problem` or `timeout` takes. `rank` counts those of the node from 1; 0 is the usual way. */
export function exceptionExit(
  draft: ProcessDraft,
  from: number,
  rank: number,
  exception: Exception,
): DraftExit {
  const { kind, keyword } = exception;
  if (exception.kind === 'meanwhile') return meanwhileExit(draft, from, rank, exception);
  const { percent } = exception;
  const { content } = draft.nodes[from] ?? {};
  const problem = exception.kind === 'problem' ? exception.name : undefined;
  const name = exception.kind === 'timeout' ? exception.label?.value || undefined : undefined;
  const label =
    problem !== undefined
      ? nodeLabel(draft, problem)
      : (name ?? (timeoutLabel(withinOf(content), withinByLevelOf(content), draft) || undefined));
  return {
    from,
    rank,
    kind,
    span: [problem?.span, percent?.span].reduce<Span>(
      (span, part) => (part === undefined ? span : cover(span, part)),
      keyword,
    ),
    ...(label === undefined ? {} : { label }),
    ...(name === undefined ? {} : { name }),
    ...(percent === undefined ? {} : { probability: percent.value }),
  };
}

const withinOf = (content: NodeContent | undefined): Duration | undefined =>
  content !== undefined && 'within' in content ? content.within : undefined;

const withinByLevelOf = (content: NodeContent | undefined): readonly AtLevel<Duration>[] =>
  content !== undefined && 'withinByLevel' in content ? content.withinByLevel : [];

/** The way to what is done beside a step, which goes on meanwhile. */
function meanwhileExit(
  draft: ProcessDraft,
  from: number,
  rank: number,
  { keyword, name, timing, limits }: MeanwhileException,
): DraftExit {
  const when = timingOf({ timing, limits });
  const said = nodeLabel(draft, name);
  return {
    from,
    rank,
    kind: 'meanwhile',
    span: name === undefined ? keyword : cover(keyword, name.span),
    label: timingLabel(said, when, draft),
    ...(said === '' ? {} : { name: said }),
    timing: when,
  };
}
