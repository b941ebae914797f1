import type { FlowPart } from '../check/parts-of-flow.ts';
import type { Span } from '../text/span.ts';
import type { FileView } from './snapshot.ts';

/** A branch that no path may leave by a jump, and none may enter so: the place of its word, and all of its text. */
interface ClosedStretch {
  readonly keyword: Span;
  readonly span: Span;
}

/**
 * The word of the innermost branch around an offset that no path may leave: that of a `parallel`, of a `choose all` or
 * of what is done meanwhile. Looks at places alone, since what is being written there may be no part of the flow yet.
 */
export function closedBranchAt({ checked, text }: FileView, flow: number, offset: number): Span | undefined {
  const holds = ({ span }: ClosedStretch): boolean =>
    span.start <= offset && (offset <= span.end || isRestOfLine(text.slice(span.end, offset)));
  return (checked().flows[flow]?.parts ?? [])
    .flatMap(({ item }) => closedStretches(item))
    .filter(holds)
    .reduce<ClosedStretch | undefined>(
      (inner, next) => (inner === undefined || next.span.start >= inner.span.start ? next : inner),
      undefined,
    )?.keyword;
}

/** An arrow whose target is not written yet ends before the cursor. */
const isRestOfLine = (behind: string): boolean => /^[^\S\n]*$/.test(behind);

function closedStretches(item: FlowPart['item']): readonly ClosedStretch[] {
  switch (item.kind) {
    case 'parallel':
      return item.branches;
    case 'choose': {
      const answers = item.otherwise === undefined ? item.cases : [...item.cases, item.otherwise];
      return item.all === undefined ? [] : answers;
    }
    case 'meanwhile':
      return [item];
    case 'exception':
      return item.exception.kind === 'meanwhile' ? [item.exception] : [];
    default:
      return [];
  }
}
