import type { TextMeasurer } from '../../src/layout/text/measurer.ts';

/** Lengths that are near enough for tests that look at no letters. */
export const roughMeasurer: TextMeasurer = { width: (text, size) => text.length * size * 0.55 };
