import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Flow } from '../syntax/ast.ts';
import { flowSpan } from './flow-span.ts';

/**
 * Whether a flow can be drawn as it is meant: no error of the language stands in it, nor before the first flow of its
 * file. `diagnostics` are those of the language; what rules find stops no preview.
 */
export function isWhole(flows: readonly Flow[], at: number, diagnostics: readonly Diagnostic[]): boolean {
  const first = flowSpan(flows, 0);
  const own = flowSpan(flows, at);
  return !diagnostics.some(
    ({ severity, span }) =>
      severity === 'error' && (span.start < first.start || (span.start >= own.start && span.start < own.end)),
  );
}
