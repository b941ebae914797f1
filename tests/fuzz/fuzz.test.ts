import { describe, expect, inject, it } from 'vitest';
import { runFuzz } from './run-fuzz.ts';

/**
 * How long each run takes, in ms, side by side: as many cases as find what is often wrong; `npm run fuzz -- --seconds
 * 1800` takes its time.
 */
const time = 15_000;

/**
 * Random files through everything. A failure is reported with the seed by which `npm run fuzz -- --case SEED` makes it
 * small.
 */
describe.concurrent('random files keep all laws', () => {
  it.each([
    ['the same as ever', 'flowc'],
    ['new ones', String(inject('seed'))],
  ])('%s: seed %s', { timeout: 2 * time + 60_000 }, async (_, seed) => {
    const { cases, failures } = await runFuzz(seed, time);
    expect(failures).toEqual([]);
    expect(cases).toBeGreaterThan(0);
  });
});
