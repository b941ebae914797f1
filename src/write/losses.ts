import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Node } from '../model/process.ts';

/** Collects what a text cannot say of the process it is written from; each is reported once. */
export interface Losses {
  /** `of` is the node that it is about, if it is about one; `message` goes on behind its name, without a full stop. */
  add(of: Node | undefined, message: string): void;
  readonly found: readonly Diagnostic[];
}

export function collectLosses(): Losses {
  const found = new Map<string, Diagnostic>();
  return {
    add(of, message) {
      const whole = of === undefined ? message : `${nameOf(of)} ${message}`;
      if (found.has(whole)) return;
      found.set(whole, {
        code: 'not-written',
        severity: 'warning',
        span: { start: 0, end: 0 },
        message: whole,
        related: [],
      });
    },
    get found() {
      return [...found.values()];
    },
  };
}

/** A node as its reader knows it: “Check the stock” (step-3). */
const nameOf = ({ label, id }: Node): string => (label === '' ? `“${id}”` : `“${label}” (${id})`);
