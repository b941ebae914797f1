import type { Duration } from '../language/duration.ts';
import type { Span } from '../text/span.ts';

/** A duration in the text. Empty `parts` only where it could not be read. */
export interface DurationLiteral {
  readonly span: Span;
  readonly parts: Duration;
}
