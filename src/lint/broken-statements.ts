import type { CheckedFile } from '../check/checked-file.ts';
import type { FlowPart } from '../check/parts-of-flow.ts';

/**
 * Tells whether the innermost statement at an offset could not be read whole. What it says is a guess, and a rule that
 * judged it would tell the writer of mistakes that he never made, or repair them.
 */
export function brokenStatements({ flows }: Pick<CheckedFile, 'flows'>): (offset: number) => boolean {
  const statements = flows
    .flatMap(({ parts }) => parts.flatMap(({ item }) => (isStatement(item) ? [item] : [])))
    .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  if (!statements.some(({ broken }) => broken)) return () => false;
  // The statement around each, as its index.
  const around: number[] = [];
  for (const [index, { span }] of statements.entries()) {
    let outer = index - 1;
    while (outer >= 0 && (statements[outer]?.span.end ?? 0) < span.end) outer = around[outer] ?? -1;
    around.push(outer);
  }
  return (offset) => {
    let [low, high] = [0, statements.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((statements[middle]?.span.start ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    let index = low - 1;
    while (index >= 0 && (statements[index]?.span.end ?? 0) <= offset) index = around[index] ?? -1;
    return statements[index]?.broken ?? false;
  };
}

const isStatement = (
  item: FlowPart['item'],
): item is Extract<FlowPart['item'], { readonly broken: boolean }> => 'broken' in item;
