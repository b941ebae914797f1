import type { Flow, Property } from '../syntax/ast.ts';
import type { Span } from '../text/span.ts';

/** Below what a declaration is to be written: the last of its kind at the top of a flow, else the last line there. */
export function declarationPlace(
  { properties, statements, keyword, id, label }: Flow,
  kind: Property['kind'],
): Span {
  const first = statements[0]?.span.start ?? Number.POSITIVE_INFINITY;
  const atTop = properties.filter(({ span }) => span.start < first);
  const before = atTop.findLast((property) => property.kind === kind) ?? atTop.at(-1);
  return before?.span ?? { start: keyword.start, end: (label ?? id).span.end };
}
