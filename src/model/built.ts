import type { Gaps } from './gaps.ts';
import type { Origin } from './origin.ts';
import type { Process } from './process.ts';

/** A flow that was read: what it says, where it says so, and what is missing in it. */
export interface Built {
  readonly process: Process;
  readonly origin: Origin;
  readonly gaps: Gaps;
}
