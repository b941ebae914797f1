import { describe, expect, it } from 'vitest';
import { runFuzz } from './run-fuzz.ts';

/** How long each of the two runs takes, in ms; `npm run fuzz -- --seconds 1800` takes its time. */
const time = 10_000;

/** Random files through everything. A failure is told with the seed by which `npm run fuzz -- --case SEED` makes it small. */
describe('random files keep all laws', () => {
  it.each([
    ['the same as ever', 'flowc'],
    ['new ones', String(Date.now())],
  ])('%s: seed %s', async (_, seed) => {
    const { cases, failures } = await runFuzz(seed, time);
    expect(failures).toEqual([]);
    expect(cases).toBeGreaterThan(0);
  });
});
