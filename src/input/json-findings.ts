import { byPlace, type Diagnostic } from '../diagnostic/diagnostic.ts';
import { type JsonPath, jsonPlace } from './json-place.ts';
import type { JsonReport } from './json-shape.ts';

/**
 * Mistakes beyond which no more are listed, as each is looked up in the text: a file of another kind has nothing but.
 */
const mostFindings = 20;

/** Collects what is wrong in a JSON text, each with its place there. */
export function jsonFindings(text: string): {
  readonly report: JsonReport;
  /** All that was found, in the order of the text. */
  found(): readonly Diagnostic[];
} {
  const diagnostics: Diagnostic[] = [];
  const count = { error: 0, warning: 0 };
  const add = (severity: 'error' | 'warning', path: JsonPath, message: string): void => {
    count[severity] += 1;
    if (count[severity] > mostFindings) return;
    diagnostics.push({ code: 'not-read', severity, span: jsonPlace(text, path), message, related: [] });
  };
  return {
    report: {
      mistake: (path, message) => add('error', path, message),
      leftOut: (path, message) => add('warning', path, message),
    },
    found: () => diagnostics.sort(byPlace),
  };
}
