import type { TextMeasurer } from '../../src/type/measurer.ts';

/** Lengths that are near enough for tests that look at no letters. */
export const roughMeasurer: TextMeasurer = { width: (text, size) => text.length * size * 0.55 };
