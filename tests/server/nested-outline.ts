import { expect } from 'vitest';
import type { OutlineEntry } from '../../src/server/features/symbols.ts';

/**
 * Holds entries of an outline to their places: each lies in the one around it, and what is selected of it lies
 * inside.
 */
export function expectNested(entries: readonly OutlineEntry[]): void {
  for (const { span, nameSpan, children } of entries) {
    expect(nameSpan.start).toBeGreaterThanOrEqual(span.start);
    expect(nameSpan.end).toBeLessThanOrEqual(span.end);
    for (const child of children) {
      expect(child.span.start).toBeGreaterThanOrEqual(span.start);
      expect(child.span.end).toBeLessThanOrEqual(span.end);
    }
    expectNested(children);
  }
}
